import type { DraftSentence } from "../draft.js";
import { namesPartners } from "../sentence-views.js";
import type { Asked } from "./asked.js";
import { inTextOrder } from "./gathered.js";
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
  if (first.candidate.passage.section === "about" && !namesPartners(understood.terms, first.candidate.document)) {
    const described = findings.filter(({ candidate }) => candidate.passage.section === "about");
    return quoteAll(inTextOrder(withoutRepeats(described).slice(0, SENTENCES)), options);
  }
  const documents = [...new Set(findings.map(({ candidate }) => candidate.document.id))].slice(0, SENTENCES);
  const each = documents.length === 1 ? SENTENCES : 1;
  const outlines = documents.flatMap((id) => outlineOf(understood.terms, evidence, id, each));
  return quoteAll(outlines, options);
}
