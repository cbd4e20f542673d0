import { ranksOf } from "./found-evidence.js";
import type { MeanMetric } from "./metric.js";

/**
 * Normalised discounted cumulative gain over the first ten passages, averaged over the cases: DCG = Σ 1 / log2(rank + 1)
 * over the passages that hold evidence, divided by the DCG of as many passages at the top. Pieces that stand in one
 * passage count once; a piece that was not found counts as a passage of its own. Source: K. Järvelin and J. Kekäläinen,
 * Cumulated Gain-Based Evaluation of IR Techniques, 2002, with gain 1.
 */
export const ndcgAt10: MeanMetric = {
  id: "ndcg-at-10",
  title: { de: "Suche: nDCG@10", en: "Search: nDCG@10" },
  better: "higher",
  of: "mean",
  valueOf: (trial) => {
    const ranks = ranksOf(trial);
    if (ranks === null) return null;
    const found = [...new Set(ranks.filter((rank) => rank !== null))];
    const relevant = found.length + ranks.filter((rank) => rank === null).length;
    return gain(found) / gain(Array.from({ length: relevant }, (_, at) => at + 1));
  },
};

function gain(ranks: readonly number[]): number {
  return ranks.reduce((total, rank) => total + 1 / Math.log2(rank + 1), 0);
}
