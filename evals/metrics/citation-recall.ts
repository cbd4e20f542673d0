import { statesFact } from "../cases/states-fact.js";
import { answeredTrial } from "../trial.js";
import type { MeanMetric } from "./metric.js";
import { quotableFacts, statedFacts } from "./stated-facts.js";

/**
 * Of the facts of a case that its answer states, the share that some quotation of the answer states too, averaged over
 * the cases whose answer states any: mean(|stated and quoted| / |stated|). Verdicts, which stand in no document, do not
 * count. Source: citation recall of T. Gao et al., Enabling Large Language Models to Generate Text with Citations, EMNLP
 * 2023, with typed facts in place of sentences and an entailment model.
 */
export const citationRecall: MeanMetric = {
  id: "citation-recall",
  title: { de: "Trefferquote der Zitate", en: "Citation recall" },
  better: "higher",
  of: "mean",
  valueOf: (trial) => {
    const answered = answeredTrial(trial);
    if (answered === null) return null;
    const stated = quotableFacts(statedFacts(answered.testCase.facts, answered));
    const quotes = answered.answer.citations.map(({ quote }) => quote).join("\n");
    return stated.length === 0 ? null : stated.filter((fact) => statesFact(fact, quotes)).length / stated.length;
  },
};
