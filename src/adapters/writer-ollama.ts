import { ChatOllama } from "@langchain/ollama";
import type { Writer } from "../contracts/ports.js";
import { createChatWriter } from "./writer/chat-model.js";
import { CONFIGURED } from "./writer/failure.js";
import { createWriterFetch } from "./writer/fetch.js";
import { checkedLines } from "./writer/lines.js";

export interface OllamaWriterOptions {
  /** Of the server, without `/api`, which may stand there too. */
  readonly url: string;
  readonly model: string;
  /** For a server behind a gateway; null for none. */
  readonly key: string | null;
}

/** Told to the server: by itself it takes 2048 or 4096, and cuts longer prompts at their beginning without a word. */
const CONTEXT_TOKENS = 8192;

/** A model that an Ollama server runs. Nothing is sent before the first call. Throws `WriterError`. */
export function createOllamaWriter({ url, model, key }: OllamaWriterOptions): Writer {
  const base = baseOf(url);
  const id = `${model} at ${base}`;
  return createChatWriter({
    id,
    provider: "ollama",
    model,
    contextTokens: CONTEXT_TOKENS,
    variables: CONFIGURED,
    open({ signal, maxTokens }) {
      const headers: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
      const { fetch, failure } = createWriterFetch({
        id,
        base: withPort(base),
        headers,
        signal,
        contentType: /json|^$/,
      });
      const chat = new ChatOllama({
        model,
        baseUrl: base,
        temperature: 0,
        numCtx: CONTEXT_TOKENS,
        // Models that can think before they reply do so by default, and nobody sees what.
        think: false,
        ...(maxTokens === undefined ? {} : { numPredict: maxTokens }),
        // One a call: the class has no other way to stop a call than by its `fetch`.
        fetch: async (input, init) => checkedLines(await fetch(input, init)),
      });
      return { chat, failure };
    },
  });
}

function baseOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.replace(/\/+$/, "").replace(/\/(?:api|v1)(?:\/chat)?$/, "")}`;
}

/** The client writes the port out, also where it is the usual one. */
function withPort(base: string): string {
  const { protocol, hostname, port, pathname } = new URL(base);
  const written = port === "" ? (protocol === "https:" ? "443" : "80") : port;
  return `${protocol}//${hostname}:${written}${pathname.replace(/\/$/, "")}`;
}
