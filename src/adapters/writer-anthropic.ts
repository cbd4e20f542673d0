import { ChatAnthropic } from "@langchain/anthropic";
import type { Writer } from "../contracts/ports.js";
import { createChatWriter } from "./writer/chat-model.js";
import { CONFIGURED } from "./writer/failure.js";
import { createWriterFetch } from "./writer/fetch.js";

export interface AnthropicWriterOptions {
  /** Of the API, without `/v1`, which may stand there too. */
  readonly url: string;
  readonly model: string;
  readonly key: string;
}

/**
 * A model of Anthropic's Messages API. Sources of a message go there as documents, and what the model cites of them
 * comes back as markers. Nothing is sent before the first call. Throws `WriterError`.
 */
export function createAnthropicWriter({ url, model, key }: AnthropicWriterOptions): Writer {
  const base = baseOf(url);
  const id = `${model} at ${base}`;
  const basics = { model, apiKey: "none", anthropicApiUrl: base, maxRetries: 0, ...temperatureOf(model) };
  return createChatWriter({
    id,
    provider: "anthropic",
    model,
    contextTokens: new ChatAnthropic(basics).profile.maxInputTokens ?? null,
    variables: CONFIGURED,
    cites: true,
    open({ signal, maxTokens }) {
      const headers = { "x-api-key": key };
      const { fetch, failure } = createWriterFetch({ id, base, headers, signal, contentType: /event-stream|^$/ });
      const chat = new ChatAnthropic({
        ...basics,
        ...(maxTokens === undefined ? {} : { maxTokens }),
        // Without streaming the class loses citations.
        streaming: true,
        // Without a level the client prints what it cannot read, which is text of the model.
        clientOptions: { fetch, authToken: null, logLevel: "off" },
      });
      return { chat, failure };
    },
  });
}

/** Some models choose by themselves, and LangChain, which knows them, throws where they are told a temperature. */
function temperatureOf(model: string): { readonly temperature?: number } {
  try {
    new ChatAnthropic({ model, apiKey: "none", temperature: 0 }).invocationParams();
    return { temperature: 0 };
  } catch {
    return {};
  }
}

function baseOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.replace(/\/+$/, "").replace(/\/v1(?:\/messages)?$/, "")}`;
}
