import { type ConversationStore, createStore, type Kept, NO_STORE } from "./storage.js";

const WRITE_AFTER_MS = 250;
const HANDED_OVER_WITHIN_MS = 1000;

/** The chat whose conversation is kept. */
export interface KeptChat {
  current(): Kept;
  /** Nothing may be put in its place: an answer is coming. */
  isBusy(): boolean;
  /** Shows what was kept in place of what is there; null: nothing was. */
  takeOver(kept: Kept | null): void;
}

/** Keeps a conversation while the reader moves from page to page within a tab. */
export class Keeper {
  readonly #chat: KeptChat;
  #store: ConversationStore = NO_STORE;
  /** Server, name and storage of the conversation that is shown. */
  #used = "";
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(chat: KeptChat) {
    this.#chat = chat;
  }

  /** Once for each conversation: what an earlier page of this tab left, in place of what is there. */
  use(server: string, name: string, storage: string): void {
    const wanted = JSON.stringify([server, name, storage]);
    if (wanted === this.#used) return;
    this.#used = wanted;
    this.#flush();
    this.#store = storage === "none" ? NO_STORE : createStore(server, name);
    this.#chat.takeOver(this.#store.read());
  }

  /** Writes what changed a moment later, and what is left when the page goes away. */
  changed(): void {
    this.#waiting ??= setTimeout(this.#flush, WRITE_AFTER_MS);
  }

  connect(): void {
    addEventListener("pagehide", this.#flush);
    addEventListener("pageshow", this.#onPageShow);
  }

  disconnect(): void {
    this.#flush();
    removeEventListener("pagehide", this.#flush);
    removeEventListener("pageshow", this.#onPageShow);
    removeEventListener("storage", this.#takeOverAgain);
  }

  readonly #flush = () => {
    if (this.#waiting === undefined) return;
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#store.write(this.#chat.current());
  };

  /** A page comes back as it was left; the conversation may have gone on elsewhere in this tab. */
  readonly #onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    this.#takeOverAgain();
    // Chromium hands over what was stored meanwhile a moment later, write by write.
    addEventListener("storage", this.#takeOverAgain);
    setTimeout(() => removeEventListener("storage", this.#takeOverAgain), HANDED_OVER_WITHIN_MS);
  };

  readonly #takeOverAgain = () => {
    const kept = this.#store.read();
    if (kept !== null && !this.#chat.isBusy()) this.#chat.takeOver(kept);
  };
}
