import { describe, expect, it } from "vitest";
import { newExchange } from "./exchange.js";
import { createStore } from "./storage.js";

/** What a browser's `Storage` does with the few methods that are used; a value is at most `room` characters long. */
function makeTab(room = Number.POSITIVE_INFINITY): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException("full", "QuotaExceededError");
      items.set(key, value);
    },
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
    storeIn(tab).write({ exchanges, isShortened: false, draft: "Next?", open: true });
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

  it("is what is newest where the tab has no room for all of it, and says so", () => {
    const exchanges = Array.from({ length: 20 }, (_, key) => newExchange(key, `Question ${key}?`));
    const kept = (room: number) => {
      const tab = makeTab(room);
      tab.setItem("konsil:https://k.example:", "from before");
      storeIn(tab).write({ exchanges, isShortened: false, draft: "Next?", open: true });
      return { read: storeIn(tab).read(), stored: tab.length };
    };
    const { read: all } = kept(10_000);
    expect([all?.exchanges.length, all?.isShortened]).toEqual([20, false]);
    const { read: some } = kept(1_000);
    expect(some?.exchanges.at(-1)?.question).toBe("Question 19?");
    expect(some?.exchanges.length).toBeGreaterThan(1);
    expect([some?.isShortened, some?.draft, some?.open]).toEqual([true, "Next?", true]);
    const { read: draft } = kept(100);
    expect([draft?.exchanges, draft?.isShortened, draft?.draft]).toEqual([[], true, "Next?"]);
    expect(kept(20)).toEqual({ read: null, stored: 0 });
  });

  it("is parted by name", () => {
    const tab = makeTab();
    storeIn(tab, "left").write({ exchanges: [newExchange(0, "Left?")], isShortened: false, draft: "", open: false });
    expect(storeIn(tab, "right").read()).toBeNull();
  });

  it("is nothing where there is nothing to keep", () => {
    const tab = makeTab();
    storeIn(tab).write({ exchanges: [], isShortened: false, draft: "x", open: false });
    storeIn(tab).write({ exchanges: [], isShortened: false, draft: "", open: false });
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
    refusing.write({ exchanges: [newExchange(0, "Q?")], isShortened: false, draft: "", open: false });
    expect(refusing.read()).toBeNull();
  });
});
