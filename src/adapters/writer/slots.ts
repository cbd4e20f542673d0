/**
 * So many at once, and so many more that wait, first come first served. Who waits and goes leaves the queue at once,
 * which cockatiel's bulkhead does not do: there it keeps its place, and once it is its turn, those behind it go on
 * waiting.
 */
export class Slots {
  readonly #most: number;
  readonly #mayWait: number;
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  constructor(most: number, mayWait: number) {
    this.#most = most;
    this.#mayWait = mayWait;
  }

  /** Settles with what gives the slot back; null when the queue is full. Rejects when the signal fires before. */
  async take(signal: AbortSignal): Promise<(() => void) | null> {
    signal.throwIfAborted();
    if (this.#taken >= this.#most) {
      if (this.#waiting.length >= this.#mayWait) return null;
      await this.#turn(signal);
    } else {
      this.#taken += 1;
    }
    let isGiven = false;
    return () => {
      if (isGiven) return;
      isGiven = true;
      // Handed on rather than freed, so that nobody slips in between.
      const next = this.#waiting.shift();
      if (next === undefined) this.#taken -= 1;
      else next();
    };
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(start), 1);
        reject(signal.reason);
      };
      const start = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      this.#waiting.push(start);
      signal.addEventListener("abort", leave, { once: true });
    });
  }
}
