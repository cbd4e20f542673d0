import type { DraftSentence } from "../draft.js";
import { wordsOf } from "../sentence-views.js";
import type { Evidence, Finding, SentenceView, Term, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import type { Asked } from "./asked.js";
import { bodyOf, inTextOrder } from "./gathered.js";
import { tellsOfPlans } from "./plan.js";
import { quoteAll } from "./quoting.js";
import { withoutRepeats } from "./repeats.js";

/** So many sentences tell what one document is about; of several documents each gets one. */
const SENTENCES = 3;

/**
 * What is being done, by whom and what for: the announcement and the aims, from the beginning of the document. Of an
 * organisation, what is said to describe it.
 */
export function answerOverview({ understood, findings, evidence }: Asked): DraftSentence[] {
  const { language } = understood;
  const options = { language, dated: true };
  const [first] = findings;
  if (first.candidate.passage.section === "about" && !namesPartners(understood, first)) {
    const described = findings.filter(({ candidate }) => candidate.passage.section === "about");
    return quoteAll(inTextOrder(withoutRepeats(described).slice(0, SENTENCES)), options);
  }
  const documents = [...new Set(findings.map(({ candidate }) => candidate.document.id))];
  if (documents.length === 1) return quoteAll(outlineOf(understood, evidence, documents[0] ?? "", SENTENCES), options);
  const outlines = documents.slice(0, SENTENCES).flatMap((id) => outlineOf(understood, evidence, id, 1));
  return quoteAll(outlines, options);
}

/** In German any noun has a capital: what the glossary does not know may be a name. */
function mayBeName({ kind, concepts, surface }: Term): boolean {
  return kind === "name" || (kind === "word" && concepts.length === 0 && /^\p{Lu}/u.test(surface));
}

/** Two partners of a document: what they do together is asked for. */
function namesPartners({ terms }: Understood, { candidate: { document } }: Finding): boolean {
  const named = document.partners.filter((partner) => {
    const words = wordsOf(partner, document.language);
    return terms.some((term) => mayBeName(term) && term.concepts.length === 0 && holds(words, term) === 1);
  });
  return named.length > 1;
}

/** The sentences of a document that tell best what it is about, at most `count`, in the order of the text. */
export function outlineOf({ terms }: Understood, evidence: Evidence, documentId: string, count: number): Finding[] {
  const body = bodyOf(evidence, documentId).filter(
    ({ view }) => !isAboutTheReport(view.text) && !view.text.endsWith(":"),
  );
  const names = terms.filter(mayBeName);
  const [announcement] = [...body].sort((a, b) => announces(b, names) - announces(a, names));
  if (announcement === undefined) return [];
  const aims = body.filter((it) => tellsOfPlans(it) || hasConcept(it, "goal"));
  return inTextOrder(withoutRepeats([announcement, ...aims]).slice(0, count));
}

const WORKING_TOGETHER = /\b(?:arbeit\p{L}*\b.*\bzusammen|work\p{L}*\b.*\btogether)\b/iu;
const TOGETHER: readonly string[] = ["collaboration", "partnership", "partner", "contract", "project"];
/** Whom the question names counts so much; what somebody says about it is no announcement. */
const NAMED = 2;
const STATEMENT = 1;
/** A sentence that means so many things says something of what it is about, which counts so much. */
const RICH = { concepts: 10, weight: 1.5 } as const;
/** How much an earlier sentence is preferred, a step for each sentence: openings tell what follows. */
const STEP = 0.02;

/** How well a sentence tells who does what together: its partners, whom the question names, and that they do. */
function announces(finding: Finding, names: readonly Term[]): number {
  const { view, candidate } = finding;
  const { partners, language } = candidate.document;
  const named = partners.filter((partner) => {
    const words = [...wordsOf(partner, language).stems];
    return words.some((stem) => stem.length > 2 && view.stems.has(stem));
  });
  const isTogether = WORKING_TOGETHER.test(view.text) || TOGETHER.some((concept) => hasConcept(finding, concept));
  const share = shareOf(named.length, partners.length) + NAMED * shareOf(countHeld(view, names), names.length);
  const isStatement = view.names.some(({ kind }) => kind === "person");

  const isNew = hasConcept(finding, "announcement") || hasConcept(finding, "start");
  const place = candidate.passage.ordinal + finding.at;
  const said = Math.min(view.concepts.size, RICH.concepts) / RICH.concepts;
  return (
    share + (isTogether ? 1 : 0) + (isNew ? 0.5 : 0) + RICH.weight * said - STEP * place - (isStatement ? STATEMENT : 0)
  );
}

function countHeld(view: SentenceView, terms: readonly Term[]): number {
  return terms.filter((term) => holds(view, term) > 0).length;
}

function shareOf(count: number, all: number): number {
  return all === 0 ? 0 : count / all;
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
