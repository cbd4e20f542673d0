import type { Document } from "../../contracts/document.js";
import type { AskEvent } from "../../contracts/events.js";
import type { FeedbackRequest } from "../../contracts/feedback.js";
import type { AskRequest } from "../../contracts/question.js";
import { failureOf, failureOfCode, RequestFailed } from "./failure.js";
import { isListOf, isRecord, isTextList, isTextOrNull } from "./shapes.js";
import { readEvents } from "./stream.js";
import { TIMING } from "./timing.js";
import { fetchFrom, type TokenSource } from "./token.js";

/** What the widget needs to know of a document. */
export type KnownDocument = Pick<Document, "partners" | "publishedAt">;

/** The server, as the widget uses it. Everything throws RequestFailed. */
export interface Api {
  /** Hands every event to `hear`; comes back when the answer is finished. Throws an AbortError when `signal` fires. */
  ask(request: AskRequest, hear: (event: AskEvent) => void, signal: AbortSignal): Promise<void>;
  documents(): Promise<KnownDocument[]>;
  sendFeedback(request: FeedbackRequest): Promise<void>;
}

export interface ApiOptions {
  /** Origin and path of the server, without a slash at its end. */
  readonly server: string;
  readonly tokens: TokenSource;
  readonly credentials: RequestCredentials;
}

/** So many documents are asked for at once, which is the most that the server gives. */
const PAGE = 100;
/** The newest document is looked for with so many requests at most. */
const MOST_PAGES = 5;

export function createApi({ server, tokens, credentials: forToken }: ApiOptions): Api {
  const credentials = forToken === "omit" ? "omit" : "same-origin";

  /** A good response. A token that is refused is replaced once. */
  async function call(path: string, options: RequestInit = {}): Promise<Response> {
    const send = async () => {
      const token = await tokens.get();
      options.signal?.throwIfAborted();
      const headers = new Headers(options.headers);
      if (token !== null) headers.set("authorization", `Bearer ${token}`);
      return fetchFrom(server, path, { ...options, credentials, headers });
    };
    let response = await send();
    if (response.status === 401) {
      tokens.forget();
      response = await send();
    }
    if (!response.ok) throw await failureOf(response);
    return response;
  }

  const post = (path: string, body: unknown, options: RequestInit & { readonly accept: string }) =>
    call(path, {
      method: "POST",
      headers: { "content-type": "application/json", accept: options.accept },
      body: JSON.stringify(body),
      signal: options.signal ?? null,
    });

  async function documentsSince(date: string | null): Promise<{ documents: KnownDocument[]; isAll: boolean }> {
    const query = date === null ? "" : `&publishedAfter=${date}`;
    const body: unknown = await (await call(`/v1/documents?limit=${PAGE}${query}`)).json().catch(() => null);
    if (!isRecord(body) || !isListOf(body.documents, isKnownDocument)) throw new RequestFailed("other");
    return { documents: body.documents, isAll: typeof body.nextCursor !== "string" };
  }

  return {
    async ask(request, hear, signal) {
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), TIMING.startsWithin);
      const either = AbortSignal.any([signal, late.signal]);
      let finished = false;
      try {
        const response = await post(
          "/v1/ask",
          { ...request, stream: true },
          { accept: "text/event-stream", signal: either },
        );
        clearTimeout(timer);
        if (response.body === null) throw new RequestFailed("cut");
        await readEvents(response.body, (event) => {
          if (event.type === "error") throw failureOfCode(event.problem.code, event.problem.requestId);
          finished ||= event.type === "answer.finished";
          hear(event);
        });
      } catch (error) {
        if (late.signal.aborted && !signal.aborted) throw new RequestFailed("late");
        if (!finished) throw error;
      } finally {
        clearTimeout(timer);
      }
      if (!finished) throw new RequestFailed("cut");
    },

    /**
     * All of a small corpus. Of a large one the first page, and then whatever is newer than the newest so far, until
     * nothing is: the list comes in the order of ids, and only the newest date and some examples are wanted.
     */
    async documents() {
      const { documents, isAll } = await documentsSince(null);
      let complete = isAll;
      for (let page = 1; page < MOST_PAGES && !complete; page += 1) {
        const newest = newestDate(documents);
        if (newest === null) break;
        const newer = await documentsSince(dayAfter(newest));
        documents.push(...newer.documents);
        complete = newer.isAll;
      }
      return documents;
    },

    async sendFeedback(request) {
      await post("/v1/feedback", request, { accept: "application/json" });
    },
  };
}

/** The newest publication date, `YYYY-MM-DD`; null where no document has one. */
export function newestDate(documents: readonly KnownDocument[]): string | null {
  return documents.reduce<string | null>(
    (newest, { publishedAt }) => (publishedAt !== null && publishedAt > (newest ?? "") ? publishedAt : newest),
    null,
  );
}

function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

function isKnownDocument(value: unknown): value is KnownDocument {
  return isRecord(value) && isTextList(value.partners) && isTextOrNull(value.publishedAt);
}
