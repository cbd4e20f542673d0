import { ranksOf } from "./found-evidence.js";
import type { MeanMetric } from "./metric.js";

/**
 * One divided by the rank of the first passage that holds a piece of the evidence, 0 beyond the tenth, averaged over the
 * cases: mean(1 / min(rank)). Source: E. Voorhees, The TREC-8 Question Answering Track Report, 1999.
 */
export const meanReciprocalRank: MeanMetric = {
  id: "mrr",
  title: { de: "Suche: MRR", en: "Search: MRR" },
  better: "higher",
  of: "mean",
  valueOf: (trial) => {
    const ranks = ranksOf(trial);
    if (ranks === null) return null;
    const found = ranks.filter((rank) => rank !== null);
    return found.length === 0 ? 0 : 1 / Math.min(...found);
  },
};
