import { KonsilError } from "../../contracts/errors.js";
import type { Log } from "../../observe/log.js";
import type { Clock } from "./clock.js";
import { createPlaces, type Places } from "./places.js";

/** Seconds before the next try while Slack cannot be reached: 1, 2, 4, … */
const LONGEST_PAUSE_MS = 30_000;
/** Calls in one lane at the same time. */
const AT_ONCE = 8;

/** What one try at a call came to. */
export type Outcome<T> =
  | { readonly kind: "done"; readonly value: T }
  /** HTTP 429. */
  | { readonly kind: "limited"; readonly retryAfterMs: number }
  /** Nobody answered, or a server of Slack failed. */
  | { readonly kind: "unreachable"; readonly error: unknown };

export interface Calls {
  /**
   * Runs the call when it is its turn in its lane, and the lane is open: nothing goes there before the time that Slack
   * named in `Retry-After` is over. A call that is `unreachable` is tried again with growing pauses, unless
   * `onUnreachable` throws; a limited one waits, or is handed to `onLimited`. Throws `cancelled` once the signal fires.
   */
  run<T>(lane: string, attempt: () => Promise<Outcome<T>>, options?: RunOptions): Promise<T>;
}

interface RunOptions {
  readonly onUnreachable?: (error: unknown) => void;
  readonly onLimited?: () => never;
}

interface CallParts {
  readonly clock: Clock;
  /** Ends every wait. */
  readonly signal: AbortSignal;
  readonly log: Log;
}

/**
 * Calls of Slack, in lanes that are limited one by one, as Slack limits each method by itself. In a lane there are few at a
 * time: all that have waited for its opening would else be sent at once, and be limited again.
 */
export function createCalls({ clock, signal, log }: CallParts): Calls {
  const openFrom = new Map<string, number>();
  const lanes = new Map<string, Places>();

  function placesIn(lane: string): Places {
    const places = lanes.get(lane) ?? createPlaces(AT_ONCE);
    lanes.set(lane, places);
    return places;
  }

  async function untilOpen(lane: string, onLimited: (() => never) | undefined): Promise<void> {
    for (;;) {
      if (signal.aborted) throw new KonsilError("cancelled", "The Slack bot is being stopped");
      const wait = (openFrom.get(lane) ?? 0) - clock.now();
      if (wait <= 0) return void openFrom.delete(lane);
      onLimited?.();
      await clock.wait(wait, signal);
    }
  }

  return {
    async run(lane, attempt, { onUnreachable, onLimited } = {}) {
      for (let failures = 0; ; ) {
        const outcome = await placesIn(lane).take(async () => {
          await untilOpen(lane, onLimited);
          const came = await attempt();
          if (came.kind === "limited") {
            openFrom.set(lane, Math.max(openFrom.get(lane) ?? 0, clock.now() + came.retryAfterMs));
          }
          return came;
        });
        if (outcome.kind === "done") return outcome.value;
        if (outcome.kind === "limited") {
          log.debug({ lane, retryAfterMs: outcome.retryAfterMs }, "Slack asks to wait");
          continue;
        }
        log.warn({ lane, err: outcome.error }, "Slack cannot be reached");
        onUnreachable?.(outcome.error);
        await clock.wait(Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** failures), signal);
        failures += 1;
      }
    },
  };
}
