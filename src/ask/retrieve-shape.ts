import type { IndexedPassage, Passage, Sentence } from "../contracts/passage.js";
import { byScore } from "./retrieve-fusion.js";
import { contextOf, viewsOf } from "./sentence-views.js";
import type { Candidate, Term, WordsView } from "./steps.js";
import { holds, isNameLike } from "./term-match.js";

const SHAPE = {
  /** Taken from a passage whose document knows none of the parties that the question names, and others know. */
  strangers: 0.03,
  /** Passages with this share of their words in common say the same. */
  same: 0.9,
  /** And their cosines with the question differ by no more than this. */
  sameScore: 0.02,
  /** Of one document, unless the question asks about one. */
  perDocument: 4,
} as const;

/**
 * Moves the passages of documents that do not know the parties named in the question behind those of documents that do:
 * the same company may have a partnership in each. A party that every document knows, or none, moves nothing.
 */
export function preferNamed(candidates: readonly Candidate[], terms: readonly Term[]): Candidate[] {
  const known = knownParties(candidates, terms);
  const most = mostOf(known);
  if (most === 0) return [...candidates];
  return candidates
    .map((candidate) => {
      const missing = most - (known.get(candidate.document.id)?.size ?? 0);
      return { ...candidate, score: candidate.score - (SHAPE.strangers * missing) / most };
    })
    .sort(byScore);
}

/**
 * Of passages that say the same, in one document or in two, only the best stays. A different number makes a different
 * passage: reports of two years may differ in nothing else.
 */
export function withoutRepeats(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    if (!kept.some((other) => saysTheSame(candidate, other))) kept.push(candidate);
  }
  return kept;
}

/** Passages that overlap, because the second needs the end of the first, become one at the better one's place. */
export function joinOverlapping(candidates: readonly Candidate[]): Candidate[] {
  const joined: Candidate[] = [];
  for (const candidate of candidates) {
    const at = joined.findIndex((other) => overlap(other.passage, candidate.passage));
    const other = joined[at];
    if (other === undefined) joined.push(candidate);
    else joined[at] = join(other, candidate);
  }
  return joined;
}

function overlap(one: Passage, other: Passage): boolean {
  return one.documentId === other.documentId && one.start < other.end && other.start < one.end;
}

/** The better one's vectors and scores, with the text and the sentences of both. */
function join(better: Candidate, worse: Candidate): Candidate {
  const [first, second] = better.passage.start <= worse.passage.start ? [better, worse] : [worse, better];
  const isNew = ({ start }: Sentence) => start >= first.passage.end;
  const added = second.passage.sentences.map((sentence, at) => ({ sentence, at })).filter((it) => isNew(it.sentence));
  const end = Math.max(first.passage.end, second.passage.end);
  const passage = {
    ...better.passage,
    start: first.passage.start,
    end,
    text: first.passage.text + second.passage.text.slice(first.passage.end - second.passage.start),
    sentences: [...first.passage.sentences, ...added.map((it) => it.sentence)],
    sentenceVectors: [
      ...first.passage.sentenceVectors,
      ...added.flatMap(({ at }) => second.passage.sentenceVectors[at] ?? []),
    ],
    sentenceWords: joinedWords(
      first.passage.sentenceWords,
      second.passage.sentenceWords,
      added.map(({ at }) => at),
    ),
  };
  const sentenceScores = [...first.sentenceScores, ...added.map(({ at }) => second.sentenceScores[at] ?? 0)];
  return { ...better, passage, sentenceScores };
}

/** Those of the first passage, and of these sentences of the second; null where either are not known. */
function joinedWords(
  first: IndexedPassage["sentenceWords"],
  second: IndexedPassage["sentenceWords"],
  added: readonly number[],
): IndexedPassage["sentenceWords"] {
  return first === null || second === null ? null : [...first, ...added.flatMap((at) => second[at] ?? [])];
}

/**
 * At most a few passages of each document come first, so that one long document does not crowd out the others; what is
 * over the measure follows behind them. A question whose parties only one document knows may have all of its passages.
 * `score` goes with the place, so that it still falls from first to last.
 */
export function spread(candidates: readonly Candidate[], terms: readonly Term[]): Candidate[] {
  if (asksAboutOne(candidates, terms)) return [...candidates];
  const counts = new Map<string, number>();
  const first: Candidate[] = [];
  const over: Candidate[] = [];
  for (const candidate of candidates) {
    const count = (counts.get(candidate.document.id) ?? 0) + 1;
    counts.set(candidate.document.id, count);
    (count <= SHAPE.perDocument ? first : over).push(candidate);
  }
  return [...first, ...over].map((candidate, place) => ({
    ...candidate,
    score: candidates[place]?.score ?? candidate.score,
  }));
}

function asksAboutOne(candidates: readonly Candidate[], terms: readonly Term[]): boolean {
  const known = knownParties(candidates, terms);
  const most = mostOf(known);
  return most > 0 && [...known.values()].filter((found) => found.size === most).length === 1;
}

/**
 * Which parties of the question each document knows, as far as its candidates show, those left out that all of them
 * know. A party is a name that stands in the title, the publisher, the partners or a heading of some document.
 */
function knownParties(candidates: readonly Candidate[], terms: readonly Term[]): Map<string, ReadonlySet<Term>> {
  const parties = terms
    .filter(isNameLike)
    .filter((name) => candidates.some(({ passage, document }) => holds(contextOf(passage, document), name) > 0));
  const known = new Map<string, Set<Term>>();
  for (const { passage, document } of candidates) {
    const found = known.get(document.id) ?? new Set<Term>();
    known.set(document.id, found);
    const views: readonly WordsView[] = [contextOf(passage, document), ...viewsOf(passage, document)];
    for (const name of parties) if (views.some((view) => holds(view, name) > 0)) found.add(name);
  }
  for (const name of parties) {
    if ([...known.values()].every((found) => found.has(name))) for (const found of known.values()) found.delete(name);
  }
  return known;
}

function mostOf(known: ReadonlyMap<string, ReadonlySet<Term>>): number {
  return Math.max(0, ...[...known.values()].map((found) => found.size));
}

function saysTheSame(one: Candidate, other: Candidate): boolean {
  // What says the same is equally near to the question, and as long: few pairs need to be compared word by word.
  if (Math.abs(one.wholeScore - other.wholeScore) > SHAPE.sameScore) return false;
  const [words, others] = [wordSetOf(one.passage), wordSetOf(other.passage)];
  const longer = Math.max(words.size, others.size);
  if (Math.min(words.size, others.size) < SHAPE.same * longer) return false;
  let shared = 0;
  for (const word of words) if (others.has(word)) shared += 1;
  if (shared < SHAPE.same * longer) return false;
  return [...words, ...others].every((word) => !isNumber(word) || (words.has(word) && others.has(word)));
}

/** Passages never change, so what was made for one is kept as long as the library keeps the object. */
const wordSets = new WeakMap<IndexedPassage, ReadonlySet<string>>();

function wordSetOf(passage: IndexedPassage): ReadonlySet<string> {
  const words = wordSets.get(passage) ?? new Set(passage.words);
  wordSets.set(passage, words);
  return words;
}

/** The normal form of a quantity, or a numeral. */
function isNumber(word: string): boolean {
  return /\d/.test(word);
}
