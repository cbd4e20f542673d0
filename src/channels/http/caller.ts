import type { KeyRole } from "./key-file.js";

/** Who sends a request, as the gatekeeper found out. */
export interface Caller {
  /** Digest of the key, if it is a known one, as hexadecimal digits; null without. */
  readonly key: string | null;
  readonly role: KeyRole | null;
  /** The same for all requests that may share what was remembered for one of them. */
  readonly id: string;
}
