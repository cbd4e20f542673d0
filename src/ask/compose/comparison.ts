import type { Draft, DraftSentence } from "../draft.js";
import { sideOpening, sideWithout } from "../phrases-framing.js";
import { isSameSentence } from "../reading/neighbours.js";
import { contextOf } from "../sentence-views.js";
import type { Finding, Term } from "../steps.js";
import { holds } from "../term-match.js";
import type { Asked } from "./asked.js";
import { sentencesOf } from "./gathered.js";
import { outlineOf } from "./outline.js";
import { frame } from "./parts.js";
import { quoteAll } from "./quoting.js";
import { readSides, type Side } from "./sides.js";

/** Sentences that are shown when a question does not tell its sides apart. */
const SENTENCES = 2;

/**
 * A line for each side, quoted. What is compared is the detail that the question names ("the employees of …"), else what the
 * sides are about. A side about which nothing was found is named as such, and the answer is partial.
 */
export function answerComparison(asked: Asked): Pick<Draft, "sentences" | "status"> {
  const { understood, findings, evidence } = asked;
  const { language } = understood;
  const { sides, detail } = readSides(understood, evidence);
  if (sides.length === 0)
    return { sentences: quoteAll(findings.slice(0, SENTENCES), { language }), status: "answered" };
  const told = sides.map((side) => ({ side, finding: findingFor(side, detail, asked) }));
  const [one, other] = told.map(({ finding }) => finding);
  if (one && other && isSameSentence(one, other))
    return { sentences: quoteAll([one], { language }), status: "answered" };
  const sentences = told.flatMap(({ side, finding }): DraftSentence[] => {
    if (finding !== null) return quoteAll([finding], { language, opening: sideOpening(side.name, language) });
    return [{ parts: [frame(sideWithout(side.name, language))], quotations: [], layout: "line" }];
  });
  return { sentences, status: told.every(({ finding }) => finding !== null) ? "answered" : "partial" };
}

/** The best sentence about one side: one that was found to answer, else one of its documents. */
function findingFor(side: Side, detail: readonly Term[], { findings, evidence }: Asked): Finding | null {
  const candidates = [...findings.map(({ candidate }) => candidate), ...evidence.candidates];
  const documents = [...new Set(candidates.map(({ document }) => document.id))];
  const told = [...findings, ...documents.flatMap((id) => sentencesOf(evidence, id))].filter((it) => isAbout(it, side));
  if (detail.length > 0) return best(told, (it) => detail.filter((term) => holds(it.view, term) > 0).length);
  const outlines = documents.flatMap((id) => outlineOf(side.terms, evidence, id, 1)).filter((it) => isAbout(it, side));
  const own = outlines.filter((it) => !side.others.every((term) => isHeld(it, term)));
  return own[0] ?? outlines[0] ?? told[0] ?? null;
}

/** The first one of the highest count; null when all count nothing. */
function best(findings: readonly Finding[], count: (finding: Finding) => number): Finding | null {
  const [first] = findings.filter((it) => count(it) > 0).sort((a, b) => count(b) - count(a));
  return first ?? null;
}

function isAbout(finding: Finding, { terms }: Side): boolean {
  return terms.every((term) => isHeld(finding, term));
}

/** A name may stand above the sentence, a year and a figure may not. */
function isHeld({ view, candidate: { passage, document } }: Finding, term: Term): boolean {
  return holds(view, term) > 0 || (term.quantity === null && holds(contextOf(passage, document), term) > 0);
}
