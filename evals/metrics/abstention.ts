import { isAnswered, type Trial } from "../trial.js";

/** Answering and declining against what the documents hold. */
export interface Confusion {
  readonly answerable: { readonly answered: number; readonly declined: number };
  readonly unanswerable: { readonly answered: number; readonly declined: number };
}

/**
 * True for an answer that gives none, and for one that corrects the premise of a question with a citation where its case
 * allows that: it says no in the best way there is.
 */
export function declines({ testCase, answer }: Trial): boolean {
  if (!isAnswered({ answer })) return true;
  return !testCase.answerable && testCase.corrects && answer.citations.length > 0;
}

export function confusionOf(trials: readonly Trial[]): Confusion {
  const answerable = { answered: 0, declined: 0 };
  const unanswerable = { answered: 0, declined: 0 };
  for (const trial of trials) {
    const counts = trial.testCase.answerable ? answerable : unanswerable;
    counts[declines(trial) ? "declined" : "answered"] += 1;
  }
  return { answerable, unanswerable };
}
