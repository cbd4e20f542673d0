import type { z } from "zod";
import type { documentListSchema, feedbackListSchema, textUploadSchema } from "../channels/http/schemas.js";

export interface CallOptions {
  /** Ends the call, and what the server does for it. */
  readonly signal?: AbortSignal;
  /** Of a call that changes something: repeated with the same key, it gets its first answer again for 24 hours. */
  readonly idempotencyKey?: string;
  /** What the server's log knows the call by; it makes one up otherwise. */
  readonly requestId?: string;
}

export type DocumentList = z.infer<typeof documentListSchema>;
export type FeedbackList = z.infer<typeof feedbackListSchema>;

type TextUpload = z.infer<typeof textUploadSchema>;

/** A text, or a file (Markdown, text, HTML), each with what is known about it. */
export type DocumentUpload = TextUpload | (Omit<TextUpload, "text"> & { readonly file: Blob; readonly name?: string });

interface Page {
  /** Items of a page, at most 100. */
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
}

export interface DocumentQuery extends Page {
  readonly publishers?: readonly string[];
  readonly partners?: readonly string[];
  /** ISO dates, inclusive. */
  readonly publishedAfter?: string;
  readonly publishedBefore?: string;
}

export interface FeedbackQuery extends Page {
  /** An ISO date or a time with its zone. */
  readonly since?: string;
  /** Every verdict, not only the last of each answer. */
  readonly all?: boolean;
}
