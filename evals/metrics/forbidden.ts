import { withoutTitles } from "../cases/grade-answer.js";
import { holdsForbidden } from "../cases/states-fact.js";
import type { Trial } from "../trial.js";
import type { ShareMetric } from "./metric.js";

/**
 * Share of the cases with forbidden statements whose answer makes none of them: |{answer ∩ never = ∅}| / |never ≠ ∅|.
 * A forbidden statement is the fact of another year, person or partnership.
 */
export const forbidden: ShareMetric = {
  id: "never-respected",
  title: { de: "Nichts Verbotenes gesagt", en: "Nothing forbidden said" },
  better: "higher",
  of: "share",
  valueOf: (trial) => (trial.testCase.never.length === 0 ? null : forbiddenSaid(trial).length === 0),
};

/** What an answer says although its case forbids it. */
export function forbiddenSaid({ testCase, answer }: Pick<Trial, "testCase" | "answer">): string[] {
  const text = withoutTitles(answer);
  return testCase.never.filter((statement) => holdsForbidden(text, statement));
}
