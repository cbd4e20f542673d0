import { KonsilError } from "../contracts/errors.js";

/** Calls to something outside that end with `cancelled` when their signal fires, and all at once on closing. */
export class RunningCalls {
  readonly #running = new Set<AbortController>();
  #closed = false;

  /**
   * Runs `call`, handing it a signal that it may listen to; it is no longer waited for once that has fired. Throws
   * `cancelled`, and what `call` throws.
   */
  async run<Result>(call: (signal: AbortSignal) => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    if (this.#closed || signal?.aborted) throw cancelled();
    // One controller a call, rather than signals derived from a long-lived one, which would gather on it.
    const own = new AbortController();
    const cancel = () => own.abort();
    const stopped = new Promise<never>((_resolve, reject) => {
      own.signal.addEventListener("abort", () => reject(cancelled()), { once: true });
    });
    signal?.addEventListener("abort", cancel, { once: true });
    this.#running.add(own);
    try {
      return await Promise.race([call(own.signal), stopped]);
    } finally {
      signal?.removeEventListener("abort", cancel);
      this.#running.delete(own);
    }
  }

  /** Cancels what runs, and refuses what comes. */
  close(): void {
    this.#closed = true;
    for (const call of this.#running) call.abort();
  }
}

function cancelled(): KonsilError {
  return new KonsilError("cancelled", "The reranking was cancelled.");
}
