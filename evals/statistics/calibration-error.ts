import type { Bin } from "./reliability.js";
import { sum } from "./sum.js";

/**
 * Expected calibration error: how far probability and share are apart, on average over the predictions (M. Naeini et al.,
 * AAAI 2015; with bins of equal size). NaN where there are none.
 */
export function calibrationError(bins: readonly Bin[]): number {
  const all = sum(bins.map(({ predictions }) => predictions));
  if (all === 0) return Number.NaN;
  return sum(bins.map(({ predictions, expected, observed }) => (predictions / all) * Math.abs(expected - observed)));
}
