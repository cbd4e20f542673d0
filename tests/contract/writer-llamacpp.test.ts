import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadNodeLlamaCpp } from "../../src/adapters/writer-llamacpp/node-llama-cpp.js";
import { createLlamaCppWriter } from "../../src/adapters/writer-llamacpp.js";
import type { Message, Writer } from "../../src/contracts/ports.js";

const GGUF = process.env.KONSIL_TEST_GGUF;

describe("without node-llama-cpp", () => {
  it("says what is to be installed", async () => {
    await expect(loadNodeLlamaCpp("node-llama-cpp-that-is-not-there")).rejects.toMatchObject({
      code: "invalid_configuration",
      message: expect.stringContaining("npm install node-llama-cpp@"),
    });
  });

  it("says so of another package under its name, too", async () => {
    await expect(loadNodeLlamaCpp("zod")).rejects.toMatchObject({
      code: "invalid_configuration",
      message: expect.stringContaining("another version"),
    });
  });
});

/** Replies of a real model are its own: what is compared here is that there are any, and that they end. */
describe.skipIf(GGUF === undefined)("writer-llamacpp, on the file that KONSIL_TEST_GGUF names", () => {
  const QUESTION: readonly Message[] = [
    { role: "system", content: "Answer in one word." },
    { role: "user", content: "What is the capital of France?" },
  ];
  let writer: Writer;
  beforeAll(async () => {
    writer = await createLlamaCppWriter({ model: GGUF ?? "" });
  });
  afterAll(() => writer.close());

  async function replyOf(messages: readonly Message[], maxTokens: number, signal?: AbortSignal): Promise<string> {
    let reply = "";
    for await (const piece of writer.write(messages, { maxTokens, ...(signal === undefined ? {} : { signal }) }))
      reply += piece;
    return reply;
  }

  it("knows its context, and is named after the file alone", () => {
    expect(writer.contextTokens).toBeGreaterThan(0);
    expect(writer.model).not.toContain("/");
  });

  it("answers, knows what was said before, and answers again the same", { timeout: 600_000 }, async () => {
    const first = await replyOf(QUESTION, 8);
    expect(first).toContain("Paris");
    const followUp = { role: "user", content: "And of Italy?" } as const;
    expect(await replyOf([...QUESTION, { role: "assistant", content: first }, followUp], 8)).toContain("Rom");
    expect(await replyOf(QUESTION, 8)).toBe(first);
  });

  it("does one thing after the other", { timeout: 600_000 }, async () => {
    const replies = await Promise.all([replyOf(QUESTION, 4), replyOf(QUESTION, 4)]);
    expect(replies[0]).toBe(replies[1]);
  });

  it("stops on a signal and when the reader stops, and then goes on with other work", {
    timeout: 600_000,
  }, async () => {
    const controller = new AbortController();
    const story: readonly Message[] = [{ role: "user", content: "Tell a long story about the sea." }];
    const writing = (async () => {
      for await (const _piece of writer.write(story, { maxTokens: 2_000, signal: controller.signal }))
        controller.abort();
    })();
    await expect(writing).rejects.toMatchObject({ code: "cancelled" });
    for await (const _piece of writer.write(story, { maxTokens: 2_000 })) break;
    expect(await replyOf(QUESTION, 8)).toContain("Paris");
  });

  it("refuses more than it can read", { timeout: 600_000 }, async () => {
    const long: readonly Message[] = [{ role: "user", content: "word ".repeat(writer.contextTokens ?? 0) }];
    await expect(replyOf(long, 8)).rejects.toMatchObject({ failure: "context_exceeded" });
  });

  it("refuses a file that is none, and one that is not there", async () => {
    const opening = (model: string) => createLlamaCppWriter({ model });
    await expect(opening("not/there.gguf")).rejects.toMatchObject({ code: "invalid_configuration" });
    await expect(opening("package.json")).rejects.toMatchObject({
      code: "invalid_configuration",
      message: expect.stringContaining("no GGUF file"),
    });
  });
});
