import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createScriptedWriter, type Script } from "../../tests/fakes/scripted-writer.js";
import type { Writer } from "../contracts/ports.js";
import { WriterError, type WriterFailure } from "../contracts/writer-error.js";
import { createSteadyWriter, LIMITS } from "./writer-steady.js";

const MESSAGES = [{ role: "user" as const, content: "Seit wann?" }];
const FOREVER = new Promise<never>(() => undefined);
const TIMEOUT_MS = 12_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const failing = (failure: WriterFailure, retryAfterMs: number | null = null) =>
  new WriterError(failure, `It is ${failure}`, { retryAfterMs });

/** The reply, its pieces joined by "|", or by what failure it ended, and after which time. */
async function outcomeOf(writer: Writer, options: { maxTokens?: number; signal?: AbortSignal } = {}) {
  const started = performance.now();
  const read: string[] = [];
  const writing = (async () => {
    try {
      for await (const piece of writer.write(MESSAGES, options)) read.push(piece);
      return "whole";
    } catch (error) {
      if (error instanceof WriterError) return error.failure;
      return error instanceof Error && "code" in error ? String(error.code) : String(error);
    }
  })();
  let isOver = false;
  const over = writing.finally(() => {
    isOver = true;
  });
  // The clock goes on only when nothing else does any more.
  for (let quiet = 0; !isOver; ) {
    const before = read.length;
    if (quiet < 20) await vi.advanceTimersByTimeAsync(0);
    else await vi.advanceTimersToNextTimerAsync();
    quiet = read.length === before && quiet < 20 ? quiet + 1 : 0;
  }
  return { text: read.join("|"), end: await over, ms: performance.now() - started };
}

/** A writer whose calls go as listed, the last of them again and again. */
function steady(scripts: readonly Script[], options: { timeoutMs?: number; calls?: number } = {}) {
  const inner = createScriptedWriter((_messages, call) => scripts[call] ?? scripts.at(-1) ?? "");
  return { inner, writer: createSteadyWriter(inner, { timeoutMs: TIMEOUT_MS, ...options }) };
}

describe("a steady writer", () => {
  it("is the writer within", () => {
    const inner = createScriptedWriter("", { id: "a at b", provider: "openai", model: "a", contextTokens: 512 });
    const { id, provider, model, contextTokens } = createSteadyWriter(inner);
    expect({ id, provider, model, contextTokens }).toEqual({
      id: "a at b",
      provider: "openai",
      model: "a",
      contextTokens: 512,
    });
  });

  it("passes pieces on as they are, and how many tokens are wanted", async () => {
    const { writer, inner } = steady(["Seit 2019 [1]."]);
    expect(await outcomeOf(writer, { maxTokens: 77 })).toMatchObject({ text: "Seit| 2019| [1].", end: "whole" });
    expect(inner.calls).toEqual([{ messages: MESSAGES, maxTokens: 77 }]);
  });
});

