import type { Citation } from "../../src/contracts/answer.js";
import { overlaps } from "../cases/grade-answer.js";
import { statesFact } from "../cases/states-fact.js";
import { type AnsweredTrial, answeredTrial, goldDocuments } from "../trial.js";
import type { MeanMetric } from "./metric.js";
import { quotableFacts } from "./stated-facts.js";

/**
 * Of the citations of an answered answerable case, the share that supports the answer, averaged over the cases:
 * mean(|supporting| / |citations|). A citation supports when it is from a document with evidence, and its quotation
 * overlaps the evidence or states a fact of the case. Without a fact that a text can hold, the originals, whose wording
 * no case knows, tell nothing, and such cases do not count there. Source: citation precision of T. Gao et al., Enabling
 * Large Language Models to Generate Text with Citations, EMNLP 2023, with typed facts in place of an entailment model.
 */
export const citationPrecision: MeanMetric = {
  id: "citation-precision",
  title: { de: "Präzision der Zitate", en: "Citation precision" },
  better: "higher",
  of: "mean",
  valueOf: (trial) => {
    const answered = answeredTrial(trial);
    if (answered === null) return null;
    const { testCase, answer, over } = answered;
    if (over === "originals" && quotableFacts(testCase.facts).length === 0) return null;
    const supporting = answer.citations.filter((citation) => supports(citation, answered));
    return answer.citations.length === 0 ? 0 : supporting.length / answer.citations.length;
  },
};

function supports({ documentId, quote }: Citation, trial: AnsweredTrial): boolean {
  if (!goldDocuments(trial).includes(documentId)) return false;
  const { facts, evidence } = trial.testCase;
  const isEvidence = evidence.some((it) => trial.idOf(it.document) === documentId && overlaps(quote, it.contains));
  return isEvidence || quotableFacts(facts).some((fact) => statesFact(fact, quote));
}
