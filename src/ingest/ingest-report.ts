import { type ErrorCode, KonsilError } from "../contracts/errors.js";

export interface IngestFailure {
  /** The file as the caller named it, or its path below the folder that was named. */
  readonly name: string;
  readonly code: ErrorCode;
  readonly message: string;
}

export interface IngestReport {
  readonly added: readonly string[];
  readonly updated: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  readonly failed: readonly IngestFailure[];
}

export interface IngestProgress {
  readonly done: number;
  readonly total: number;
  readonly name: string;
}

export interface IngestOptions {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: IngestProgress) => void;
  /** Also remove documents whose file stood in one of the given folders and is gone. */
  readonly mirror?: boolean;
}

/** A document's own fault becomes a line of the report; anything else ends the run. */
export function failureOf(name: string, error: unknown): IngestFailure {
  const own: readonly ErrorCode[] = ["unreadable_document", "unsupported_media_type", "duplicate_document"];
  if (error instanceof KonsilError && own.includes(error.code)) {
    const fields = error.fields.map((field) => `${field.path}: ${field.message}`);
    return { name, code: error.code, message: [error.message, ...fields].join(" ") };
  }
  throw error;
}
