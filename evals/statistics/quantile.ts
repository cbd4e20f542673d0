/**
 * The `share` quantile (0 to 1) of the values: in ascending order the one at place ⌊share · n⌋, counted from 0, and so the
 * least that more than this share of the values do not exceed; the greatest for 1. Nothing is interpolated. Throws
 * `RangeError` when there are no values.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new RangeError("a quantile of no values");
  return value;
}
