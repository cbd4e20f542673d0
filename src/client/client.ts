import type { Answer, BatchAnswers, FoundPassage } from "../contracts/answer.js";
import type { Document } from "../contracts/document.js";
import type { AskEvent } from "../contracts/events.js";
import type { FeedbackRecord, FeedbackRequest } from "../contracts/feedback.js";
import type { AskBatchRequest, AskRequest, SearchRequest } from "../contracts/question.js";
import { KonsilApiError, refusalOf } from "./api-error.js";
import { readEvents } from "./event-stream.js";
import type { CallOptions, DocumentList, DocumentQuery, DocumentUpload, FeedbackList, FeedbackQuery } from "./types.js";
import { bodyOf } from "./upload-body.js";

export interface ClientOptions {
  /** Where the server is, such as `http://127.0.0.1:8787`; a path is fine where a proxy puts it below one. */
  readonly url: string | URL;
  /** Where the server has keys: one that may ask, or an admin key for the corpus and for reading feedback. */
  readonly key?: string;
  /** In place of the global one. */
  readonly fetch?: typeof fetch;
}

/**
 * A server of Konsil, in a browser or in Node. Every call throws a `KonsilApiError` when the server refuses, an
 * `AbortError` when its signal fires, and what `fetch` throws when the server cannot be reached.
 */
export interface KonsilClient {
  ask(question: AskRequest, options?: CallOptions): Promise<Answer>;
  /**
   * The events of an answer as they come, `answer.finished` last. Leaving the loop hangs up, and the server stops
   * working on it. An answer that fails on its way throws a `KonsilApiError`, too, and a connection that ends before it
   * does a `TypeError`, as `fetch` does for one that breaks.
   */
  askStream(question: AskRequest, options?: CallOptions): AsyncGenerator<Exclude<AskEvent, { type: "error" }>>;
  /** Up to 100 questions: in their order, an answer or `{ problem }`. */
  askBatch(questions: AskBatchRequest["questions"], options?: CallOptions): Promise<BatchAnswers["answers"]>;
  search(search: SearchRequest, options?: CallOptions): Promise<FoundPassage[]>;
  /** One page; `allDocuments` goes through all of them. */
  documents(query?: DocumentQuery, options?: CallOptions): Promise<DocumentList>;
  allDocuments(query?: DocumentQuery, options?: CallOptions): AsyncGenerator<Document>;
  document(id: string, options?: CallOptions): Promise<Document>;
  /** The text to which the offsets of citations refer. */
  documentText(id: string, options?: CallOptions): Promise<string>;
  /** Adds a document. The same content again changes nothing. Needs an admin key. */
  addDocument(upload: DocumentUpload, options?: CallOptions): Promise<Document>;
  /** Adds a document, or puts it in place of the one with this id. Needs an admin key. */
  putDocument(id: string, upload: DocumentUpload, options?: CallOptions): Promise<Document>;
  /** Needs an admin key. */
  removeDocument(id: string, options?: CallOptions): Promise<void>;
  giveFeedback(feedback: FeedbackRequest, options?: CallOptions): Promise<FeedbackReceipt>;
  /** One page of what was said about answers; `allFeedback` goes through all of it. Needs an admin key. */
  feedback(query?: FeedbackQuery, options?: CallOptions): Promise<FeedbackList>;
  allFeedback(query?: FeedbackQuery, options?: CallOptions): AsyncGenerator<FeedbackRecord>;
}

export type FeedbackReceipt = Pick<FeedbackRecord, "id" | "at" | "answerId" | "verdict">;

interface Call extends CallOptions {
  readonly method?: string;
  readonly accept?: string;
  readonly json?: unknown;
  readonly form?: FormData;
}

