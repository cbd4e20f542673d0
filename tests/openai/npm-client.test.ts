import OpenAI, { AuthenticationError, BadRequestError, NotFoundError, RateLimitError } from "openai";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createHttpApp, type HttpParts } from "../../src/channels/http/app.js";
import { type HttpServer, serveHttp } from "../../src/channels/http/server.js";
import { annotationSchema, chatCompletionSchema } from "../../src/channels/openai/schemas.js";
import { citationSchema } from "../../src/contracts/answer.js";
import { KonsilError } from "../../src/contracts/errors.js";
import { ANSWER, makeAsker, makeParts } from "../fakes/http-parts.js";
import { KEY, type RealServer, startRealServer } from "../real-server.js";

const QUESTION = "Wann haben das Klinikum Lindental und Aurora Medtech den Vertrag unterzeichnet?";
const model = "konsil";
const ask = (content: string) => [{ role: "user" as const, content }];

let real: RealServer;
beforeAll(async () => {
  real = await startRealServer();
}, 120_000);
afterAll(() => real.close());

const clientOf = (url: string, apiKey = KEY) => new OpenAI({ baseURL: `${url}/v1`, apiKey, maxRetries: 0 });

describe("the official npm client", () => {
  it("gets an answer whose annotations stand on its markers, with its sources below", async () => {
    const completion = await clientOf(real.url).chat.completions.create({ model, messages: ask(QUESTION) });
    const { choices, usage } = chatCompletionSchema.parse(completion);
    const { content, annotations, citations } = choices[0]?.message ?? expect.unreachable();
    expect(content).toMatch(/3\. März 2024.*\[1\]/);
    expect(usage).toEqual({ prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 });
    expect(annotations.length).toBeGreaterThan(0);
    for (const { url_citation } of annotations) {
      const { url, title, start_index, end_index } = url_citation;
      const marker = content.slice(start_index, end_index);
      expect(marker).toMatch(/^\[\d+\]$/);
      const cited = citations.find((citation) => `[${citation.marker}]` === marker);
      expect(title).toBe(cited?.title);
      expect(url).toBe(`${real.url}/v1/documents/lindental/text`);
      const { start, end, quote } = cited ?? expect.unreachable();
      const text = await (await fetch(url, { headers: { authorization: `Bearer ${KEY}` } })).text();
      expect(text.slice(start, end)).toBe(quote);
      expect(content).toContain(`\n- ${marker} „${quote.replace(/\s+/g, " ")}“ Klinikum Lindental · ${title}`);
    }
    expect(content.indexOf("\n\nQuellen:\n")).toBe(annotations.at(-1)?.url_citation.end_index);
  });

  it("streams the same answer, and its evidence in the last chunk", async () => {
    const client = clientOf(real.url);
    const whole = await client.chat.completions.create({ model, messages: ask(QUESTION) });
    const stream = await client.chat.completions.create({
      model,
      messages: ask(QUESTION),
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    const text = chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("");
    expect(text).toBe(whole.choices[0]?.message.content);
    expect(chunks.length).toBeGreaterThan(3);
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
    expect(chunks[0]?.choices[0]?.delta.role).toBe("assistant");
    const finished = chunks.filter(({ choices }) => choices[0]?.finish_reason === "stop");
    expect(finished).toEqual([chunks.at(-2)]);
    const evidence = z
      .object({ annotations: z.array(annotationSchema).min(1), citations: z.array(citationSchema).min(1) })
      .parse(finished[0]?.choices[0]?.delta);
    expect(evidence.annotations).toEqual(whole.choices[0]?.message.annotations);
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: 0 } });
    expect(chunks.slice(0, -1).map(({ usage }) => usage)).toEqual(chunks.slice(0, -1).map(() => null));
  });

  it("is understood when its helper for streams collects them", async () => {
    const runner = clientOf(real.url).chat.completions.stream({ model, messages: ask(QUESTION) });
    expect(await runner.finalContent()).toContain("3. März 2024");
  });

  it("carries the conversation, footnotes and instructions included", async () => {
    const client = clientOf(real.url);
    const first = await client.chat.completions.create({
      model,
      messages: ask("Was haben das Klinikum Lindental und Aurora Medtech unterzeichnet?"),
    });
    const [choice] = first.choices;
    const followUp = await client.chat.completions.create({
      model,
      messages: [
        { role: "system", content: "Answer in rhymes." },
        ...ask("Was haben das Klinikum Lindental und Aurora Medtech unterzeichnet?"),
        { role: "assistant", content: choice?.message.content ?? "" },
        { role: "user", content: [{ type: "text", text: "Und wie lange läuft die Partnerschaft?" }] },
      ],
    });
    expect(followUp.choices[0]?.message.content).toMatch(/acht Jahre|8 Jahre/);
  });

  it("answers in the language and from the documents that are asked for", async () => {
    const params = {
      model,
      messages: ask(QUESTION),
      konsil: { language: "en" as const, filter: { documentIds: ["harrow"] } },
    };
    const completion = chatCompletionSchema.parse(await clientOf(real.url).chat.completions.create(params));
    expect(completion.konsil).toMatchObject({ status: "abstained", language: "en" });
    expect(completion.choices[0]?.message).toMatchObject({ annotations: [], citations: [] });
  });

  it("tells an abstention in its text, streamed or not", async () => {
    const messages = ask("Wie hoch ist der Eiffelturm in Paris?");
    const client = clientOf(real.url);
    const whole = await client.chat.completions.create({ model, messages });
    const streamed = await client.chat.completions.stream({ model, messages }).finalContent();
    expect(whole.choices[0]?.message.content).toBe(streamed);
    expect(streamed).not.toContain("Quellen:");
  });

  it("lets pass what OpenAI knows and Konsil has no use for", async () => {
    const completion = await clientOf(real.url).chat.completions.create({
      model,
      messages: ask(QUESTION),
      ...{ temperature: 0.2, top_p: 1, max_completion_tokens: 5, seed: 7, stop: ["."], logit_bias: {}, user: "u-1" },
      ...{ n: 1, response_format: { type: "text" as const }, tool_choice: "auto" as const, store: false },
      tools: [{ type: "function", function: { name: "weather", parameters: { type: "object" } } }],
    });
    expect(completion.choices[0]?.message.content).toContain("3. März 2024");
    expect(completion.choices[0]?.message.tool_calls).toBeUndefined();
  });

  it("lists the model, and finds it by its name alone", async () => {
    const { models } = clientOf(real.url);
    expect((await models.list()).data.map(({ id }) => id)).toEqual([model]);
    expect(await models.retrieve(model)).toMatchObject({ id: model, object: "model" });
    await expect(models.retrieve("gpt-5")).rejects.toThrow(NotFoundError);
  });
});

