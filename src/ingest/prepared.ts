import { createHash } from "node:crypto";
import type { DocumentWithText, Origin } from "../contracts/document.js";

/** A source that has been read and understood, and not yet been embedded. */
export interface Prepared {
  readonly document: DocumentWithText;
  readonly origin: Origin;
  /** Embeds and stores it; effective for the very next search. */
  store(signal?: AbortSignal): Promise<void>;
}

/** `id`: keeps the document under this id, whatever its source says. */
export type Prepare = (source: Omit<Origin, "recipe">, id?: string) => Prepared;

/** SHA-256 of the bytes, and of the metadata beside them where there is any. */
export function fingerprint(source: Pick<Origin, "bytes" | "given">): string {
  const hash = createHash("sha256").update(source.bytes);
  const given = Object.entries(source.given).sort(([a], [b]) => (a < b ? -1 : 1));
  if (given.length > 0) hash.update("\0").update(JSON.stringify(given));
  return hash.digest("hex");
}
