import { describe, expect, it, vi } from "vitest";
import { serveModels } from "../../tests/fakes/llm-servers.js";
import { createOllamaWriter } from "./writer-ollama.js";

const MESSAGES = [
  { role: "system" as const, content: "Antworte kurz." },
  { role: "user" as const, content: "Seit wann?" },
];

const start = serveModels("Seit 2019 [1].");

async function replyOf(url: string, key: string | null = null, maxTokens = 70): Promise<string> {
  let reply = "";
  const writer = createOllamaWriter({ url, model: "some-model", key });
  for await (const piece of writer.write(MESSAGES, { maxTokens })) reply += piece;
  return reply;
}

describe("createOllamaWriter", () => {
  it.each(["", "/", "/api", "/v1"])("finds the API at an address that ends with %j", async (end) => {
    const { url } = await start();
    expect(await replyOf(`${url}${end}`)).toBe("Seit 2019 [1].");
  });

  it("asks in a stream, without chance, for so many tokens, and for a context that holds the prompt", async () => {
    const { url, requests } = await start();
    await replyOf(url);
    const { contextTokens } = createOllamaWriter({ url, model: "some-model", key: null });
    const options = { temperature: 0, num_predict: 70, num_ctx: contextTokens };
    expect(requests.map(({ body }) => body)).toEqual([
      { model: "some-model", messages: MESSAGES, stream: true, think: false, options },
    ]);
  });

  it("sends a key only where there is one, and reaches one server only", async () => {
    const elsewhere = await start();
    vi.stubEnv("OLLAMA_BASE_URL", elsewhere.url);
    vi.stubEnv("OLLAMA_HOST", elsewhere.url);
    vi.stubEnv("OLLAMA_API_KEY", "other");
    const { url, requests } = await start();
    await replyOf(url);
    await replyOf(url, "k");
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([undefined, "Bearer k"]);
    expect(elsewhere.requests).toEqual([]);
  });

  it("tells when to come back", async () => {
    const { url } = await start({ fault: "rate_limited_with_wait", retryAfterSeconds: 3 });
    await expect(replyOf(url)).rejects.toMatchObject({ failure: "rate_limited", retryAfterMs: 3_000 });
  });

  it.each(["invalid_json", "failed", "no_route", "half_stream", "stalled_stream"] as const)(
    "prints nothing, whatever happens: %s",
    async (fault) => {
      const printed = (["log", "warn", "error", "info", "debug"] as const).map((name) => vi.spyOn(console, name));
      const server = await start({ fault });
      const controller = new AbortController();
      const writer = createOllamaWriter({ url: server.url, model: "some-model", key: null });
      const reading = (async () => {
        for await (const _piece of writer.write(MESSAGES, { signal: controller.signal }))
          if (fault === "stalled_stream") controller.abort();
      })();
      await expect(reading).rejects.toThrow();
      expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([]);
    },
  );
});
