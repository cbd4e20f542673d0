import { setImmediate } from "node:timers/promises";

/**
 * Turns of the event loop in which nothing came in. In each, the process accepts one connection; what a connection brings
 * is read in the next.
 */
const QUIET_TURNS = 4;
/** So much may come in before a question that is waiting has its turn all the same. */
const MOST_BEFORE = 300;

/**
 * What has come from Slack and is not acknowledged yet. Slack waits three seconds for that and then sends it again, while
 * an answer can wait: in a burst of questions all are taken in before the first is thought about.
 */
export interface Intake {
  /** Does what ends with an acknowledgement. Throws what the work throws. */
  take<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is left to acknowledge, for one after the other; a steady flow holds nobody up for ever. */
  quiet(): Promise<void>;
}

export function createIntake(): Intake {
  let open = 0;
  let ended = 0;
  let wake = (): void => undefined;
  let last = Promise.resolve();

  async function quietOr(latest: number): Promise<void> {
    for (let turns = 0; turns < QUIET_TURNS && ended < latest; turns += 1) {
      const before = ended;
      await setImmediate();
      if (open === 0 && ended === before) continue;
      turns = -1;
      if (open > 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }

  return {
    async take(work) {
      open += 1;
      try {
        return await work();
      } finally {
        open -= 1;
        ended += 1;
        wake();
      }
    },

    quiet() {
      const latest = ended + MOST_BEFORE;
      last = last.then(() => quietOr(latest));
      return last;
    },
  };
}
