import type { ConversationStore, Kept } from "./storage.js";

const WRITE_AFTER_MS = 250;

/** Writes what changed a moment later, and what is left when the page goes away. */
export class Keeper {
  #store: ConversationStore | null = null;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  readonly #current: () => Kept;
  readonly flush = () => {
    if (this.#waiting === undefined) return;
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#store?.write(this.#current());
  };

  constructor(current: () => Kept) {
    this.#current = current;
  }

  /** From now on this store is used. Comes back with what it holds. */
  use(store: ConversationStore): Kept | null {
    this.flush();
    this.#store = store;
    return store.read();
  }

  /** What another page of this tab has left there meanwhile. */
  readAgain(): Kept | null {
    return this.#store?.read() ?? null;
  }

  changed(): void {
    this.#waiting ??= setTimeout(this.flush, WRITE_AFTER_MS);
  }
}
