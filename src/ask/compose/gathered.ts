import { isSameSentence } from "../reading/neighbours.js";
import { viewsOf } from "../sentence-views.js";
import type { Evidence, Finding } from "../steps.js";

/** Of these the report itself, without what describes an organisation. */
export function bodyOf(evidence: Evidence, documentId: string): Finding[] {
  return sentencesOf(evidence, documentId).filter(({ candidate }) => candidate.passage.section === "body");
}

/**
 * The sentences of all passages of a document that were found, each once, in the order of the text; headings, captions and
 * date lines are left out.
 */
export function sentencesOf({ candidates }: Evidence, documentId: string): Finding[] {
  const found = candidates
    .filter(({ document }) => document.id === documentId)
    .flatMap((candidate) =>
      viewsOf(candidate.passage, candidate.document).map((view, at) => ({
        candidate,
        at,
        view,
        probability: 0,
        rank: 0,
      })),
    )
    .filter(({ view }) => view.sentence.kind === "prose" || view.sentence.kind === "item");
  return inTextOrder(found).filter((it, at, all) => all.findIndex((other) => isSameSentence(it, other)) === at);
}

/** By document, in the order in which these first come, and by place. */
export function inTextOrder(findings: readonly Finding[]): Finding[] {
  const order = [...new Set(findings.map(({ candidate }) => candidate.document.id))];
  const rankOf = ({ candidate }: Finding) => order.indexOf(candidate.document.id);
  return [...findings].sort((a, b) => rankOf(a) - rankOf(b) || a.view.sentence.start - b.view.sentence.start);
}
