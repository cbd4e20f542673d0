import { covers } from "../language/quantities.js";
import { COLLABORATION } from "./collaboration-concepts.js";
import { kindOf, type SentenceView, type Term, type Understood, type WordsView } from "./steps.js";

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
  return isPartOfAWord(words, term) ? PARTIAL : 0;
}

/** Whether a text holds a term or what is a kind of it: "Chairman" for "chair", and no "Direktorin" for "Pflegedirektorin". */
export function holdsWhole(words: WordsView, term: Term): boolean {
  return (
    holds(words, term) === 1 || term.stems.some((stem) => stem.length >= PART_LENGTH && words.longStems.includes(stem))
  );
}

/** "Krebs" in "Krebszentrum" and the other way round, "Luther" in "Luthers". */
function isPartOfAWord(words: WordsView, { stems, parts }: Term): boolean {
  return (
    stems.some((stem) => stem.length >= PART_LENGTH && words.longStems.includes(stem)) ||
    parts.some((part) => words.stems.has(part))
  );
}

/** The beginnings and ends of stems that are long enough to say something, the stems themselves apart. */
export function partsOf(stems: readonly string[]): string[] {
  const parts = stems.flatMap((stem) => {
    const lengths = Array.from({ length: Math.max(0, stem.length - PART_LENGTH) }, (_, at) => at + PART_LENGTH);
    return lengths.flatMap((length) => [stem.slice(0, length), stem.slice(-length)]);
  });
  return [...new Set(parts)];
}

/** The longer stems of a text in one string, to look for parts of words in. */
export function joinLongStems(stems: Iterable<string>): string {
  return [...stems].filter((stem) => stem.length >= PART_LENGTH).join(" ");
}

/** Across languages only names, numbers and words of the glossary can be compared. */
export function isComparable(term: Term, otherLanguage: boolean): boolean {
  return !otherLanguage || term.kind !== "word" || term.concepts.length > 0;
}

/** Names, and in capitals what the glossary does not know. */
export function isNameLike({ kind, concepts, surface }: Term): boolean {
  return kind === "name" || (kind === "word" && concepts.length === 0 && /^\p{Lu}/u.test(surface));
}

/** Names a collaboration by what it is, or asks when it was announced. */
export function isAboutCollaboration({
  terms,
  asksForPublication,
}: Pick<Understood, "terms" | "asksForPublication">): boolean {
  return asksForPublication || terms.some(({ concepts }) => concepts.some((concept) => COLLABORATION.has(concept)));
}
