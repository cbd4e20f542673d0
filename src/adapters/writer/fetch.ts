import { WriterError } from "../../contracts/writer-error.js";
import { wordsOf } from "../reranker-http/refusal.js";
import { CONFIGURED, readFailure, readRefusal } from "./failure.js";

/** Clients add more: names of the machine and its system, and headers from variables of theirs. */
const HEADERS_SENT = ["accept", "content-type", "anthropic-version", "anthropic-beta"];

/** An error says what it says at its beginning. */
const REFUSAL_BYTES = 64 * 1024;

export interface WriterFetchOptions {
  /** As in `Writer.id`. */
  readonly id: string;
  /** Nothing is sent to an address that does not lie below this one. */
  readonly base: string;
  /** With the key. */
  readonly headers: Readonly<Record<string, string>>;
  /** Ends request and reply. */
  readonly signal: AbortSignal;
  /** What a reply in a stream is announced as. */
  readonly contentType: RegExp;
}

export interface WriterFetch {
  readonly fetch: typeof fetch;
  /** Why there was no reply; null where there was one. Clients wrap an error until it is hard to recognise. */
  failure(): WriterError | null;
}

/**
 * A `fetch` for the client of one call: it reaches one server, follows no redirect, sends no key but the given one and
 * nothing about this machine, and reads refusals into `WriterError`.
 */
export function createWriterFetch(options: WriterFetchOptions): WriterFetch {
  const { id, base, headers, signal } = options;
  const place = { id, variables: CONFIGURED };
  let failure: WriterError | null = null;

  async function answer(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith(`${base}/`))
      throw new WriterError("failed", `The language model ${id} is not at that address`);
    const given = new Headers(init.headers);
    const sent = new Headers(headers);
    for (const name of HEADERS_SENT) {
      const value = given.get(name);
      if (value !== null) sent.set(name, value);
    }
    const signals = [signal, init.signal].filter((it) => it instanceof AbortSignal);
    const response = await fetch(address, {
      method: init.method ?? "GET",
      body: init.body ?? null,
      headers: sent,
      // A redirect would show prompt and key to an address that nobody configured.
      redirect: "manual",
      signal: AbortSignal.any(signals),
    });
    const type = response.headers.get("content-type") ?? "";
    if (response.ok && options.contentType.test(type)) return response;
    const words = wordsOf(parsed(await beginningOf(response)));
    const retryAfter = response.headers.get("retry-after");
    if (!response.ok) throw readRefusal({ status: response.status, words, retryAfter, cause: words }, place);
    const what = words === "" ? `sent no stream (${type.split(";")[0]})` : "sent an error with status 200";
    throw new WriterError(
      "invalid_reply",
      `The language model ${id} ${what}; check that ${CONFIGURED.url} is the address of an API that fits KONSIL_WRITER`,
      { cause: words },
    );
  }

  return {
    failure: () => failure,
    fetch: async (input, init) => {
      try {
        return await answer(input, init);
      } catch (error) {
        failure = unanswered(readFailure(error, place), id);
        throw failure;
      }
    },
  };
}

/** A connection that broke before there was any reply was as good as none. */
function unanswered(failure: WriterError, id: string): WriterError {
  if (failure.failure !== "invalid_reply" || !(failure.cause instanceof Error)) return failure;
  const message = `The language model ${id} closed the connection; is it running, and ${CONFIGURED.url} right?`;
  return new WriterError("unreachable", message, { cause: failure.cause });
}

async function beginningOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const bytes of response.body ?? []) {
    text += decoder.decode(bytes, { stream: true });
    if (text.length > REFUSAL_BYTES) break;
  }
  return text;
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
