import { ranksOf } from "./found-evidence.js";
import type { MeanMetric } from "./metric.js";

/**
 * Of the pieces of evidence of a case, the share that stands in the first k passages of a search for its question,
 * averaged over the cases: mean(|{rank ≤ k}| / |evidence|). Source: C. Manning, P. Raghavan and H. Schütze, Introduction
 * to Information Retrieval, 2008, 8.4.
 */
export function recallAt(k: number): MeanMetric {
  return {
    id: `recall-at-${k}`,
    title: { de: `Suche: Trefferquote @${k}`, en: `Search: recall@${k}` },
    better: "higher",
    of: "mean",
    valueOf: (trial) => {
      const ranks = ranksOf(trial);
      return ranks === null ? null : ranks.filter((rank) => rank !== null && rank <= k).length / ranks.length;
    },
  };
}
