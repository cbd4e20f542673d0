import { KonsilError } from "../../contracts/errors.js";

/** Replies under way: each ends with `cancelled` when its signal fires, and all do on closing. */
export class RunningReplies {
  readonly #running = new Set<AbortController>();
  #closed = false;

  /**
   * The pieces that `start` gives, without empty ones. The signal that it is handed fires in the end in any case, also
   * when the caller stops reading. Throws `cancelled`, and what `start` throws.
   */
  async *run(start: (signal: AbortSignal) => AsyncIterable<string>, signal?: AbortSignal): AsyncGenerator<string> {
    if (this.#closed || signal?.aborted) throw cancelled();
    // One controller a call, rather than signals derived from a long-lived one, which would gather on it.
    const own = new AbortController();
    const cancel = () => own.abort();
    const stopped = new Promise<never>((_resolve, reject) => {
      own.signal.addEventListener("abort", () => reject(cancelled()), { once: true });
    });
    stopped.catch(() => undefined);
    signal?.addEventListener("abort", cancel, { once: true });
    this.#running.add(own);
    const pieces = start(own.signal)[Symbol.asyncIterator]();
    try {
      for (;;) {
        const { done, value } = await Promise.race([stopped, pieces.next()]);
        if (done === true) return;
        if (value !== "") yield value;
      }
    } finally {
      signal?.removeEventListener("abort", cancel);
      this.#running.delete(own);
      own.abort();
      // Not waited for: a model may be stuck, and what it still has to say interests nobody.
      pieces.return?.().catch(() => undefined);
    }
  }

  /** Cancels what runs, and refuses what comes. */
  close(): void {
    this.#closed = true;
    for (const reply of this.#running) reply.abort();
  }
}

function cancelled(): KonsilError {
  return new KonsilError("cancelled", "The writing was cancelled.");
}
