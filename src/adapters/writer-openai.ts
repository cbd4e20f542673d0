import { ChatOpenAICompletions } from "@langchain/openai";
import type { Writer } from "../contracts/ports.js";
import { createChatWriter } from "./writer/chat-model.js";
import { CONFIGURED } from "./writer/failure.js";
import { createWriterFetch } from "./writer/fetch.js";

export interface OpenAiWriterOptions {
  /** Of the API (`https://api.openai.com/v1`); an address without a path is completed by `/v1`. */
  readonly url: string;
  readonly model: string;
  /** Null for a server that wants none. */
  readonly key: string | null;
}

/** These choose their words by themselves, and refuse to be told a temperature. */
const REASONING_MODEL = /^(?:o\d|gpt-5(?!-chat))/;

/**
 * A model behind the chat completions API: OpenAI's own, and that of vLLM, LM Studio, the llama.cpp server, gateways.
 * Nothing is sent before the first call. Throws `WriterError`.
 */
export function createOpenAiWriter({ url, model, key }: OpenAiWriterOptions): Writer {
  const base = baseOf(url);
  const id = `${model} at ${base}`;
  const temperature = REASONING_MODEL.test(model) ? {} : { temperature: 0 };
  return createChatWriter({
    id,
    provider: "openai",
    model,
    contextTokens: new ChatOpenAICompletions({ model, apiKey: "none" }).profile.maxInputTokens ?? null,
    variables: CONFIGURED,
    open({ signal, maxTokens }) {
      const headers: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
      const contentType = /event-stream|octet-stream|text\/plain|^$/;
      const { fetch, failure } = createWriterFetch({ id, base, headers, signal, contentType });
      const chat = new ChatOpenAICompletions({
        model,
        ...temperature,
        ...(maxTokens === undefined ? {} : { maxTokens }),
        streaming: true,
        // Not every server knows the option by which usage is asked for.
        streamUsage: false,
        maxRetries: 0,
        // The client wants one; the real one goes into `headers`.
        apiKey: "none",
        // Without a level the client prints what it cannot read, which is text of the model.
        configuration: { baseURL: base, fetch, logLevel: "off" },
      });
      return { chat, failure };
    },
  });
}

/** Without what the client adds by itself, and with the `/v1` that a bare host lacks. */
function baseOf(url: string): string {
  const { origin, pathname } = new URL(url);
  const path = pathname.replace(/\/+$/, "").replace(/\/chat\/completions$/, "");
  return `${origin}${path === "" ? "/v1" : path}`;
}
