/** How many results of a search are looked at. */
export const DEPTH = 10;

/** The rank of the one relevant result, from 1; null when it is not among the first ten. */
export type Rank = number | null;

/** Where `relevant` stands among the results, best first. */
export function rankOf(relevant: string, results: readonly string[]): Rank {
  const at = results.slice(0, DEPTH).indexOf(relevant);
  return at < 0 ? null : at + 1;
}

/**
 * What one search is worth, 0 to 1, with a single relevant result: recall at 1 and at 5, the reciprocal rank, and the
 * normalised discounted cumulative gain at 10 (K. Järvelin and J. Kekäläinen, 2002), which is then 1 / log2(rank + 1).
 */
export const METRICS = {
  "nDCG@10": (rank) => (rank === null ? 0 : 1 / Math.log2(rank + 1)),
  "R@1": (rank) => (rank === 1 ? 1 : 0),
  "R@5": (rank) => (rank !== null && rank <= 5 ? 1 : 0),
  "MRR@10": (rank) => (rank === null ? 0 : 1 / rank),
} as const satisfies Record<string, (rank: Rank) => number>;

export type MetricName = keyof typeof METRICS;

export const METRIC_NAMES: readonly MetricName[] = ["nDCG@10", "R@1", "R@5", "MRR@10"];
