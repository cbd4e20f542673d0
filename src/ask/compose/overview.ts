import type { DraftSentence } from "../draft.js";
import { wordsOf } from "../sentence-views.js";
import type { Evidence, Finding } from "../steps.js";
import type { Asked } from "./asked.js";
import { bodyOf, inTextOrder } from "./gathered.js";
import { tellsOfPlans } from "./plan.js";
import { quoteAll } from "./quoting.js";
import { withoutRepeats } from "./repeats.js";

/** Of what a collaboration is about: the announcement, and so many sentences about what it is for. */
const AIMS = 2;

/** What is being done, by whom and what for: the announcement and the aims, from the beginning of the document. */
export function answerOverview({ understood, findings, evidence }: Asked): DraftSentence[] {
  const [first] = findings;
  const told = outlineOf(evidence, first.candidate.document.id, 1 + AIMS);
  return quoteAll(told.length > 0 ? told : findings.slice(0, 1 + AIMS), { language: understood.language, dated: true });
}

/** The sentences of a document that tell best what it is about, at most `count`, in the order of the text. */
export function outlineOf(evidence: Evidence, documentId: string, count: number): Finding[] {
  const body = bodyOf(evidence, documentId).filter(
    ({ view }) => !isAboutTheReport(view.text) && !view.text.endsWith(":"),
  );
  const [announcement] = [...body].sort((a, b) => announces(b) - announces(a));
  if (announcement === undefined) return [];
  const aims = body.filter((it) => tellsOfPlans(it) || hasConcept(it, "goal"));
  return inTextOrder(withoutRepeats([announcement, ...aims]).slice(0, count));
}

const TOGETHER: readonly string[] = ["collaboration", "partnership", "partner", "contract", "project"];
/** How much an earlier sentence is preferred, a step for each sentence: openings tell what follows. */
const STEP = 0.02;

/** How well a sentence tells who does what together: its partners, and that they do. */
function announces(finding: Finding): number {
  const { view, candidate } = finding;
  const { partners, language } = candidate.document;
  const named = partners.filter((partner) => {
    const words = [...wordsOf(partner, language).stems];
    return words.some((stem) => stem.length > 2 && view.stems.has(stem));
  });
  const isTogether = TOGETHER.some((concept) => hasConcept(finding, concept));
  const share = partners.length === 0 ? 0 : named.length / partners.length;
  const isNew = hasConcept(finding, "announcement") || hasConcept(finding, "start");
  const place = candidate.passage.ordinal + finding.at;
  return share + (isTogether ? 1 : 0) + (isNew ? 0.5 : 0) - STEP * place;
}

function hasConcept({ view }: Finding, concept: string): boolean {
  return view.concepts.has(concept) || view.concepts.has(`${concept}/*`);
}

const REPORT =
  /(?<!\p{L})(?:presse(?:information|mitteilung)\p{L}*|überschrift\p{L}*|autorenkürzel|veröffentlichungsdatum|foto|bericht (?:nennt|kommt|ist)|press release|headline|photo|picture|pictured|website)(?!\p{L})/iu;

/** Speaks of the report and not of what it reports. */
function isAboutTheReport(text: string): boolean {
  return REPORT.test(text);
}
