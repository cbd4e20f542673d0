import type { Timings } from "../contracts/answer.js";

type Lap = Exclude<keyof Timings, "totalMs" | "firstTextMs">;

/** Measures the steps one after the other, in milliseconds. */
export function startWatch() {
  const began = performance.now();
  const laps: Record<Lap, number> = { understandMs: 0, retrieveMs: 0, judgeMs: 0, composeMs: 0, groundMs: 0 };
  let last = began;
  let firstText: Pick<Timings, "firstTextMs"> = {};
  return {
    lap(name: Lap): void {
      const now = performance.now();
      laps[name] = rounded(now - last);
      last = now;
    },
    /** Composing and grounding go hand in hand: `groundMs` is that of grounding, `beganAt` when the first sentence was told. */
    lapComposing({ groundMs, beganAt }: { readonly groundMs: number; readonly beganAt: number | null }): void {
      this.lap("composeMs");
      laps.groundMs = rounded(Math.min(groundMs, laps.composeMs));
      laps.composeMs = rounded(laps.composeMs - laps.groundMs);
      if (beganAt !== null) firstText = { firstTextMs: rounded(beganAt - began) };
    },
    timings: (): Timings => ({ ...laps, ...firstText, totalMs: rounded(performance.now() - began) }),
  };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
