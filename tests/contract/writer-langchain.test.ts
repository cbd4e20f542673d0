import { setImmediate } from "node:timers/promises";
import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, AIMessageChunk, type BaseMessage } from "@langchain/core/messages";
import { ChatGenerationChunk, type ChatResult } from "@langchain/core/outputs";
import { ChatOpenAI } from "@langchain/openai";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createLangChainWriter } from "../../src/adapters/writer-langchain.js";
import type { Message } from "../../src/contracts/ports.js";
import type { WriterFailure } from "../../src/contracts/writer-error.js";
import { startLlmServer } from "../fakes/llm-server.js";
import { describeWriter, type OpenWriter } from "./writer.js";

type Content = AIMessageChunk["content"];

/** Streams chunks as given; an error is thrown, a promise waited for. */
class GivenChatModel extends BaseChatModel {
  readonly asked: BaseMessage[][] = [];
  readonly stopped: Promise<void>;
  #stop: () => void = () => undefined;

  constructor(readonly steps: readonly (Content | Error | Promise<unknown>)[]) {
    super({});
    this.stopped = new Promise((resolve) => {
      this.#stop = resolve;
    });
  }

  override _llmType(): string {
    return "given";
  }

  override _generate(): Promise<ChatResult> {
    return Promise.reject(new Error("It streams"));
  }

  override async *_streamResponseChunks(messages: BaseMessage[], { signal }: this["ParsedCallOptions"]) {
    signal?.addEventListener("abort", () => this.#stop(), { once: true });
    this.asked.push(messages);
    for (const step of this.steps) {
      await setImmediate();
      if (step instanceof Error) throw step;
      if (step instanceof Promise) await step;
      else yield new ChatGenerationChunk({ text: "", message: new AIMessageChunk({ content: step }) });
    }
  }
}

/** Cannot stream. */
class WholeChatModel extends BaseChatModel {
  override _llmType(): string {
    return "whole";
  }

