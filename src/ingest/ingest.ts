import type { Document } from "../contracts/document.js";
import type { ErrorCode } from "../contracts/errors.js";
import type { Embedder, Library } from "../contracts/ports.js";

/** Something to ingest that is already in memory: an upload. */
export interface Upload {
  /** File name; decides the parser together with `mediaType`, and the id where nothing else does. */
  readonly name: string;
  readonly mediaType: string | null;
  readonly bytes: Uint8Array;
  /** Metadata given beside the text; wins over front matter. Keys as in a document's front matter. */
  readonly given?: Readonly<Record<string, unknown>>;
}

export type Outcome = "added" | "updated" | "unchanged";

export interface Ingested {
  readonly outcome: Outcome;
  readonly document: Document;
}

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

/** The one way into the corpus, for every channel. */
export interface Ingester {
  /** Files and folders. One bad file is reported and the others go in. Throws `not_found` for a path that is not there. */
  ingestPaths(paths: readonly string[], options?: IngestOptions): Promise<IngestReport>;
  /** One upload. Without `replace`, throws `duplicate_document` when its id is taken by other content. */
  ingestUpload(
    upload: Upload,
    options?: { readonly id?: string; readonly replace?: boolean; readonly signal?: AbortSignal },
  ): Promise<Ingested>;
  /** Makes again, from their origins, the documents that were made by another recipe. */
  refresh(options?: IngestOptions): Promise<IngestReport>;
  /** True when there was such a document. */
  remove(documentId: string): Promise<boolean>;
}

export interface IngesterParts {
  readonly library: Library;
  readonly embedder: Embedder;
}

export function createIngester(_parts: IngesterParts): Ingester {
  throw new Error("not built yet");
}
