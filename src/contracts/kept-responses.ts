/** The answer to a request that carried an `Idempotency-Key`, as it is given again. */
export interface KeptResponse {
  /** Digest of what was asked for: the same key with another one is a mistake of the client. */
  readonly fingerprint: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Remembers answers for a while, across restarts, and only so many. Its conformance suite:
 * `tests/contract/kept-responses.ts`. Throws `storage_unavailable`, `storage_damaged`.
 */
export interface KeptResponses {
  /** What was kept under this name at `since` or later; null when there is nothing (any more). */
  find(name: string, since: Date): Promise<KeptResponse | null>;
  /** Keeps it in place of an earlier one of that name, and forgets what was kept before `since` or is too much. */
  keep(name: string, response: KeptResponse, times: { readonly at: Date; readonly since: Date }): Promise<void>;
  close(): Promise<void>;
}
