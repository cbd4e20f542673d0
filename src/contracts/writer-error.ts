import { KonsilError } from "./errors.js";

/**
 * Why a language model gave no reply, or only the beginning of one. An answer names it in its `warnings`, as
 * `llm_timeout`.
 */
export type WriterFailure =
  /** No word in time, or none any more. */
  | "timeout"
  /** Nobody listens there, or the name is not known. */
  | "unreachable"
  /** The key is missing, wrong, or may not do this. */
  | "unauthorized"
  | "unknown_model"
  | "rate_limited"
  /** Messages and reply are more than the model can read. */
  | "context_exceeded"
  /** Broken off, or nothing that can be read. */
  | "invalid_reply"
  /** It says itself that it failed (a status of 500 and more). */
  | "failed"
  /** Not asked at all: it failed several times in a row, and is left alone for a while. */
  | "paused"
  /** Not asked at all: as many calls as are allowed are under way. */
  | "busy";

/** What a `Writer` throws. The message is safe to show: it holds no key, no prompt and no text of a document. */
export class WriterError extends KonsilError {
  readonly failure: WriterFailure;
  /** After which time the server wants to be asked again, in milliseconds; null where it does not say. */
  readonly retryAfterMs: number | null;

  constructor(
    failure: WriterFailure,
    message: string,
    options: { readonly cause?: unknown; readonly retryAfterMs?: number | null } = {},
  ) {
    super("model_unavailable", message, { cause: options.cause });
    this.name = "WriterError";
    this.failure = failure;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
