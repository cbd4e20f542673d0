import { describe, expect, it, vi } from "vitest";
import type { LlmServerOptions } from "../../tests/fakes/llm-server.js";
import { serveModels } from "../../tests/fakes/llm-servers.js";
import type { Writer } from "../contracts/ports.js";
import { createOpenAiWriter } from "./writer-openai.js";

const MESSAGES = [
  { role: "system" as const, content: "Antworte kurz." },
  { role: "user" as const, content: "Seit wann?" },
];
const KEY = "sk-hush-17";

const start = serveModels("Seit 2019 [1].");

async function replyOf(writer: Writer, maxTokens?: number): Promise<string> {
  let reply = "";
  for await (const piece of writer.write(MESSAGES, maxTokens === undefined ? {} : { maxTokens })) reply += piece;
  return reply;
}

/** The failure of a call, and what the operator is told. */
async function failureOf(options: LlmServerOptions) {
  const { url } = await start(options);
  const error: unknown = await replyOf(createOpenAiWriter({ url, model: "some-model", key: KEY })).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ code: "model_unavailable" });
  return error instanceof Error ? error : expect.unreachable("no failure");
}

describe("createOpenAiWriter", () => {
  it.each(["", "/", "/v1", "/v1/", "/v1/chat/completions"])(
    "finds the API at an address that ends with %j",
    async (end) => {
      const { url } = await start();
      expect(await replyOf(createOpenAiWriter({ url: `${url}${end}`, model: "m", key: null }))).toBe("Seit 2019 [1].");
    },
  );

  it("takes another path as it is, as gateways have it", async () => {
    const { url, requests } = await start();
    await expect(replyOf(createOpenAiWriter({ url: `${url}/api/v3`, model: "m", key: null }))).rejects.toThrow(
      "KONSIL_WRITER_URL",
    );
    expect(requests.map(({ path }) => path)).toEqual(["/api/v3/chat/completions"]);
  });

  it("asks in a stream, without chance, for so many tokens", async () => {
    const { url, requests } = await start();
    await replyOf(createOpenAiWriter({ url, model: "some-model", key: KEY }), 70);
    const body = { model: "some-model", messages: MESSAGES, stream: true, temperature: 0, max_tokens: 70 };
    expect(requests.map((request) => request.body)).toEqual([body]);
  });

  it("tells no temperature to models that refuse one", async () => {
    const { url, requests } = await start();
    await replyOf(createOpenAiWriter({ url, model: "o3-mini", key: KEY }), 70);
    expect(requests[0]?.body).toMatchObject({ max_completion_tokens: 70 });
    expect(requests[0]?.body).not.toHaveProperty("temperature");
  });

  it("sends its key, and nothing of what the environment holds for the same client", async () => {
    vi.stubEnv("OPENAI_API_KEY", "sk-other");
    vi.stubEnv("OPENAI_ORG_ID", "org-other");
    vi.stubEnv("OPENAI_PROJECT_ID", "project-other");
    vi.stubEnv("OPENAI_CUSTOM_HEADERS", "x-other: other");
    const { url, requests } = await start();
    await replyOf(createOpenAiWriter({ url, model: "m", key: KEY }));
    await replyOf(createOpenAiWriter({ url, model: "m", key: null }));
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${KEY}`, undefined]);
    expect(JSON.stringify(requests.map(({ headers }) => headers))).not.toMatch(/other|stainless|none/);
  });

  it("reaches one server only, whatever the environment says", async () => {
    const elsewhere = await start();
    vi.stubEnv("LANGSMITH_GATEWAY", elsewhere.url);
    vi.stubEnv("OPENAI_BASE_URL", elsewhere.url);
    const { url, requests } = await start();
    await replyOf(createOpenAiWriter({ url, model: "m", key: KEY }));
    expect([requests.length, elsewhere.requests.length]).toEqual([1, 0]);
  });

  it("names model and address, and no part of the address that may hold a secret", () => {
    const { id, model, provider } = createOpenAiWriter({
      url: "https://a.example/v1?token=hush",
      model: "m",
      key: KEY,
    });
    expect([id, model, provider]).toEqual(["m at https://a.example/v1", "m", "openai"]);
  });

  it("knows how much OpenAI's models read, and nothing about others", () => {
    const contextOf = (model: string) =>
      createOpenAiWriter({ url: "http://a.example", model, key: null }).contextTokens;
    expect(contextOf("gpt-4o")).toBeGreaterThan(100_000);
    expect(contextOf("some-model")).toBeNull();
  });
});

describe("a server that refuses", () => {
  it.each([
    ["wrong_key", "set KONSIL_WRITER_KEY"],
    ["unknown_model", "correct KONSIL_WRITER_MODEL"],
    ["no_route", "check KONSIL_WRITER_URL and KONSIL_WRITER_MODEL"],
    ["redirected", "set KONSIL_WRITER_URL to the address that it redirects to"],
    ["context_exceeded", "start it with a larger context"],
    ["web_page", "check that KONSIL_WRITER_URL is the address of an API"],
    ["failed", "look into the log of that server"],
    ["refused_connection", "cannot be reached (ECONNREFUSED); is it running, and KONSIL_WRITER_URL right?"],
  ] as const)("by %s is told with what to do, and neither key nor prompt", async (fault, told) => {
    const { message } = await failureOf({ fault });
    expect(message).toContain(told);
    for (const secret of [KEY, ...MESSAGES.map(({ content }) => content)]) expect(message).not.toContain(secret);
  });

  it("for now says when to come back", async () => {
    expect(await failureOf({ fault: "rate_limited" })).toMatchObject({ failure: "rate_limited", retryAfterMs: null });
    const told = { fault: "rate_limited_with_wait", retryAfterSeconds: 3 } as const;
    expect(await failureOf(told)).toMatchObject({ failure: "rate_limited", retryAfterMs: 3_000 });
  });
});

describe("a reply that is none", () => {
  it.each(["empty", "tool_call"] as const)("is no piece at all: %s", async (fault) => {
    const { url } = await start({ fault });
    expect(await replyOf(createOpenAiWriter({ url, model: "m", key: null }))).toBe("");
  });

  it("is not printed where it cannot be read", async () => {
    const printed = (["log", "warn", "error", "info", "debug"] as const).map((name) => vi.spyOn(console, name));
    await failureOf({ fault: "invalid_json" });
    expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([]);
  });
});

describe("a server that says nothing", () => {
  it("is left when the signal fires", async () => {
    const server = await start({ fault: "silent" });
    const controller = new AbortController();
    const writer = createOpenAiWriter({ url: server.url, model: "m", key: null });
    const reading = writer.write(MESSAGES, { signal: controller.signal })[Symbol.asyncIterator]().next();
    const outcome = expect(reading).rejects.toMatchObject({ code: "cancelled" });
    await vi.waitUntil(() => server.requests.length === 1);
    controller.abort();
    await Promise.all([outcome, server.hungUp()]);
  });
});
