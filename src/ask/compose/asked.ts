import type { Evidence, Finding, Understood } from "../steps.js";

/** What a form of answer is made from: the question, the sentences that answer it, best first, and all that was found. */
export interface Asked {
  readonly understood: Understood;
  /** At least one. */
  readonly findings: readonly [Finding, ...Finding[]];
  readonly evidence: Evidence;
}
