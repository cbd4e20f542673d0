import { expect, it } from "vitest";
import { confusionOf, declines } from "./abstention.js";
import { abstentionF1 } from "./abstention-f1.js";
import { abstentionPrecision } from "./abstention-precision.js";
import { abstentionRecall } from "./abstention-recall.js";
import { overRefusal } from "./over-refusal.js";
import { sampleRefusal, sampleTrial, UNANSWERED } from "./sample-trial.js";

const PREMISE = { answerable: false, kind: "false-premise", corrects: true };
const QUOTES = [["alpha", "Alpha never closed."]] as const;

/** Answerable: 3 answered, 1 refused. Unanswerable: 2 refused, 1 premise corrected, 2 answered. */
const TRIALS = [
  sampleTrial(),
  sampleTrial(),
  sampleTrial({ status: "partial" }),
  sampleRefusal(),
  sampleRefusal({ testCase: UNANSWERED }),
  sampleRefusal({ testCase: PREMISE }),
  sampleTrial({ testCase: PREMISE, quotes: QUOTES }),
  sampleTrial({ testCase: PREMISE }),
  sampleTrial({ testCase: UNANSWERED, quotes: QUOTES }),
];

const shareOf = (metric: typeof abstentionRecall) => {
  const values = TRIALS.map(metric.valueOf).filter((value) => value !== null);
  return values.filter(Boolean).length / values.length;
};

it("declines by refusing, and by correcting a premise with a citation where the case allows it", () => {
  expect(TRIALS.map(declines)).toEqual([false, false, false, true, true, true, true, false, false]);
});

it("counts answering and declining against what the documents hold", () => {
  expect(confusionOf(TRIALS)).toEqual({
    answerable: { answered: 3, declined: 1 },
    unanswerable: { answered: 2, declined: 3 },
  });
});

it("gives precision, recall and F1 of declining as computed by hand", () => {
  expect(shareOf(abstentionPrecision)).toBe(3 / 4);
  expect(shareOf(abstentionRecall)).toBe(3 / 5);
  expect(abstentionF1.statisticOf(TRIALS)).toBeCloseTo((2 * (3 / 4) * (3 / 5)) / (3 / 4 + 3 / 5), 12);
  expect(abstentionF1.statisticOf([sampleTrial()])).toBeNaN();
});

it("gives the share of answerable questions that were refused", () => {
  expect(shareOf(overRefusal)).toBe(1 / 4);
});
