import { gradeOf, type Trial } from "../trial.js";

/** The trials of a system that would have refused wherever it was less sure than `threshold`. */
export function refusingBelow(threshold: number, trials: readonly Trial[]): Trial[] {
  return trials.map((trial) => ((trial.confidence ?? 1) < threshold ? refused(trial) : trial));
}

/**
 * Below which confidence to refuse, so that the most of these very cases are right; the least such threshold. It is chosen
 * in hindsight, on the cases that are reported, and so is the best that any threshold could have done there.
 */
export function bestThreshold(trials: readonly Trial[]): number {
  const graded = trials
    .map((trial) => ({
      confidence: trial.confidence ?? 1,
      gain: Number(gradeOf(refused(trial)).right) - Number(gradeOf(trial).right),
    }))
    .sort((a, b) => a.confidence - b.confidence);
  let best = { threshold: 0, gain: 0 };
  let gain = 0;
  for (const [at, it] of graded.entries()) {
    gain += it.gain;
    const next = graded[at + 1]?.confidence ?? Number.POSITIVE_INFINITY;
    if (next > it.confidence && gain > best.gain) {
      best = { threshold: Number.isFinite(next) ? (it.confidence + next) / 2 : it.confidence + 1, gain };
    }
  }
  return best.threshold;
}

/** A refusal shows nothing, so that it is graded as one and as nothing else. */
function refused(trial: Trial): Trial {
  const message = "";
  return {
    ...trial,
    excerpts: [],
    answer: {
      ...trial.answer,
      status: "abstained",
      answer: message,
      citations: [],
      abstention: { reason: "no_evidence", message, closest: [] },
    },
  };
}
