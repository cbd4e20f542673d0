import type { Estimate } from "../retrieval/bootstrap.js";
import { seededRandom } from "../retrieval/random.js";
import { quantile } from "../statistics.js";

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
): Estimate {
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

/**
 * A share with its 95 % interval (E. B. Wilson, Probable Inference, 1927), for values that are independent of each other.
 * Throws `RangeError` for a share of nothing.
 */
export function wilson(successes: number, total: number): Estimate {
  if (total === 0) throw new RangeError("a share of nothing");
  const z = 1.959964;
  const share = successes / total;
  const centre = share + (z * z) / (2 * total);
  const spread = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return {
    mean: share,
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
    values: total,
  };
}
