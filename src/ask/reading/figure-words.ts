import type { Language } from "../../contracts/document.js";
import { fold } from "../../language/fold.js";
import type { Quantity } from "../../language/quantities.js";
import { isStopWord } from "../../language/stop-words.js";
import type { SentenceView } from "../steps.js";

/** How far after a figure its noun is looked for, in UTF-16 code units. */
const BESIDE = 60;
const MARK = /[,;:.()]/;

/** The words that say what a quantity counts: those after it, up to the next quantity or mark. */
export function besideOf({ text, quantities }: SentenceView, quantity: Quantity): string {
  const next = quantities.find((other) => other.start >= quantity.end)?.start ?? text.length;
  return text.slice(quantity.end, Math.min(next, quantity.end + BESIDE)).split(MARK, 1)[0] ?? "";
}

/**
 * The noun right behind a quantity, or behind one adjective: in English a plural. Null where none is seen, as in "rose to
 * 300 last year".
 */
export function nounBeside(view: SentenceView, quantity: Quantity, language: Language | null): string | null {
  const words = (besideOf(view, quantity).match(/\p{L}[\p{L}'’-]*/gu) ?? []).slice(0, 2);
  const isNoun = (word: string) =>
    /^\p{Lu}/u.test(word) || (language !== "de" && PLURAL.test(word) && !isStopWord(fold(word), "en"));
  return words.find(isNoun) ?? null;
}

const PLURAL = /(?:[^su]s|people|men|women|children)$/iu;

/** The words before a quantity, back to a mark: "Beschäftigt sind" in "Beschäftigt sind 300." */
export function beforeOf({ text }: SentenceView, { start }: Quantity): string {
  return text.slice(0, start).split(MARK).at(-1) ?? "";
}
