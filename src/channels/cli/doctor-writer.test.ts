import { afterEach, describe, expect, it } from "vitest";
import { type LlmServer, type LlmServerOptions, startLlmServer } from "../../../tests/fakes/llm-server.js";
import { createScriptedWriter } from "../../../tests/fakes/scripted-writer.js";
import { createOpenAiWriter } from "../../adapters/writer-openai.js";
import { checkWriter } from "./doctor-writer.js";

const servers: LlmServer[] = [];
const NEVER = new AbortController().signal;

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function check(options: LlmServerOptions) {
  const server = await startLlmServer(options);
  servers.push(server);
  const writer = createOpenAiWriter({ url: server.url, model: "some-model", key: "sk-hush" });
  return { server, result: await checkWriter(writer, NEVER) };
}

describe("checkWriter", () => {
  it("is content with a model that answers, and says how soon", async () => {
    const { server, result } = await check({ reply: "Bereit" });
    expect(result).toMatchObject({ name: "writer", state: "ok", advice: null });
    expect(result.message).toMatch(/^some-model at http:.*, first word after \d+\.\d s$/);
    expect(server.requests).toHaveLength(1);
  });

  it("asks a model of unknown context with a prompt of the usual length", async () => {
    const { server } = await check({ reply: "Bereit" });
    const asked = server.requests[0]?.messages.map(({ content }) => content).join("") ?? "";
    expect(asked.length).toBeGreaterThan(4_000);
  });

  it.each([
    ["refused_connection", /cannot be reached/, /Start that server, or correct KONSIL_WRITER_URL/],
    ["no_route", /404/, /KONSIL_WRITER_URL where the address is that of another API/],
    ["wrong_key", /401/, /Correct KONSIL_WRITER_KEY/],
    ["unknown_model", /no such model/, /Correct KONSIL_WRITER_MODEL/],
    ["rate_limited", /429/, /quota/],
    ["context_exceeded", /more text than the model reads/, /4096 tokens/],
    ["failed", /500/, /log of that server/],
    ["invalid_json", /cannot be read/, /fits KONSIL_WRITER/],
  ] as const)("says what to do about %s", async (fault, message, advice) => {
    const { result } = await check({ fault });
    expect(result).toMatchObject({
      state: "failed",
      message: expect.stringMatching(message),
      advice: expect.stringMatching(advice),
    });
    expect(JSON.stringify(result)).not.toContain("sk-hush");
  });

  it("warns of a model that says nothing, and of one that reads too little, which it does not ask", async () => {
    expect((await check({ fault: "tool_call" })).result).toMatchObject({ state: "warning" });
    const small = createScriptedWriter("Bereit", { contextTokens: 512 });
    expect(await checkWriter(small, NEVER)).toMatchObject({
      state: "warning",
      message: expect.stringContaining("512"),
    });
    expect(small.calls).toEqual([]);
  });
});
