import { KonsilError } from "../contracts/errors.js";
import type { Reranker } from "../contracts/ports.js";
import type { Candidate, Evidence, Understood } from "./steps.js";

/** The most passages that a reranker is asked about: few enough for one call, and more than an answer is made from. */
export const RERANKED = 30;

/** In the `warnings` of an answer whose passages kept their own order because the reranker failed. */
const RERANKER_UNAVAILABLE = "reranker_unavailable";

export interface Reranked {
  readonly evidence: Evidence;
  readonly warnings: readonly string[];
}

/**
 * Puts the first `RERANKED` candidates into the order of the reranker, which reads heading and text of each; equal
 * scores keep their own order, and so does everything behind. The reranker's order stands by itself: its scale is
 * unknown, and a weight for the own order beside it would have to be measured for each model.
 *
 * `score` goes with the place and not with the passage, so that it still falls from first to last. What the signals of
 * `judge` are made from (cosines and the share of words) stays with the passage: they weigh each sentence by itself, and
 * the order of the passages decides only between equals.
 *
 * Without a reranker, and with fewer than two candidates, the evidence is handed on as it is. A reranker that fails
 * leaves it so too, with a warning. Throws `cancelled`.
 */
export async function rerank(
  { standalone }: Pick<Understood, "standalone">,
  evidence: Evidence,
  reranker: Reranker | null,
  signal?: AbortSignal,
): Promise<Reranked> {
  const candidates = evidence.candidates.slice(0, RERANKED);
  if (reranker === null || candidates.length < 2) return { evidence, warnings: [] };
  try {
    const scores = await reranker.rerank(standalone, candidates.map(textOf), signal);
    const rest = evidence.candidates.slice(RERANKED);
    return { evidence: { ...evidence, candidates: [...inOrderOf(scores, candidates), ...rest] }, warnings: [] };
  } catch (error) {
    if (error instanceof KonsilError && error.code === "cancelled") throw error;
    return { evidence, warnings: [RERANKER_UNAVAILABLE] };
  }
}

function textOf({ passage: { heading, text } }: Candidate): string {
  return heading === null ? text : `${heading}\n${text}`;
}

function inOrderOf(scores: readonly number[], candidates: readonly Candidate[]): Candidate[] {
  const ranked = candidates.map((candidate, at) => ({ candidate, relevance: scores[at] ?? -Infinity }));
  // Sorting is stable: equal ones keep their order.
  return ranked
    .sort((a, b) => b.relevance - a.relevance)
    .map(({ candidate }, place) => ({ ...candidate, score: candidates[place]?.score ?? candidate.score }));
}
