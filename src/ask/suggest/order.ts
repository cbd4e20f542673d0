import type { Citation } from "../../contracts/answer.js";
import type { Term, WordsView } from "../steps.js";
import { holds } from "../term-match.js";
import type { Candidate } from "./reading.js";

/** A candidate with its document, and the words of its question, read once. */
export interface Prepared extends Candidate {
  readonly documentId: string;
  readonly words: WordsView;
  /** What it asks for, by which questions are compared. */
  readonly asks: string;
}

/** What the asked question and the shown quotations are compared by. */
export interface Shown {
  readonly terms: readonly Term[];
  /** What was quoted, or came closest. */
  readonly near: readonly Citation[];
}

/** What counts for how near: a name of the question, another word of it, and coming from beside what was shown. */
const WEIGHTS = { name: 2, word: 1, beside: 3 } as const;
/** Beside: at most so many UTF-16 code units away, which is about the same paragraph. */
const BESIDE = 400;

/**
 * In the order in which they are tried: near to the question first, each kind once before any kind comes again, the
 * documents by turns.
 */
export function inOrder(byDocument: readonly (readonly Prepared[])[], shown: Shown): Prepared[] {
  const queues = byDocument.map((candidates) => oneOfEachKindFirst(nearestFirst(candidates, shown)));
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  const turns = Array.from({ length: longest }, (_, at) => queues.flatMap((queue) => queue[at] ?? []));
  const seen = new Set<string>();
  return turns.flat().filter(({ question }) => !seen.has(question) && seen.add(question));
}

/** Sorting is stable: equally near ones keep their order. */
function nearestFirst(candidates: readonly Prepared[], shown: Shown): Prepared[] {
  const near = new Map(candidates.map((candidate) => [candidate, nearness(candidate, shown)]));
  return [...candidates].sort((a, b) => (near.get(b) ?? 0) - (near.get(a) ?? 0));
}

/** What is asked about the same names and words, or made from sentences most of which stand beside the shown ones. */
function nearness({ words, documentId, sources }: Prepared, { terms, near }: Shown): number {
  const shared = terms.filter((term) => holds(words, term) === 1);
  const beside = sources.filter(({ start }) =>
    near.some((it) => it.documentId === documentId && Math.abs(it.start - start) <= BESIDE),
  );
  const named = shared.reduce((sum, { kind }) => sum + (kind === "name" ? WEIGHTS.name : WEIGHTS.word), 0);
  return named + (WEIGHTS.beside * beside.length) / sources.length;
}

function oneOfEachKindFirst(candidates: readonly Prepared[]): Prepared[] {
  const counts = new Map<string, number>();
  const rounds = candidates.map((candidate) => {
    const round = counts.get(candidate.kind) ?? 0;
    counts.set(candidate.kind, round + 1);
    return { candidate, round };
  });
  return rounds.sort((a, b) => a.round - b.round).map(({ candidate }) => candidate);
}
