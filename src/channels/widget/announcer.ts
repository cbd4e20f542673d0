/** So many sentences stay in the live region; a screen reader has long read the ones before. */
const KEPT = 12;

/** A sentence with a key of its own, so that none is drawn, and read, twice. */
export interface Said {
  readonly key: number;
  readonly text: string;
}

/** What is read out by screen readers, whole sentences only. */
export class Announcer {
  said: readonly Said[] = [];
  #nextKey = 0;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  say(text: string): void {
    if (text === "") return;
    this.said = [...this.said, { key: this.#nextKey++, text }].slice(-KEPT);
    this.#changed();
  }

  /** What was said before a new question is no news. */
  clear(): void {
    this.said = [];
    this.#changed();
  }
}
