import { z } from "zod";

/**
 * Every way in which Konsil refuses, with the HTTP status and the title that a client sees.
 * The one table: codes are stable, a new way to fail is a new row.
 */
export const ERRORS = {
  invalid_request: { status: 400, title: "The request is not valid" },
  unauthorized: { status: 401, title: "A valid key is needed" },
  forbidden: { status: 403, title: "This key does not allow that" },
  not_found: { status: 404, title: "There is no such thing here" },
  method_not_allowed: { status: 405, title: "This address does not take that method" },
  duplicate_document: { status: 409, title: "Another document has this id" },
  payload_too_large: { status: 413, title: "The body is too large" },
  unsupported_media_type: { status: 415, title: "This content type is not read here" },
  unprocessable: { status: 422, title: "The request is well-formed and cannot be carried out" },
  unreadable_document: { status: 422, title: "The document cannot be read" },
  idempotency_key_reused: { status: 422, title: "This Idempotency-Key belongs to another request" },
  rate_limited: { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong here" },
  index_not_ready: { status: 503, title: "The index is not ready yet" },
  cancelled: { status: 499, title: "The client went away" },
  storage_unavailable: { status: 507, title: "The data folder cannot be written" },
  storage_damaged: { status: 500, title: "The database is damaged" },
  data_in_use: { status: 503, title: "Another server uses this data folder" },
  port_in_use: { status: 503, title: "The port is in use" },
  model_unavailable: { status: 503, title: "A model that is needed is not available" },
  invalid_configuration: { status: 500, title: "The configuration is not valid" },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** What is wrong with one field of a request; `path` as in `history[0].role`, empty for the body itself. */
export const fieldErrorSchema = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** RFC 9457 problem details, with a stable `code`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(fieldErrorSchema).optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/**
 * The one error class. `message` is written for the person who has to act, and is safe to show: it never holds a
 * stack, a key or a prompt. What must stay inside goes into `cause`.
 */
export class KonsilError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldError[];
  /** Whole seconds after which it is worth trying again; null where that depends on the code alone. */
  readonly retryAfter: number | null;

  constructor(
    code: ErrorCode,
    message: string,
    options: { readonly cause?: unknown; readonly fields?: readonly FieldError[]; readonly retryAfter?: number } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "KonsilError";
    this.code = code;
    this.fields = options.fields ?? [];
    this.retryAfter = options.retryAfter ?? null;
  }
}