describe("a call that fails", () => {
  it.each(["rate_limited", "failed", "unreachable"] as const)("is repeated after %s", async (failure) => {
    const { writer, inner } = steady([[failing(failure)], "Seit 2019."]);
    expect(await outcomeOf(writer)).toMatchObject({ text: "Seit| 2019.", end: "whole" });
    expect(inner.calls).toHaveLength(2);
  });

  it.each(["unauthorized", "unknown_model", "context_exceeded", "invalid_reply", "timeout"] as const)(
    "is not repeated after %s, which would come again",
    async (failure) => {
      const { writer, inner } = steady([[failing(failure)], "Seit 2019."]);
      expect(await outcomeOf(writer)).toMatchObject({ text: "", end: failure });
      expect(inner.calls).toHaveLength(1);
    },
  );

  it("is not repeated once a piece was read", async () => {
    const { writer, inner } = steady([["Seit", failing("failed")], "Seit 2019."]);
    expect(await outcomeOf(writer)).toMatchObject({ text: "Seit", end: "failed" });
    expect(inner.calls).toHaveLength(1);
  });

  it("is given up after some repetitions, sooner where nobody is there", async () => {
    const failed = steady([[failing("failed")]]);
    expect(await outcomeOf(failed.writer)).toMatchObject({ end: "failed" });
    expect(failed.inner.calls).toHaveLength(1 + LIMITS.retries);
    const unreachable = steady([[failing("unreachable")]]);
    expect(await outcomeOf(unreachable.writer)).toMatchObject({ end: "unreachable" });
    expect(unreachable.inner.calls).toHaveLength(1 + LIMITS.unreachableRetries);
  });

  it("is repeated when the server wants to be asked again, and not before", async () => {
    const { writer } = steady([[failing("rate_limited", 5_000)], "Seit 2019."]);
    const outcome = await outcomeOf(writer);
    expect(outcome.end).toBe("whole");
    expect(outcome.ms).toBeGreaterThanOrEqual(5_000);
  });

  it("is given up at once where that is later than anybody waits", async () => {
    const { writer, inner } = steady([[failing("rate_limited", TIMEOUT_MS)], "Seit 2019."]);
    expect(await outcomeOf(writer)).toMatchObject({ end: "rate_limited", ms: 0 });
    expect(inner.calls).toHaveLength(1);
  });

  it("is not repeated for a caller who has gone", async () => {
    const controller = new AbortController();
    const { writer, inner } = steady([[failing("rate_limited", 5_000)], "Seit 2019."]);
    setTimeout(() => controller.abort(), 1_000);
    expect(await outcomeOf(writer, { signal: controller.signal })).toMatchObject({ end: "cancelled", ms: 1_000 });
    await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
    expect(inner.calls).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a model that is slow", () => {
  it("gets two thirds of the time for its first word", async () => {
    const { writer, inner } = steady([[FOREVER]]);
    expect(await outcomeOf(writer)).toMatchObject({ end: "timeout", ms: (TIMEOUT_MS * 2) / 3 });
    expect(inner.abandoned).toBe(1);
  });

  it("gets a quarter of the time between two pieces, and no more than ten seconds or a tenth of the time", async () => {
    const short = await outcomeOf(steady([["Seit", FOREVER]]).writer);
    expect(short).toMatchObject({ text: "Seit", end: "timeout", ms: TIMEOUT_MS / 4 });
    const middle = await outcomeOf(steady([["Seit", FOREVER]], { timeoutMs: 60_000 }).writer);
    expect(middle).toMatchObject({ text: "Seit", end: "timeout", ms: 10_000 });
    const long = await outcomeOf(steady([["Seit", FOREVER]], { timeoutMs: 300_000 }).writer);
    expect(long).toMatchObject({ text: "Seit", end: "timeout", ms: 30_000 });
  });

  it("is stopped when the whole time is over", async () => {
    const tick = () => new Promise((resolve) => setTimeout(resolve, 1_000));
    const endless = {
      [Symbol.asyncIterator]: () => ({ next: () => tick().then(() => ({ done: false, value: "x" })) }),
    };
    const writer = createSteadyWriter({ ...createScriptedWriter(""), write: () => endless }, { timeoutMs: TIMEOUT_MS });
    expect(await outcomeOf(writer)).toMatchObject({ end: "timeout", ms: TIMEOUT_MS });
  });

  it("leaves no timer behind", async () => {
    await outcomeOf(steady(["Seit 2019."]).writer);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a reply without end", () => {
  it("just ends where it is longer than what was wanted can be, also where nothing follows", async () => {
    const { writer, inner } = steady([["x".repeat(50), "x".repeat(50), FOREVER]]);
    const { text, end } = await outcomeOf(writer, { maxTokens: 10 });
    expect([text.replaceAll("|", "").length, end]).toEqual([10 * LIMITS.charactersPerToken, "whole"]);
    await vi.advanceTimersByTimeAsync(0);
    expect(inner.abandoned).toBe(1);
  });
});

describe("calls at once", () => {
  it("wait for their turn, and are refused where too many wait", async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const inner = createScriptedWriter([gate, "Seit 2019."]);
    const writer = createSteadyWriter(inner, { timeoutMs: TIMEOUT_MS, calls: 2 });
    const four = [1, 2, 3, 4].map(() => outcomeOf(writer));
    expect(await outcomeOf(writer)).toMatchObject({ end: "busy", ms: 0 });
    expect(inner.calls).toHaveLength(2);
    go();
    expect((await Promise.all(four)).map(({ end }) => end)).toEqual(["whole", "whole", "whole", "whole"]);
  });

  it("leave the queue when their caller goes, and hold up nobody", async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const writer = createSteadyWriter(createScriptedWriter([gate, "Seit 2019."]), { timeoutMs: TIMEOUT_MS, calls: 1 });
    const running = outcomeOf(writer);
    const controller = new AbortController();
    const waiting = outcomeOf(writer, { signal: controller.signal });
    controller.abort();
    expect(await waiting).toMatchObject({ end: "cancelled" });
    const next = outcomeOf(writer);
    go();
    expect([(await running).end, (await next).end]).toEqual(["whole", "whole"]);
  });

  it("wait no longer than for a first word", async () => {
    const writer = createSteadyWriter(createScriptedWriter([FOREVER]), { timeoutMs: TIMEOUT_MS, calls: 1 });
    const both = await Promise.all([outcomeOf(writer), outcomeOf(writer)]);
    expect(both.map(({ end }) => end)).toEqual(["timeout", "timeout"]);
    for (const { ms } of both) expect(ms).toBeLessThanOrEqual(TIMEOUT_MS);
  });
});

describe("a model that fails again and again", () => {
  async function broken(failure: WriterFailure = "unauthorized") {
    const scripts: Script[] = Array.from({ length: LIMITS.failuresUntilPause }, () => [failing(failure)]);
    const parts = steady([...scripts, "Seit 2019."]);
    for (const _call of scripts) await outcomeOf(parts.writer);
    return parts;
  }

  it("is left alone, and the reason told", async () => {
    const { writer, inner } = await broken();
    const asked = inner.calls.length;
    const reading = writer.write(MESSAGES)[Symbol.asyncIterator]().next();
    await expect(reading).rejects.toMatchObject({
      failure: "paused",
      message: expect.stringContaining("unauthorized"),
    });
    expect(inner.calls).toHaveLength(asked);
  });

  it("is asked again after a while, and then as before", async () => {
    const { writer } = await broken();
    await vi.advanceTimersByTimeAsync(LIMITS.pauseMs);
    expect(await outcomeOf(writer)).toMatchObject({ end: "whole" });
    expect(await outcomeOf(writer)).toMatchObject({ end: "whole" });
  });

  it("is tried by one call while the others are told at once", async () => {
    const scripts: Script[] = Array.from({ length: LIMITS.failuresUntilPause }, () => [failing("unauthorized")]);
    const { writer } = steady([...scripts, [FOREVER]]);
    for (const _call of scripts) await outcomeOf(writer);
    await vi.advanceTimersByTimeAsync(LIMITS.pauseMs);
    const first = writer.write(MESSAGES)[Symbol.asyncIterator]().next();
    const trying = expect(first).rejects.toMatchObject({ failure: "timeout" });
    for (let turn = 0; turn < 20; turn++) await vi.advanceTimersByTimeAsync(0);
    const second = writer.write(MESSAGES)[Symbol.asyncIterator]().next();
    await expect(second).rejects.toMatchObject({ failure: "paused" });
    await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
    await trying;
  });

  it("is tried again and again, also where it throws before it writes", async () => {
    const scripts: Script[] = Array.from({ length: LIMITS.failuresUntilPause }, () => [failing("unauthorized")]);
    const inner = createScriptedWriter((_messages, call) => scripts[call] ?? "Seit 2019.");
    let hastily = 0;
    const hasty: Writer = {
      ...inner,
      write(messages, options) {
        if (inner.calls.length === scripts.length && hastily++ === 0) throw failing("invalid_reply");
        return inner.write(messages, options);
      },
    };
    const writer = createSteadyWriter(hasty, { timeoutMs: TIMEOUT_MS });
    for (const _call of scripts) await outcomeOf(writer);
    await vi.advanceTimersByTimeAsync(LIMITS.pauseMs);
    expect(await outcomeOf(writer)).toMatchObject({ end: "invalid_reply" });
    await vi.advanceTimersByTimeAsync(LIMITS.pauseMs);
    expect(await outcomeOf(writer)).toMatchObject({ end: "whole" });
  });

  it("is not blamed for prompts that are too long", async () => {
    const { writer } = await broken("context_exceeded");
    expect(await outcomeOf(writer)).toMatchObject({ end: "whole" });
  });
});
