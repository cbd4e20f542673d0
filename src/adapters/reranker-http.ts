import { KonsilError } from "../contracts/errors.js";
import type { Reranker } from "../contracts/ports.js";
import { explain, quoted, wordsOf } from "./reranker-http/refusal.js";
import { type RerankRequest, readScores, SHAPES, type Shape } from "./reranker-http/shapes.js";
import { RunningCalls } from "./running-calls.js";

/** Somebody waits for the answer: after this long the own order now is worth more than a better one later. */
const TIMEOUT_MS = 5_000;

/** How servers refuse a body whose fields they do not know. */
const BODY_REFUSED: ReadonlySet<number> = new Set([400, 422]);

export interface HttpRerankerOptions {
  /** Of the route (`http://localhost:8080/v1/rerank`), or of what it lies below (`http://localhost:8080`, `…/v1`). */
  readonly url: string;
  /** As the server names it; null where it has one only. */
  readonly model?: string | null;
  /** Sent as a bearer token. */
  readonly key?: string | null;
  /** For one call, the second shape of the request included. */
  readonly timeoutMs?: number;
}

/**
 * Scores with a server that speaks the rerank API of Jina and Cohere (vLLM, llama.cpp, Infinity, LocalAI and others do)
 * or that of Text Embeddings Inference. Which of the two it is need not be told: the one is tried, after a refusal the
 * other, and what was taken comes first from then on. Nothing is sent before the first call.
 */
export function createHttpReranker(options: HttpRerankerOptions): Reranker {
  const { model = null, key = null, timeoutMs = TIMEOUT_MS } = options;
  const address = addressOf(options.url);
  const where = `${address.origin}${address.pathname}`;
  const calls = new RunningCalls();
  const headers = {
    "content-type": "application/json",
    accept: "application/json",
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
  };
  let shapes = SHAPES;

  const unavailable = (what: string, cause?: unknown) =>
    new KonsilError("model_unavailable", `The reranker at ${where} ${what}`, { cause });

  async function send(body: object, signal: AbortSignal) {
    // A redirect would turn the POST into a GET, and show the texts to an address that nobody configured.
    const init = { method: "POST", headers, body: JSON.stringify(body), redirect: "manual", signal } as const;
    const response = await fetch(address, init);
    return { ok: response.ok, status: response.status, reply: parsed(await response.text()) };
  }

  /** The scores, or why the server does not take a body of this shape. */
  async function attempt(shape: Shape, request: RerankRequest, signal: AbortSignal) {
    const { ok, status, reply } = await send(shape(request), signal);
    const scores = ok ? readScores(reply, request.texts.length) : null;
    if (scores !== null && !("wrong" in scores)) return scores;
    const words = wordsOf(reply);
    const quotation = quoted(words, { texts: [request.question, ...request.texts], key });
    if (scores !== null) throw unavailable(`gave ${scores.wrong}${quotation === "" ? "" : `; it says ${quotation}`}`);
    const refusal = unavailable(`answered ${explain({ status, words, quotation, namesModel: model !== null })}`);
    if (BODY_REFUSED.has(status)) return refusal;
    throw refusal;
  }

  async function ask(request: RerankRequest, signal: AbortSignal): Promise<readonly number[]> {
    const [likely, other] = shapes;
    const first = await attempt(likely, request, signal);
    if (!(first instanceof KonsilError)) return first;
    const second = await attempt(other, request, signal);
    if (second instanceof KonsilError) throw first;
    shapes = [other, likely];
    return second;
  }

  return {
    id: model === null ? where : `${model} at ${where}`,

    rerank: (question, texts, signal) =>
      calls.run(async (cancelled) => {
        if (texts.length === 0) return [];
        const timeout = AbortSignal.timeout(timeoutMs);
        try {
          return await ask({ question, texts, model }, AbortSignal.any([cancelled, timeout]));
        } catch (error) {
          if (error instanceof KonsilError) throw error;
          if (timeout.aborted) throw unavailable(`did not answer within ${timeoutMs / 1000} s`, error);
          throw unavailable(`cannot be reached (${reasonOf(error)}); is it running, and KONSIL_RERANKER right?`, error);
        }
      }, signal),

    async close() {
      calls.close();
    },
  };
}

/** The route itself, also for an address of the server or of its `/v1`. */
function addressOf(url: string): URL {
  const address = new URL(url);
  const path = address.pathname.replace(/\/+$/, "");
  address.pathname = /\/(?:rerank|reranking)$/.test(path) ? path : `${path}/rerank`;
  return address;
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `fetch` says no more than that it failed; what the matter was, is in the cause ("ECONNREFUSED"). */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof Error) return "code" in cause ? String(cause.code) : cause.message;
  return String(cause);
}