  override async _generate(): Promise<ChatResult> {
    return { generations: [{ text: "", message: new AIMessage("Seit 2019 [1].") }] };
  }
}

async function open(...steps: readonly (Content | Error | Promise<unknown>)[]): Promise<OpenWriter> {
  const model = new GivenChatModel(steps);
  return { writer: createLangChainWriter(model), stopped: () => model.stopped, close: async () => undefined };
}

/** As the clients of providers throw. */
const refused = (status: number, message: string, fields: object = {}) =>
  Object.assign(new Error(`${message}: Füllhorn`), { status, ...fields });

const FAILURES: Readonly<Record<string, readonly [WriterFailure, Error]>> = {
  "a wrong key": ["unauthorized", refused(401, "Incorrect API key provided")],
  "a key that may not": ["unauthorized", refused(403, "Forbidden")],
  "an unknown model": ["unknown_model", refused(404, "model not found")],
  "too many requests": ["rate_limited", refused(429, "Too Many Requests")],
  "too long a prompt": ["context_exceeded", refused(400, "prompt is too long: 210000 tokens > 200000 maximum")],
  "a server that fails": ["failed", refused(529, "Overloaded")],
  "a status elsewhere": ["failed", Object.assign(new Error("Füllhorn"), { response: { status: 502 } })],
  "a status of Ollama": ["unknown_model", Object.assign(new Error("model 'x' not found"), { status_code: 404 })],
  "an error in the stream": ["failed", new Error('{"type":"overloaded_error","message":"Overloaded"}')],
  "nobody there": [
    "unreachable",
    new TypeError("fetch failed", { cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }) }),
  ],
  "an unknown name": [
    "unreachable",
    new Error("Connection error.", {
      cause: new Error("", { cause: Object.assign(new Error(), { code: "ENOTFOUND" }) }),
    }),
  ],
  "a time limit of its own": ["timeout", Object.assign(new Error("Request timed out."), { name: "TimeoutError" })],
  "a broken stream": [
    "invalid_reply",
    new TypeError("terminated", { cause: Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" }) }),
  ],
  "what is no JSON": ["invalid_reply", new SyntaxError("Unexpected token 'F', \"Füllhorn\" is not valid JSON")],
};

describeWriter("writer-langchain", {
  replying: (text) => open(...(text.match(/\s*\S+/g) ?? [])),
  stalling: (text) => open(text.slice(0, 20), new Promise(() => undefined)),
  failing: Object.fromEntries(
    Object.entries(FAILURES).map(([what, [failure, error]]) => [what, { failure, open: () => open("Seit", error) }]),
  ),
});

describe("createLangChainWriter", () => {
  const MESSAGES: readonly Message[] = [
    { role: "system", content: "Antworte kurz." },
    {
      role: "user",
      content: "[1] Es begann 2019. Seit wann?",
      citable: { content: "Seit wann?", sources: [{ marker: 7, title: "Kooperation", text: "Es begann 2019." }] },
    },
  ];
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  async function replyOf(model: BaseChatModel, options: Parameters<typeof createLangChainWriter>[1] = {}) {
    let reply = "";
    for await (const piece of createLangChainWriter(model, options).write(MESSAGES)) reply += piece;
    return reply;
  }

  it("hands on who said what", async () => {
    const model = new GivenChatModel(["Seit 2019."]);
    await replyOf(model);
    expect(model.asked[0]?.map(({ type, content }) => [type, content])).toEqual([
      ["system", "Antworte kurz."],
      ["human", "[1] Es begann 2019. Seit wann?"],
    ]);
  });

  it("is named after the model, or as it is told", () => {
    const model = new WholeChatModel({});
    expect(createLangChainWriter(model)).toMatchObject({
      provider: "langchain",
      model: "WholeChatModel",
      id: "WholeChatModel (whole)",
      contextTokens: null,
    });
    expect(createLangChainWriter(model, { model: "ours", contextTokens: 512 })).toMatchObject({
      model: "ours",
      contextTokens: 512,
    });
  });

  it("takes the whole reply of a model that does not stream", async () => {
    expect(await replyOf(new WholeChatModel({}))).toBe("Seit 2019 [1].");
  });

  it("leaves out what is no text", async () => {
    const content = [
      { type: "reasoning", reasoning: "Let me see." },
      { type: "text", text: "Seit 2019." },
      { type: "tool_use", id: "1", name: "search", input: {} },
      { type: "image_url", image_url: "data:image/png;base64,AA==" },
    ];
    expect(await replyOf(new GivenChatModel([content, "", [{ type: "text", text: " Ja." }]]))).toBe("Seit 2019. Ja.");
  });

  it.each([
    [["<think>Let me", " see. Since </th", "ink>\n\nSeit 2019."], "Seit 2019."],
    [["\n<th", "ink>", "x".repeat(100), "</think>Seit", " 2019."], "Seit 2019."],
    [["<think>for ever"], ""],
    [["<", "thorough> Seit 2019."], "<thorough> Seit 2019."],
    [["<thi"], "<thi"],
    [["Seit <think>2019</think>."], "Seit <think>2019</think>."],
  ])("leaves out what is thought aloud before the reply: %j", async (pieces, reply) => {
    expect(await replyOf(new GivenChatModel(pieces))).toBe(reply);
  });

  it("hands sources over apart, and marks what is cited, for a model that can do this", async () => {
    const cited = [
      [{ type: "text", index: 0, text: "Es begann" }],
      [{ type: "text", index: 0, text: " 2019." }],
      [{ type: "text", index: 0, citations: [{ type: "char_location", document_index: 0, cited_text: "2019" }] }],
    ];
    const model = new GivenChatModel(cited);
    expect(await replyOf(model, { cites: true })).toBe("Es begann 2019 [7].");
    expect(model.asked[0]?.[1]?.content).toEqual([
      {
        type: "document",
        source: { type: "text", media_type: "text/plain", data: "Es begann 2019." },
        title: "Kooperation",
        citations: { enabled: true },
      },
      { type: "text", text: "Seit wann?" },
    ]);
  });

  it("tells after which time a server wants to be asked again", async () => {
    const failureFor = async (headers: unknown) => {
      const error: unknown = await replyOf(new GivenChatModel([refused(429, "Slow down", { headers })])).catch(
        (thrown: unknown) => thrown,
      );
      return error;
    };
    expect(await failureFor(new Headers({ "retry-after": "7" }))).toMatchObject({ retryAfterMs: 7_000 });
    expect(await failureFor({ "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" })).toMatchObject({ retryAfterMs: 0 });
    expect(await failureFor({})).toMatchObject({ retryAfterMs: null });
  });

  it("sends nothing to a service that traces, also where the environment says so", async () => {
    const server = await startLlmServer({ reply: "Seit 2019." });
    const tracing = await startLlmServer();
    for (const name of ["LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2", "LANGCHAIN_VERBOSE"]) vi.stubEnv(name, "true");
    for (const name of ["LANGSMITH_ENDPOINT", "LANGCHAIN_ENDPOINT"]) vi.stubEnv(name, tracing.url);
    vi.stubEnv("LANGSMITH_API_KEY", "k");
    const configuration = { baseURL: `${server.url}/v1` };
    const model = new ChatOpenAI({ model: "some-model", apiKey: "k", configuration, maxRetries: 0 });
    expect(await replyOf(model)).toBe("Seit 2019.");
    await Promise.all([server.close(), tracing.close()]);
    expect([server.requests.length, tracing.requests.length]).toEqual([1, 0]);
  });
});
