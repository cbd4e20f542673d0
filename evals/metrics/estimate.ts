import { clusteredMean } from "../statistics/clustered-mean.js";
import { clusteredStatistic } from "../statistics/clustered-statistic.js";
import { wilson } from "../statistics/wilson.js";
import type { Trial } from "../trial.js";
import type { MeanMetric, Metric, StatisticMetric } from "./metric.js";

export interface Estimate {
  readonly value: number;
  /** The bounds of the 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** Over how many trials. */
  readonly trials: number;
}

type Numbering = (trial: Trial, at: number) => number;

/**
 * A metric with its 95 % interval; null where no trial is of its kind. Shares get Wilson's interval, everything else a
 * bootstrap with a fixed seed over whole documents, since questions about one document are alike. A bootstrap over a
 * handful of documents is too narrow (A. Cameron, J. Gelbach and D. Miller, Bootstrap-Based Improvements for Inference
 * with Clustered Errors, 2008), over one document even without any width, so the interval reaches as far as that of a
 * bootstrap over single questions does, wherever that is wider.
 */
export function estimateOf(metric: Metric, trials: readonly Trial[]): Estimate | null {
  if (metric.of === "share") {
    const values = trials.map(metric.valueOf).filter((value) => value !== null);
    if (values.length === 0) return null;
    const { mean, low, high } = wilson(values.filter(Boolean).length, values.length);
    return { value: mean, low, high, trials: values.length };
  }
  const intervalOver = metric.of === "mean" ? meanOver(metric, trials) : statisticOver(metric, trials);
  if (intervalOver === null) return null;
  const byDocument = intervalOver(numberDocuments());
  const byQuestion = intervalOver((_, at) => at);
  const [low, high] = [Math.min(byDocument.low, byQuestion.low), Math.max(byDocument.high, byQuestion.high)];
  return { value: byDocument.mean, low, high, trials: byDocument.values };
}

function meanOver(metric: MeanMetric, trials: readonly Trial[]) {
  const rows = trials.flatMap((trial, at) => {
    const value = metric.valueOf(trial);
    return value === null ? [] : [{ trial, at, value }];
  });
  if (rows.length === 0) return null;
  return (clusterOf: Numbering) =>
    clusteredMean(rows.map(({ trial, at, value }) => ({ cluster: clusterOf(trial, at), value })));
}

function statisticOver(metric: StatisticMetric, trials: readonly Trial[]) {
  if (trials.length === 0 || Number.isNaN(metric.statisticOf(trials))) return null;
  return (clusterOf: Numbering) =>
    clusteredStatistic(
      trials.map((trial, at) => ({ trial, cluster: clusterOf(trial, at) })),
      (rows) => metric.statisticOf(rows.map(({ trial }) => trial)),
    );
}

/** A number for each document that holds evidence; a question that no document answers is on its own. */
function numberDocuments(): Numbering {
  const numbers = new Map<string, number>();
  return ({ testCase }, at) => {
    const document = testCase.answerable ? testCase.evidence[0]?.document : undefined;
    if (document === undefined) return -1 - at;
    const number = numbers.get(document) ?? numbers.size;
    numbers.set(document, number);
    return number;
  };
}