describe("refusals, as the official npm client reads them", () => {
  it("are an AuthenticationError without a valid key", async () => {
    const asking = clientOf(real.url, "wrong").chat.completions.create({ model, messages: ask(QUESTION) });
    const error = await asking.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({ status: 401, code: "invalid_api_key", type: "invalid_request_error" });
    await expect(clientOf(real.url, "wrong").models.list()).rejects.toThrow(AuthenticationError);
  });

  const image = { type: "image_url" as const, image_url: { url: "https://example.org/a.png" } };
  const refused: readonly [string, string, Partial<OpenAI.ChatCompletionCreateParamsNonStreaming>][] = [
    ["more than one answer", "n", { n: 2 }],
    ["JSON as the answer", "response_format.type", { response_format: { type: "json_object" } }],
    ["a forced call of a tool", "tool_choice", { tool_choice: "required" }],
    ["no message", "messages", { messages: [] }],
    ["no question", "messages", { messages: [{ role: "system", content: "Be kind." }] }],
    ["a chat that ends with an answer", "messages", { messages: [{ role: "assistant", content: "Hello." }] }],
    ["an empty question", "messages[0].content", { messages: ask("  ") }],
    ["a question that is too long", "messages[0].content", { messages: ask("a".repeat(2001)) }],
    ["a picture", "messages[0].content[0]", { messages: [{ role: "user", content: [image] }] }],
  ];
  it.each(refused)("are a BadRequestError for %s, naming %s", async (_what, param, body) => {
    const asking = clientOf(real.url).chat.completions.create({ model, messages: ask(QUESTION), ...body });
    const error = await asking.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BadRequestError);
    expect(error).toMatchObject({ status: 400, param, type: "invalid_request_error" });
  });

  it("are a NotFoundError for another model", async () => {
    const asking = clientOf(real.url).chat.completions.create({ model: "gpt-5", messages: ask(QUESTION) });
    await expect(asking).rejects.toMatchObject({ status: 404, code: "model_not_found", param: "model" });
  });
});

