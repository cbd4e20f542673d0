/** The `share` quantile (0 to 1) of the values, by nearest rank. Throws `RangeError` when there are no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new RangeError("a quantile of no values");
  return value;
}
