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

/** What a name of the asked question counts that stands in a follow-up, beside another word. */
const NAME = 2;

/**
 * In the order in which they are tried: near to the question first, each kind once before any kind comes again, the
 * documents by turns.
 */
export function inOrder(byDocument: readonly (readonly Prepared[])[], terms: readonly Term[]): Prepared[] {
  const queues = byDocument.map((candidates) => oneOfEachKindFirst(nearestFirst(candidates, terms)));
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  const turns = Array.from({ length: longest }, (_, at) => queues.flatMap((queue) => queue[at] ?? []));
  const seen = new Set<string>();
  return turns.flat().filter(({ question }) => !seen.has(question) && seen.add(question));
}

/** Sorting is stable: equally near ones keep their order. */
function nearestFirst(candidates: readonly Prepared[], terms: readonly Term[]): Prepared[] {
  const near = new Map(candidates.map((candidate) => [candidate, nearness(candidate, terms)]));
  return [...candidates].sort((a, b) => (near.get(b) ?? 0) - (near.get(a) ?? 0));
}

function nearness({ words }: Prepared, terms: readonly Term[]): number {
  return terms.reduce((sum, term) => sum + (holds(words, term) === 1 ? (term.kind === "name" ? NAME : 1) : 0), 0);
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
