import { estimateOf } from "../metrics/estimate.js";
import type { StatisticMetric } from "../metrics/metric.js";
import type { Reliability } from "../report-schema.js";
import { calibrationError } from "../statistics/calibration-error.js";
import { type Prediction, reliabilityOf } from "../statistics/reliability.js";
import { wilson } from "../statistics/wilson.js";
import type { Trial } from "../trial.js";

const calibration: StatisticMetric = {
  id: "calibration-error",
  title: { de: "Kalibrierungsfehler", en: "Calibration error" },
  better: "lower",
  of: "statistic",
  statisticOf: (trials) => calibrationError(binsOf(trials)),
};

/**
 * How sure the system was that the documents answer, in bins, against the share of cases that they do answer, with
 * Wilson's interval. A case whose premise may be corrected is neither answerable nor not, and is left out. Null for a
 * system that does not tell.
 */
export function reliabilityOver(trials: readonly Trial[]): Reliability | null {
  const told = trials.filter(isTold);
  const error = estimateOf(calibration, told);
  if (error === null) return null;
  const bins = binsOf(told).map(({ predictions, expected, observed }) => {
    const { mean, low, high } = wilson(Math.round(observed * predictions), predictions);
    return { expected, observed: { value: mean, low, high, trials: predictions } };
  });
  return { bins, calibrationError: error };
}

function binsOf(trials: readonly Trial[]) {
  const predictions = trials.flatMap(({ confidence, testCase }): Prediction[] =>
    confidence === null ? [] : [{ probability: confidence, right: testCase.answerable }],
  );
  return reliabilityOf(predictions, { tiesTogether: true });
}

function isTold({ confidence, testCase }: Trial): boolean {
  return confidence !== null && (testCase.answerable || !testCase.corrects);
}
