import type { Clock } from "../../src/channels/slack/clock.js";

const FASTER = 50;

/** Time that goes by fifty times as fast, for the bot and for its Slack alike: an hour is a minute, a second a blink. */
export function createFastClock(): Clock {
  const started = performance.now();
  const begin = Date.now();
  const now = () => begin + (performance.now() - started) * FASTER;
  return {
    now,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const until = now() + ms;
        let timer: NodeJS.Timeout | undefined;
        const look = () => {
          clearTimeout(timer);
          // A timer may go off a little early, which is much on this clock.
          if (!signal?.aborted && now() < until) {
            timer = setTimeout(look, Math.max(1, (until - now()) / FASTER));
            return;
          }
          signal?.removeEventListener("abort", look);
          resolve();
        };
        signal?.addEventListener("abort", look);
        look();
      }),
  };
}
