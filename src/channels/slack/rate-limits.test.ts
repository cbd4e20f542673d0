import { describe, expect, it } from "vitest";
import { createLog } from "../../observe/log.js";
import type { Clock } from "./clock.js";
import { createCalls, type Outcome } from "./rate-limits.js";

/** A clock that stands still but for waiting. */
function createSetup() {
  let now = 1000;
  const clock: Clock = {
    now: () => now,
    async wait(ms) {
      now += ms;
    },
  };
  const stopping = new AbortController();
  const calls = createCalls({ clock, signal: stopping.signal, log: createLog({ level: "silent" }) });
  const attempts: number[] = [];
  const attempt =
    (...outcomes: readonly Outcome<string>[]) =>
    async () => {
      attempts.push(clock.now());
      return outcomes[attempts.length - 1] ?? { kind: "done" as const, value: "done" };
    };
  return { calls, attempts, attempt, stopping };
}

const limited = (retryAfterMs: number): Outcome<string> => ({ kind: "limited", retryAfterMs });
const unreachable: Outcome<string> = { kind: "unreachable", error: new Error("no answer") };

describe("calls of Slack", () => {
  it("come again when the time is over that Slack has named, and not before", async () => {
    const { calls, attempts, attempt } = createSetup();
    expect(await calls.run("post C1", attempt(limited(3000), limited(2000)))).toBe("done");
    expect(attempts).toEqual([1000, 4000, 6000]);
  });

  it("wait for the others of their lane, and for no other lane", async () => {
    const { calls, attempts, attempt } = createSetup();
    const refused = () => {
      throw new Error("limited");
    };
    await expect(calls.run("post C1", attempt(limited(3000)), { onLimited: refused })).rejects.toThrow("limited");
    await calls.run("post C2", attempt());
    await calls.run("post C1", attempt());
    expect(attempts).toEqual([1000, 1000, 4000]);
  });

  it("come again in growing intervals while Slack cannot be reached", async () => {
    const { calls, attempts, attempt } = createSetup();
    await calls.run("post", attempt(...Array(7).fill(unreachable)));
    const gaps = attempts.slice(1).map((at, index) => at - (attempts[index] ?? 0));
    expect(gaps).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it("end when the bot is stopped", async () => {
    const { calls, attempts, attempt, stopping } = createSetup();
    stopping.abort();
    await expect(calls.run("post", attempt())).rejects.toMatchObject({ code: "cancelled" });
    expect(attempts).toEqual([]);
  });
});
