import type { Interval } from "./interval.js";
import { quantile } from "./quantile.js";
import { seededRandom } from "./random.js";

const RESAMPLES = 1000;
const SEED = 20_260_102;

/**
 * A statistic that is no mean, with its 95 % percentile interval by a bootstrap over whole clusters, as `clusteredMean`
 * does it for means (1,000 resamples). The same values always give the same interval. Throws `RangeError` when there are
 * no values.
 */
export function clusteredStatistic<T extends { readonly cluster: number }>(
  values: readonly T[],
  statistic: (values: readonly T[]) => number,
): Interval {
  if (values.length === 0) throw new RangeError("a statistic of no values");
  const byCluster = new Map<number, T[]>();
  for (const value of values) byCluster.set(value.cluster, [...(byCluster.get(value.cluster) ?? []), value]);
  const clusters = [...byCluster.values()];
  const random = seededRandom(SEED);
  const resampled = Array.from({ length: RESAMPLES }, () =>
    statistic(clusters.flatMap(() => clusters[Math.floor(random() * clusters.length)] ?? [])),
  );
  // A resample without positives or negatives has no such statistic.
  const known = resampled.filter((value) => !Number.isNaN(value));
  return { mean: statistic(values), low: quantile(known, 0.025), high: quantile(known, 0.975), values: values.length };
}
