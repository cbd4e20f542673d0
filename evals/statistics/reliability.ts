import { sum } from "./sum.js";

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

/**
 * The predictions by probability, in ten bins of equal size (give or take one). With `tiesTogether`, those of one
 * probability are never divided, so that the order in which they come has no say: bins may then be larger, and fewer.
 */
export function reliabilityOf(predictions: readonly Prediction[], { tiesTogether = false } = {}): Bin[] {
  const sorted = [...predictions].sort((a, b) => a.probability - b.probability);
  const edge = (at: number) => {
    let index = Math.round((at * sorted.length) / BINS);
    const isTie = () => index > 0 && sorted[index - 1]?.probability === sorted[index]?.probability;
    while (tiesTogether && isTie()) index += 1;
    return index;
  };
  return Array.from({ length: BINS }, (_, at) => sorted.slice(edge(at), edge(at + 1)))
    .filter((bin) => bin.length > 0)
    .map((bin) => ({
      predictions: bin.length,
      expected: sum(bin.map(({ probability }) => probability)) / bin.length,
      observed: bin.filter(({ right }) => right).length / bin.length,
    }));
}
