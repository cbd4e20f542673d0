import { describe, expect, it } from "vitest";
import type { Embedded, WorkerReply } from "./messages.js";
import { createWorkerPool, type Spawn } from "./worker-pool.js";

/** Threads that do nothing on their own: a test says when they reply or die. */
function puppetThreads() {
  const threads: { given: string[]; closed: boolean; reply(message: WorkerReply): void; die(): void }[] = [];
  const spawn: Spawn = ({ reply, death }) => {
    const thread = { given: [] as string[], closed: false, reply, die: () => death("test") };
    threads.push(thread);
    return {
      embed: ({ text }) => thread.given.push(text),
      close: async () => {
        thread.closed = true;
      },
    };
  };
  const at = (i: number) => {
    const thread = threads[i];
    if (thread === undefined) throw new Error(`no thread ${i}`);
    return thread;
  };
  /** Answers the text that the thread was last given with its first letter's code. */
  const answer = (i: number) =>
    at(i).reply({
      kind: "embedded",
      vector: Float32Array.of(at(i).given.at(-1)?.charCodeAt(0) ?? -1),
      words: null,
    });
  return { threads, spawn, at, answer };
}

const letters = (results: readonly Embedded[]) =>
  results.map(({ vector }) => String.fromCharCode(vector[0] ?? 0)).join("");
const texts = (...given: string[]) => given.map((text) => ({ text, wordsFrom: null }));

describe("createWorkerPool", () => {
  it("starts the other workers when the first is ready", async () => {
    const { threads, spawn, at } = puppetThreads();
    const pool = createWorkerPool(spawn, 3);
    expect(threads).toHaveLength(1);
    at(0).reply({ kind: "ready" });
    await pool.ready();
    expect(threads).toHaveLength(3);
  });

  it("gives every worker one text at a time, and a question the next free worker", async () => {
    const { spawn, at, answer } = puppetThreads();
    const pool = createWorkerPool(spawn, 2);
    at(0).reply({ kind: "ready" });
    at(1).reply({ kind: "ready" });
    const passages = pool.embed(texts("a", "b", "c", "d"), false);
    const question = pool.embed(texts("q"), true);
    expect([at(0).given, at(1).given]).toEqual([["a"], ["b"]]);
    answer(1);
    expect(at(1).given).toEqual(["b", "q"]);
    answer(1);
    expect(letters(await question)).toBe("q");
    expect(at(1).given).toEqual(["b", "q", "c"]);
    answer(0);
    answer(0);
    answer(1);
    expect(letters(await passages)).toBe("abcd");
  });

  it("drops waiting texts of a cancelled job and ignores what still comes for it", async () => {
    const { spawn, at, answer } = puppetThreads();
    const pool = createWorkerPool(spawn, 1);
    at(0).reply({ kind: "ready" });
    const controller = new AbortController();
    const stopped = pool.embed(texts("a", "b", "c"), false, controller.signal);
    const other = pool.embed(texts("z"), false);
    controller.abort();
    await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
    answer(0);
    expect(at(0).given).toEqual(["a", "z"]);
    answer(0);
    expect(letters(await other)).toBe("z");
  });

  it("starts a worker again that died, and tries its text again", async () => {
    const { threads, spawn, at, answer } = puppetThreads();
    const pool = createWorkerPool(spawn, 1);
    at(0).reply({ kind: "ready" });
    const vectors = pool.embed(texts("a", "b"), false);
    at(0).die();
    expect(threads).toHaveLength(2);
    at(1).reply({ kind: "ready" });
    expect(at(1).given).toEqual(["a"]);
    answer(1);
    answer(1);
    expect(letters(await vectors)).toBe("ab");
  });

  it("gives up a text on which two workers died, and serves the next", async () => {
    const { spawn, at, answer } = puppetThreads();
    const pool = createWorkerPool(spawn, 2);
    at(0).reply({ kind: "ready" });
    at(1).reply({ kind: "ready" });
    const poison = pool.embed(texts("p"), false);
    at(0).die(); // restarted as thread 2; thread 1 gets the text again
    at(1).die();
    await expect(poison).rejects.toMatchObject({ code: "model_unavailable" });
    at(2).reply({ kind: "ready" });
    const next = pool.embed(texts("n"), false);
    answer(2);
    expect(letters(await next)).toBe("n");
  });

  it("ends with `model_unavailable` when the workers keep dying, and never hangs", async () => {
    const { spawn, at } = puppetThreads();
    const pool = createWorkerPool(spawn, 1);
    const waiting = pool.embed(texts("a"), false);
    at(0).die();
    at(1).die();
    await expect(waiting).rejects.toMatchObject({ code: "model_unavailable" });
    await expect(pool.ready()).rejects.toMatchObject({ code: "model_unavailable" });
    await expect(pool.embed(texts("b"), true)).rejects.toMatchObject({ code: "model_unavailable" });
  });

  it("rejects the one job whose text the model refuses", async () => {
    const { spawn, at, answer } = puppetThreads();
    const pool = createWorkerPool(spawn, 1);
    at(0).reply({ kind: "ready" });
    const refused = pool.embed(texts("a", "b"), false);
    const next = pool.embed(texts("c"), false);
    at(0).reply({ kind: "refused", reason: "too strange" });
    await expect(refused).rejects.toMatchObject({ code: "model_unavailable" });
    expect(at(0).given).toEqual(["a", "c"]);
    answer(0);
    expect(letters(await next)).toBe("c");
  });

  it("closes the workers when closed, and does not start dead ones again", async () => {
    const { threads, spawn, at } = puppetThreads();
    const pool = createWorkerPool(spawn, 1);
    at(0).reply({ kind: "ready" });
    const running = pool.embed(texts("a"), false);
    const outcome = expect(running).rejects.toMatchObject({ code: "cancelled" });
    await pool.close();
    await outcome;
    at(0).die();
    expect(threads).toHaveLength(1);
    expect(at(0).closed).toBe(true);
  });
});
