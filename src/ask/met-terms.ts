import { type Trigrams, trigramsOf } from "../language/trigrams.js";
import { meanOf } from "./judge-shares.js";
import type { WeighedWord } from "./late-interaction.js";
import type { Term } from "./steps.js";

/**
 * From where on a likeness counts, and what lies between there and a term that is wholly met. By AUROC of the right paragraph
 * against the most similar wrong one on the even articles of XQuAD (in one language, and across; the model fitted to the
 * other articles): without these signals .944 .874; as here .945 .892; late interaction from .05 less on .944 .891, from .5 on
 * across languages too .945 .890.
 */
const FROM = { spelling: 0.3, late: 0.5, lateInOtherLanguage: 0.45 } as const;
const WIDTH = 0.4;

/** The terms of a question, with what each sentence is compared with. */
export interface AskedTerms {
  /** What each term weighs: the rarer its words are in the language, the more. */
  readonly weights: readonly number[];
  /** All words of all terms. */
  readonly spelling: readonly Trigrams[];
  readonly terms: readonly AskedTerm[];
}

interface AskedTerm {
  /** A quantity stands in a sentence or does not; nothing is like it. */
  readonly isQuantity: boolean;
  /** Indices into `AskedTerms.spelling`. */
  readonly spelling: readonly number[];
  /** Indices into the words that were compared by late interaction. */
  readonly words: readonly number[];
}

/** What is the same for all sentences; the `otherwise` weigh where the model has read no words. */
export function askedTerms(
  terms: readonly Term[],
  words: readonly WeighedWord[] | null,
  otherwise: readonly number[],
): AskedTerms {
  const spelling: Trigrams[] = [];
  const asked = terms.map((term) => {
    const own = trigramsOf(term.surface);
    const at = own.map((_, n) => spelling.length + n);
    spelling.push(...own);
    return { isQuantity: term.quantity !== null, spelling: at, words: wordsOf(term, words ?? []) };
  });
  return { weights: words === null ? otherwise : weightsOf(asked, words), spelling, terms: asked };
}

/** Of a term from an earlier turn only the end is known. */
function wordsOf(term: Term, words: readonly WeighedWord[]): number[] {
  const from = term.start < 0 ? term.end - 1 : term.start;
  return words.flatMap(({ start, end }, at) => (start < term.end && end > from ? [at] : []));
}

/** A term of which no word is known weighs as much as the others do on average. */
function weightsOf(terms: readonly AskedTerm[], words: readonly WeighedWord[]): number[] {
  const known = terms.map((term) => Math.max(0, ...term.words.map((at) => words[at]?.weight ?? 0)));
  const some = known.filter((weight) => weight > 0);
  return known.map((weight) => (weight > 0 ? weight : meanOf(some, 1)));
}

/**
 * How far each term is met by a sentence, 0 to 1: it stands there (`held`), or is spelled like a word there (`spelled`: of each
 * word of `AskedTerms.spelling`, its match), or the model finds a word near it (`late`: of each word compared, its match; null
 * where it is not known).
 */
export function metTerms(
  asked: AskedTerms,
  sentence: {
    readonly held: readonly number[];
    readonly spelled: readonly number[];
    readonly late: readonly number[] | null;
  },
  otherLanguage: boolean,
): number[] {
  const from = otherLanguage ? FROM.lateInOtherLanguage : FROM.late;
  return asked.terms.map((term, at) => {
    const held = sentence.held[at] ?? 0;
    if (term.isQuantity) return held;
    const alike = dice(meanOf(term.spelling.map((n) => sentence.spelled[n] ?? 0)));
    const near = sentence.late === null ? 0 : meanOf(term.words.map((n) => sentence.late?.[n] ?? 0));
    return Math.max(held, rise(alike, FROM.spelling), rise(near, from));
  });
}

/** 0 up to `from`, then rising to 1. */
function rise(likeness: number, from: number): number {
  return Math.max(0, Math.min(1, (likeness - from) / WIDTH));
}

/** From the Jaccard similarity. */
function dice(jaccard: number): number {
  return (2 * jaccard) / (1 + jaccard);
}
