import type { ShareMetric } from "./metric.js";
import { statedFacts } from "./stated-facts.js";

/**
 * Share of answerable cases whose answer states every fact of the case, compared by type: |{all facts stated}| /
 * |answerable|. A refusal states none. It is the strict form of nugget recall (E. Voorhees, Overview of the TREC 2003
 * Question Answering Track).
 */
export const factAccuracy: ShareMetric = {
  id: "fact-accuracy",
  title: { de: "Faktentreue", en: "Fact accuracy" },
  better: "higher",
  of: "share",
  valueOf: (trial) => {
    const { testCase } = trial;
    if (!testCase.answerable) return null;
    return statedFacts(testCase.facts, trial).length === testCase.facts.length;
  },
};
