import type { Span } from "../contracts/passage.js";

/** Which parts of a text are taken already. */
export interface Coverage {
  add(span: Span): void;
  overlaps(span: Span): boolean;
}

/** For a text of that many UTF-16 code units. Takes time with the length of the spans, however many there are. */
export function createCoverage(length: number): Coverage {
  const taken = new Uint8Array(length);
  return {
    add({ start, end }) {
      taken.fill(1, start, end);
    },
    overlaps({ start, end }) {
      for (let at = start; at < end; at += 1) if (taken[at] === 1) return true;
      return false;
    },
  };
}
