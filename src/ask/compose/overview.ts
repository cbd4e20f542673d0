import type { DraftSentence } from "../draft.js";
import { wordsOf } from "../sentence-views.js";
import type { Finding, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import type { Asked } from "./asked.js";
import { inTextOrder } from "./gathered.js";
import { mayBeName } from "./names-asked.js";
import { outlineOf } from "./outline.js";
import { quoteAll } from "./quoting.js";
import { withoutRepeats } from "./repeats.js";

/** So many sentences tell what one document is about; of several documents each gets one. */
const SENTENCES = 3;

/**
 * What is being done, by whom and what for: the announcement and the aims, from the beginning of the document. Of an
 * organisation, what is said to describe it.
 */
export function answerOverview({ understood, findings, evidence }: Asked): DraftSentence[] {
  const options = { language: understood.language, dated: true };
  const [first] = findings;
  if (first.candidate.passage.section === "about" && !namesPartners(understood, first)) {
    const described = findings.filter(({ candidate }) => candidate.passage.section === "about");
    return quoteAll(inTextOrder(withoutRepeats(described).slice(0, SENTENCES)), options);
  }
  const documents = [...new Set(findings.map(({ candidate }) => candidate.document.id))].slice(0, SENTENCES);
  const each = documents.length === 1 ? SENTENCES : 1;
  const outlines = documents.flatMap((id) => outlineOf(understood.terms, evidence, id, each));
  return quoteAll(outlines, options);
}

/** Two partners of a document: what they do together is asked for. */
function namesPartners({ terms }: Understood, { candidate: { document } }: Finding): boolean {
  const named = document.partners.filter((partner) => {
    const words = wordsOf(partner, document.language);
    return terms.some((term) => mayBeName(term) && term.concepts.length === 0 && holds(words, term) === 1);
  });
  return named.length > 1;
}
