import { statesFact } from "../cases/states-fact.js";
import { answeredTrial } from "../trial.js";
import { markedLines } from "./marked-lines.js";
import type { ShareMetric } from "./metric.js";
import { quotableFacts } from "./stated-facts.js";

/**
 * Share of answered answerable cases in which a line with markers states a fact of the case that none of the quotations
 * behind those markers states: |{some fact marked with another source}| / |answered|. What the document is called and
 * when it was published count as said by it. Cases whose facts are verdicts alone do not count. Source: the attribution
 * of H. Rashkin et al., Measuring Attribution in Natural Language Generation Models, 2023, for typed facts.
 */
export const misattribution: ShareMetric = {
  id: "misattribution",
  title: { de: "Falsch zugeschrieben", en: "Misattribution" },
  better: "lower",
  of: "share",
  valueOf: (trial) => {
    const answered = answeredTrial(trial);
    if (answered === null) return null;
    const facts = quotableFacts(answered.testCase.facts);
    if (facts.length === 0) return null;
    return markedLines(answered.answer).some(({ text, citations }) => {
      if (citations.length === 0) return false;
      const source = citations.flatMap(({ quote, title, publishedAt }) => [quote, title, publishedAt]).join("\n");
      return facts.some((fact) => statesFact(fact, text) && !statesFact(fact, source));
    });
  },
};
