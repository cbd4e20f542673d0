import type { Language } from "../../src/contracts/document.js";
import type { Trial } from "../trial.js";

interface Named {
  /** Kebab-case; reports and baselines know the metric by it. */
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly better: "higher" | "lower";
}

/** A share of trials: each has the property or not; null for a trial that it is not about. */
export interface ShareMetric extends Named {
  readonly of: "share";
  readonly valueOf: (trial: Trial) => boolean | null;
}

/** A mean of numbers, one a trial; null for a trial that it is not about. */
export interface MeanMetric extends Named {
  readonly of: "mean";
  readonly valueOf: (trial: Trial) => number | null;
}

/** A number of all trials together; NaN where they have none. */
export interface StatisticMetric extends Named {
  readonly of: "statistic";
  readonly statisticOf: (trials: readonly Trial[]) => number;
}

export type Metric = ShareMetric | MeanMetric | StatisticMetric;
