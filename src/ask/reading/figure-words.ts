import type { Quantity } from "../../language/quantities.js";
import type { SentenceView } from "../steps.js";

/** How far after a figure its noun is looked for, in UTF-16 code units. */
const BESIDE = 60;
const MARK = /[,;:.()]/;

/** The words that say what a quantity counts: those after it, up to the next quantity or mark. */
export function besideOf({ text, quantities }: SentenceView, quantity: Quantity): string {
  const next = quantities.find((other) => other.start >= quantity.end)?.start ?? text.length;
  return text.slice(quantity.end, Math.min(next, quantity.end + BESIDE)).split(MARK, 1)[0] ?? "";
}

/** The words before a quantity, back to a mark: "Beschäftigt sind" in "Beschäftigt sind 300." */
export function beforeOf({ text }: SentenceView, { start }: Quantity): string {
  return text.slice(0, start).split(MARK).at(-1) ?? "";
}
