import { afterEach, describe, expect, it } from "vitest";
import { type LlmServer, type LlmServerOptions, startLlmServer } from "../tests/fakes/llm-server.js";
import { createScriptedWriter } from "../tests/fakes/scripted-writer.js";
import { readConfig } from "./config.js";
import type { Message, Writer } from "./contracts/ports.js";
import { createLog } from "./observe/log.js";
import { openWriter } from "./open-writer.js";

const MESSAGES: readonly Message[] = [{ role: "user", content: "Seit wann arbeiten sie zusammen?" }];
const REPLY = "Seit 2019 [1].";

const servers: LlmServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A log, and its lines. */
function listening() {
  const lines: string[] = [];
  return { lines, log: createLog({ level: "debug", stream: { write: (line: string) => lines.push(line) } }) };
}

async function configured(provider: string, options: LlmServerOptions = {}) {
  const server = await startLlmServer({ reply: REPLY, key: "sk-hush", ...options });
  servers.push(server);
  const env = { KONSIL_WRITER_MODEL: "some-model", KONSIL_WRITER_URL: server.url, KONSIL_WRITER_KEY: "sk-hush" };
  return readConfig({ KONSIL_WRITER: provider, ...env }, "/x");
}

async function replyOf(writer: Writer | null): Promise<string> {
  let reply = "";
  for await (const piece of writer?.write(MESSAGES) ?? []) reply += piece;
  return reply;
}

describe("openWriter", () => {
  it("opens none with extract", async () => {
    expect(await openWriter(readConfig({}, "/x"), listening().log)).toBeNull();
  });

  it.each(["openai", "anthropic", "ollama"])("opens the configured one: %s", async (provider) => {
    const writer = await openWriter(await configured(provider), listening().log);
    expect(writer).toMatchObject({ provider, model: "some-model" });
    expect(await replyOf(writer)).toBe(REPLY);
    await writer?.close();
  });

  it("opens no model of a file that is not there", async () => {
    const config = readConfig({ KONSIL_WRITER: "llamacpp", KONSIL_WRITER_MODEL: "not-there.gguf" }, "/x");
    await expect(openWriter(config, listening().log)).rejects.toMatchObject({ code: "invalid_configuration" });
  });

  it("takes the given one before the configured one, and holds it to the given limits", async () => {
    const stuck = createScriptedWriter([new Promise(() => undefined)]);
    const writer = await openWriter(await configured("openai"), listening().log, stuck, { timeoutMs: 30 });
    await expect(replyOf(writer)).rejects.toMatchObject({ failure: "timeout" });
    expect([writer?.provider, stuck.abandoned]).toEqual(["scripted", 1]);
  });

  it("logs that a call failed and why, and neither prompt nor reply nor key", async () => {
    const { lines, log } = listening();
    const writer = await openWriter(await configured("openai", { fault: "half_stream" }), log);
    await expect(replyOf(writer)).rejects.toMatchObject({ failure: "invalid_reply" });
    const good = await openWriter(await configured("openai"), log);
    await replyOf(good);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: "warn", failure: "invalid_reply", msg: "the language model failed" },
      { level: "debug", msg: "the language model wrote", firstPieceMs: expect.any(Number) },
    ]);
    for (const secret of ["Seit", "sk-hush", "arbeiten"]) expect(lines.join("")).not.toContain(secret);
  });

  it("logs nothing of a caller who has gone", async () => {
    const { lines, log } = listening();
    const writer = await openWriter(await configured("openai"), log);
    const reading = writer?.write(MESSAGES, { signal: AbortSignal.abort() })[Symbol.asyncIterator]().next();
    await expect(reading).rejects.toMatchObject({ code: "cancelled" });
    expect(lines).toEqual([]);
  });
});
