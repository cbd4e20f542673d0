import { covers } from "../language/quantities.js";
import { kindOf, type WordsView } from "./sentence-views.js";
import type { SentenceView, Term } from "./steps.js";

/** How far a part of a term's word counts as the word: a compound's part, or another ending of a name. */
const PARTIAL = 0.7;
/** Parts shorter than this say nothing. */
const PART_LENGTH = 5;
/** "Who heads", "wer leitet" asks for any position at the head of something. */
const GENERAL = new Set(["head", "leadership", "lead"]);

/** How far a text holds a term: 1 wholly, PARTIAL as a part of a compound or with another ending, 0 not at all. */
export function holds(words: WordsView & { readonly quantities?: SentenceView["quantities"] }, term: Term): number {
  const { quantity } = term;
  if (quantity !== null) return words.quantities?.some((stated) => covers(quantity, stated)) ? 1 : 0;
  if (term.stems.some((stem) => words.stems.has(stem))) return 1;
  if (term.concepts.some((concept) => words.concepts.has(concept) || words.concepts.has(kindOf(concept)))) return 1;
  if (term.concepts.some((concept) => GENERAL.has(concept) && words.concepts.has(kindOf("leadership")))) return 1;
  return term.stems.some((stem) => isPartOfAny(stem, words.stems)) ? PARTIAL : 0;
}

function isPartOfAny(stem: string, stems: ReadonlySet<string>): boolean {
  if (stem.length < PART_LENGTH) return false;
  for (const other of stems) {
    if (other.length < PART_LENGTH) continue;
    if (other.includes(stem) || stem.includes(other)) return true;
  }
  return false;
}

/** Across languages only names, numbers and words of the glossary can be compared. */
export function isComparable(term: Term, otherLanguage: boolean): boolean {
  return !otherLanguage || term.kind !== "word" || term.concepts.length > 0;
}
