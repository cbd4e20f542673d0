import { overlaps } from "../cases/grade-answer.js";
import type { Trial } from "../trial.js";

/** From 1; null when it is not among the first ten. */
export type Rank = number | null;

/**
 * The rank of the first passage that holds each piece of evidence, in the order of the pieces. Null for a trial that
 * retrieval is not measured by: nothing to be found, nothing searched, or documents in other words than the evidence.
 */
export function ranksOf({ testCase, found, over, idOf }: Trial): Rank[] | null {
  if (!testCase.answerable || found === null || over === "originals") return null;
  return testCase.evidence.map(({ document, contains }) => {
    const at = found.findIndex(({ documentId, text }) => documentId === idOf(document) && overlaps(text, contains));
    return at < 0 ? null : at + 1;
  });
}
