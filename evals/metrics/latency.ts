import { quantile } from "../statistics/quantile.js";
import type { StatisticMetric } from "./metric.js";

/**
 * Milliseconds from the question to the whole answer that a share of the questions does not exceed: a quantile
 * without interpolation. It depends on the machine and on how many questions are asked at the same time, and so is kept apart from
 * everything that has to be the same on every run.
 */
export function latency(share: number): StatisticMetric {
  const percent = Math.round(100 * share);
  return {
    id: `latency-p${percent}`,
    title: { de: `Dauer bis zur Antwort, p${percent}`, en: `Latency, p${percent}` },
    better: "lower",
    of: "statistic",
    statisticOf: (trials) =>
      trials.length === 0
        ? Number.NaN
        : quantile(
            trials.map(({ ms }) => ms),
            share,
          ),
  };
}
