import { sum } from "../statistics.js";

/** A probability that was given, and whether what it was given for turned out right. */
export interface Prediction {
  readonly probability: number;
  readonly right: boolean;
}

export interface Bin {
  readonly predictions: number;
  /** Mean probability. */
  readonly expected: number;
  /** Share that was right. */
  readonly observed: number;
}

const BINS = 10;

/** The predictions by probability, in ten bins of equal size (give or take one). */
export function reliabilityOf(predictions: readonly Prediction[]): Bin[] {
  const sorted = [...predictions].sort((a, b) => a.probability - b.probability);
  const edge = (at: number) => Math.round((at * sorted.length) / BINS);
  return Array.from({ length: BINS }, (_, at) => sorted.slice(edge(at), edge(at + 1)))
    .filter((bin) => bin.length > 0)
    .map((bin) => ({
      predictions: bin.length,
      expected: sum(bin.map(({ probability }) => probability)) / bin.length,
      observed: bin.filter(({ right }) => right).length / bin.length,
    }));
}

/**
 * Expected calibration error: how far probability and share are apart, on average over the predictions (M. Naeini et al.,
 * AAAI 2015; with bins of equal size).
 */
export function calibrationError(bins: readonly Bin[]): number {
  const all = sum(bins.map(({ predictions }) => predictions));
  return sum(bins.map(({ predictions, expected, observed }) => (predictions / all) * Math.abs(expected - observed)));
}
