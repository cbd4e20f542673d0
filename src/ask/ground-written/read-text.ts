import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import { fold } from "../../language/fold.js";
import { type ConceptHit, conceptsOf } from "../../language/glossary.js";
import { separatedVerbs } from "../../language/separable-verbs.js";
import { isStopWordOfOther } from "../../language/stop-words.js";
import { analyseWords, type Word } from "../../language/words.js";
import { kindOf } from "../steps.js";

/** A word that says something, function words apart. */
export interface ContentWord extends Span {
  readonly surface: string;
  /** By German and by English rules. */
  readonly stems: readonly string[];
  /** Concepts of the glossary. */
  readonly concepts: readonly string[];
  /** Each means a part of a German compound only. */
  readonly isCompound: boolean;
  /** What the concepts are kinds of. */
  readonly kinds: readonly string[];
  /** Of a hyphenated word; else empty. */
  readonly parts: readonly ContentWord[];
  /** Which of the pieces between white space holds it. */
  readonly token: number;
}

const TOKEN = /\S*[\p{L}\p{N}]\S*/gu;

/** The content words of a text, in order, each once: a hyphenated one with its parts. */
export function contentWords(text: string, language: Language | null): ContentWord[] {
  const words = analyseWords(text, language);
  const other = new Map(analyseWords(text, language === "en" ? "de" : "en").map((word) => [word.start, word.stem]));
  const hits = conceptsOf(words, language);
  const tokens = [...text.matchAll(TOKEN)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
  const separated = language === "en" ? [] : separatedVerbs(text);
  const found: ContentWord[] = [];
  for (const word of words) {
    const whole = found.at(-1);
    const isPart = whole !== undefined && word.start < whole.end;
    if (separated.some(({ particle }) => lies(word, particle))) continue;
    if (isPart ? word.stop : isFunctionWord(word, language)) continue;
    const own = hits.filter((hit) => covers(words, hit, word));
    const verbs = separated.filter(({ verb }) => lies(word, verb)).flatMap(({ concepts }) => concepts);
    const read: ContentWord = {
      start: word.start,
      end: word.end,
      surface: word.surface,
      stems: [...new Set([word.stem, other.get(word.start) ?? word.stem])],
      concepts: verbs.length > 0 ? verbs : own.map(({ concept }) => concept),
      isCompound: verbs.length === 0 && own.length > 0 && own.every(({ partial }) => partial),
      kinds: own.flatMap(({ broader }) => (broader === null ? [] : [kindOf(broader), broader])),
      parts: [],
      token: tokens.findIndex((token) => lies(word, token)),
    };
    if (isPart) found[found.length - 1] = { ...whole, parts: [...whole.parts, read] };
    else found.push(read);
  }
  return found;
}

function covers(words: readonly Word[], { first, last }: ConceptHit, word: Word): boolean {
  return (words[first]?.start ?? 0) < word.end && (words[last]?.end ?? 0) > word.start;
}

/** A text may hold function words of the other language in names and quotations. */
function isFunctionWord({ surface, stop }: Word, language: Language | null): boolean {
  return stop || (language !== null && /^\p{Ll}/u.test(surface) && isStopWordOfOther(fold(surface), language));
}

/** Whether a place is inside another one. */
export function lies(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Whether two places have something in common. */
export function meets(one: Span, other: Span): boolean {
  return one.start < other.end && one.end > other.start;
}
