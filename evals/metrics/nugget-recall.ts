import type { MeanMetric } from "./metric.js";
import { statedFacts } from "./stated-facts.js";

/**
 * Of the facts that an answerable case asks for, the share that the answer states, averaged over the cases:
 * mean(|stated| / |facts|). Source: E. Voorhees, Overview of the TREC 2003 Question Answering Track, with every fact vital.
 */
export const nuggetRecall: MeanMetric = {
  id: "nugget-recall",
  title: { de: "Anteil der Fakten (Nugget Recall)", en: "Nugget recall" },
  better: "higher",
  of: "mean",
  valueOf: (trial) => {
    const { testCase } = trial;
    return testCase.answerable ? statedFacts(testCase.facts, trial).length / testCase.facts.length : null;
  },
};
