import { describe, expect, it } from "vitest";
import { newExchange } from "./exchange.js";
import { createStore } from "./storage.js";

/** What a browser's `Storage` does with the few methods that are used. */
function makeTab(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}

const storeIn = (tab: Storage, name = "") => createStore("https://k.example", name, () => tab);
const cut = { kind: "cut", requestId: null, retryAfter: null } as const;

describe("what is kept of a conversation", () => {
  it("comes back: stopped and failed questions with what had come, unfinished ones to be asked again", () => {
    const tab = makeTab();
    const exchanges = [
      { ...newExchange(4, "Failed?"), state: "failed" as const, failure: cut, parts: ["So far. "] },
      { ...newExchange(5, "Stopped?"), state: "stopped" as const },
      newExchange(6, "Coming?"),
    ];
    storeIn(tab).write({ exchanges, draft: "Next?", open: true });
    const kept = storeIn(tab).read();
    expect(
      kept?.exchanges.map(({ question, state, failure, parts }) => [question, state, failure?.kind, parts]),
    ).toEqual([
      ["Failed?", "failed", "cut", ["So far. "]],
      ["Stopped?", "stopped", undefined, []],
      ["Coming?", "failed", "interrupted", []],
    ]);
    expect([kept?.draft, kept?.open]).toEqual(["Next?", true]);
  });

  it("is parted by name", () => {
    const tab = makeTab();
    storeIn(tab, "left").write({ exchanges: [newExchange(0, "Left?")], draft: "", open: false });
    expect(storeIn(tab, "right").read()).toBeNull();
  });

  it("is nothing where there is nothing to keep", () => {
    const tab = makeTab();
    storeIn(tab).write({ exchanges: [], draft: "x", open: false });
    storeIn(tab).write({ exchanges: [], draft: "", open: false });
    expect(tab.length).toBe(0);
  });

  it("is let go where it is not ours", () => {
    const foreign = ["", "{", "null", "7", "[]", '{"version":2,"exchanges":[]}', '{"version":1,"exchanges":[7]}'];
    for (const content of [...foreign, '{"version":1,"exchanges":[{"question":"Q?","parts":[],"citations":[{}]}]}']) {
      const tab = makeTab();
      tab.setItem("konsil:https://k.example:", content);
      expect(storeIn(tab).read(), content).toBeNull();
    }
  });

  it("is missing without harm where the browser refuses", () => {
    const refusing = createStore("https://k.example", "", () => {
      throw new Error("denied");
    });
    refusing.write({ exchanges: [newExchange(0, "Q?")], draft: "", open: false });
    expect(refusing.read()).toBeNull();
  });
});
