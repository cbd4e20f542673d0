import type { Interval } from "./interval.js";
import { quantile } from "./quantile.js";
import { seededRandom } from "./random.js";
import { sum } from "./sum.js";

/** One value, and the cluster in which it is related to others: questions about one article are alike. */
export interface Clustered {
  readonly cluster: number;
  readonly value: number;
}

const RESAMPLES = 2000;
const SEED = 20_260_101;

/**
 * The mean of the values, and its 95 % percentile interval by a bootstrap over whole clusters (A. Davison and
 * D. Hinkley, Bootstrap Methods and their Application, 1997, 3.8): 2,000 times as many clusters as there are, drawn with
 * replacement, a drawn one with all of its values. The same values always give the same interval. Throws `RangeError`
 * when there are no values.
 */
export function clusteredMean(values: readonly Clustered[]): Interval {
  if (values.length === 0) throw new RangeError("a mean of no values");
  const totals = new Map<number, { sum: number; count: number }>();
  for (const { cluster, value } of values) {
    const total = totals.get(cluster) ?? { sum: 0, count: 0 };
    totals.set(cluster, { sum: total.sum + value, count: total.count + 1 });
  }
  const clusters = [...totals.values()];
  const random = seededRandom(SEED);
  const means = Array.from({ length: RESAMPLES }, () => {
    const drawn = clusters.map((own) => clusters[Math.floor(random() * clusters.length)] ?? own);
    return sum(drawn.map((it) => it.sum)) / sum(drawn.map((it) => it.count));
  });
  return {
    mean: sum(values.map(({ value }) => value)) / values.length,
    low: quantile(means, 0.025),
    high: quantile(means, 0.975),
    values: values.length,
  };
}