export function createClient({ url, key, fetch: send = fetch }: ClientOptions): KonsilClient {
  const base = String(url).replace(/\/+$/, "");

  async function call(path: string, { method, accept, json, form, ...options }: Call = {}): Promise<Response> {
    const body = json === undefined ? form : JSON.stringify(json);
    const { idempotencyKey, requestId, signal } = options;
    const response = await send(`${base}${path}`, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: {
        accept: accept ?? "application/json",
        ...(json === undefined ? {} : { "content-type": "application/json" }),
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
        ...(requestId === undefined ? {} : { "x-request-id": requestId }),
      },
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (!response.ok) throw await refusalOf(response);
    return response;
  }

  /** Bodies are believed to be what the description of the API says. */
  const read = async <Body>(path: string, options?: Call): Promise<Body> =>
    JSON.parse(await (await call(path, options)).text());

  const documents: KonsilClient["documents"] = ({ publishers, partners, ...query } = {}, options) =>
    read(`/v1/documents${queryOf({ ...query, publisher: publishers, partner: partners })}`, options);
  const feedback: KonsilClient["feedback"] = (query = {}, options) => read(`/v1/feedback${queryOf(query)}`, options);

  return {
    ask: (question, options) => read("/v1/ask", { ...options, json: { ...question, stream: false } }),

    async *askStream(question, options) {
      const json = { ...question, stream: true };
      const response = await call("/v1/ask", { ...options, json, accept: "text/event-stream" });
      for await (const event of readEvents<AskEvent>(response)) {
        if (event.type === "error") throw new KonsilApiError(event.problem, response.headers);
        yield event;
        if (event.type === "answer.finished") return;
      }
      throw new TypeError("The connection ended before the answer did.");
    },

    async askBatch(questions, options) {
      return (await read<BatchAnswers>("/v1/ask/batch", { ...options, json: { questions } })).answers;
    },

    async search(search, options) {
      return (await read<{ passages: FoundPassage[] }>("/v1/search", { ...options, json: search })).passages;
    },

    documents,
    allDocuments: (query, options) =>
      pages(async (cursor) => {
        const page = await documents({ ...query, ...cursor }, options);
        return { items: page.documents, nextCursor: page.nextCursor };
      }),
    document: (id, options) => read(`/v1/documents/${encodeURIComponent(id)}`, options),
    async documentText(id, options) {
      const accept = "text/plain";
      return (await call(`/v1/documents/${encodeURIComponent(id)}/text`, { ...options, accept })).text();
    },

    async addDocument(upload, options) {
      return (await read<{ document: Document }>("/v1/documents", { ...options, ...bodyOf(upload) })).document;
    },
    async putDocument(id, upload, options) {
      const path = `/v1/documents/${encodeURIComponent(id)}`;
      return (await read<{ document: Document }>(path, { ...options, ...bodyOf(upload), method: "PUT" })).document;
    },
    async removeDocument(id, options) {
      await call(`/v1/documents/${encodeURIComponent(id)}`, { ...options, method: "DELETE" });
    },

    async giveFeedback(given, options) {
      return (await read<{ feedback: FeedbackReceipt }>("/v1/feedback", { ...options, json: given })).feedback;
    },
    feedback,
    allFeedback: (query, options) =>
      pages(async (cursor) => {
        const page = await feedback({ ...query, ...cursor }, options);
        return { items: page.feedback, nextCursor: page.nextCursor };
      }),
  };
}

/** Every item of every page. */
async function* pages<Item>(
  read: (cursor: { readonly cursor?: string }) => Promise<{ items: readonly Item[]; nextCursor: string | null }>,
): AsyncGenerator<Item> {
  let cursor: { readonly cursor?: string } | null = {};
  while (cursor !== null) {
    const page: { items: readonly Item[]; nextCursor: string | null } = await read(cursor);
    yield* page.items;
    cursor = page.nextCursor === null ? null : { cursor: page.nextCursor };
  }
}

function queryOf(fields: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) query.append(name, String(one));
  }
  return query.size === 0 ? "" : `?${query}`;
}

export { KonsilApiError } from "./api-error.js";
export type { CallOptions, DocumentQuery, DocumentUpload, FeedbackQuery } from "./types.js";
export type { Answer, AskEvent, AskRequest, Document, FeedbackRequest, FoundPassage, SearchRequest };