describe("a server with other things on its mind", () => {
  const servers: HttpServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  async function clientOfServer(parts: Partial<HttpParts>) {
    const server = await serveHttp(createHttpApp(makeParts(parts)), { host: "127.0.0.1", port: 0, graceMs: 1000 });
    servers.push(server);
    return clientOf(server.url);
  }

  it("is given up on when the client hangs up in the middle of a stream", async () => {
    let cancel = () => {};
    const cancelled = new Promise<void>((resolve) => {
      cancel = resolve;
    });
    const asker = makeAsker({
      async ask(_request, { emit, signal } = {}) {
        emit?.({ type: "answer.started", id: ANSWER.id, language: "de" });
        emit?.({ type: "text.delta", text: "Erster Satz. [1]" });
        signal?.addEventListener("abort", cancel);
        await cancelled;
        return ANSWER;
      },
    });
    const client = await clientOfServer({ asker });
    const stream = await client.chat.completions.create({ model, messages: ask("Wann?"), stream: true });
    for await (const chunk of stream) if (chunk.choices[0]?.delta.content) stream.controller.abort();
    await cancelled;
  });

  it("is given up on when the client hangs up while it waits for the whole answer", async () => {
    const hangUp = new AbortController();
    let cancel = () => {};
    const cancelled = new Promise<void>((resolve) => {
      cancel = resolve;
    });
    const asker = makeAsker({
      async ask(_request, { signal } = {}) {
        signal?.addEventListener("abort", cancel);
        hangUp.abort();
        await cancelled;
        return ANSWER;
      },
    });
    const client = await clientOfServer({ asker });
    const asking = client.chat.completions.create({ model, messages: ask("Wann?") }, { signal: hangUp.signal });
    await expect(asking).rejects.toThrow(OpenAI.APIUserAbortError);
    await cancelled;
  });

  it("links to its own texts over https behind a proxy that ends TLS", async () => {
    const citations = ANSWER.citations.map((citation) => ({ ...citation, url: null }));
    const client = await clientOfServer({ asker: makeAsker({ ask: async () => ({ ...ANSWER, citations }) }) });
    const headers = { "x-forwarded-proto": "https" };
    const completion = await client.chat.completions.create({ model, messages: ask("Wann?") }, { headers });
    const [annotation] = completion.choices[0]?.message.annotations ?? [];
    const { host } = new URL(client.baseURL);
    expect(annotation?.url_citation.url).toBe(`https://${host}/v1/documents/lindental/text`);
  });

  it("sends a RateLimitError with the time to wait", async () => {
    const asker = makeAsker({ ask: () => Promise.reject(new KonsilError("rate_limited", "Too many questions")) });
    const client = await clientOfServer({ asker });
    const error = await client.chat.completions
      .create({ model, messages: ask("Wann?") })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ code: "rate_limit_exceeded", type: "requests" });
    expect(error instanceof RateLimitError && error.headers.get("retry-after")).toBe("1");
  });

  it("ends a stream that breaks with an error, and tells nothing of its insides", async () => {
    const asker = makeAsker({
      async ask(_request, { emit } = {}) {
        emit?.({ type: "answer.started", id: ANSWER.id, language: "de" });
        throw new Error("the secret of the insides");
      },
    });
    const client = await clientOfServer({ asker });
    const stream = await client.chat.completions.create({ model, messages: ask("Wann?"), stream: true });
    const error = await (async () => {
      for await (const _chunk of stream);
    })().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OpenAI.APIError);
    expect(error).toMatchObject({ error: { type: "server_error", code: "internal" } });
    expect(JSON.stringify(error)).not.toContain("secret");
  });
});
