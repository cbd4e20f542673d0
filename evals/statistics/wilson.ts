import type { Interval } from "./interval.js";

/** The two-sided 95 % quantile of the standard normal distribution. */
const Z = 1.959964;

/**
 * A share with its 95 % interval (E. B. Wilson, Probable Inference, 1927), for values that are independent of each other.
 * Throws `RangeError` for a share of nothing.
 */
export function wilson(successes: number, total: number): Interval {
  if (total === 0) throw new RangeError("a share of nothing");
  const share = successes / total;
  const centre = share + (Z * Z) / (2 * total);
  const spread = Z * Math.sqrt((share * (1 - share)) / total + (Z * Z) / (4 * total * total));
  const scale = 1 + (Z * Z) / total;
  return {
    mean: share,
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
    values: total,
  };
}
