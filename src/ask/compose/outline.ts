import { wordsOf } from "../sentence-views.js";
import type { Evidence, Finding, Term, WordsView } from "../steps.js";
import { holds, isNameLike } from "../term-match.js";
import { bodyOf, inTextOrder } from "./gathered.js";
import { tellsOfPlans } from "./plan.js";
import { withoutRepeats } from "./repeats.js";

/**
 * The sentences of a document that tell best what it is about, at most `count`, in the order of the text: the one that
 * announces something, and those that say what for. `asked`: what the question names counts for the choice.
 */
export function outlineOf(asked: readonly Term[], evidence: Evidence, documentId: string, count: number): Finding[] {
  const told = bodyOf(evidence, documentId).filter(({ view }) => !REPORT.test(view.text) && !view.text.endsWith(":"));
  const names = asked.filter(isNameLike);
  const document = told[0]?.candidate.document;
  const partners = document?.partners.map((partner) => wordsOf(partner, document.language)) ?? [];
  const scores = told.map((it) => announces(it, names, partners));
  const announcement = told[scores.indexOf(Math.max(...scores))];
  if (announcement === undefined) return [];
  const chosen = [announcement];
  for (const it of told) {
    if (chosen.length >= count) break;
    const isAim = (tellsOfPlans(it) || means(it, "goal")) && !DEPENDENT.test(it.view.text);
    if (isAim && withoutRepeats([...chosen, it]).length > chosen.length) chosen.push(it);
  }
  return inTextOrder(chosen);
}

/** Is not understood without another sentence. */
const DEPENDENT = /(?<!\p{L})(?:dort|dafür|dazu|dabei|there)(?!\p{L})/iu;
/** Speaks of the report, and not of what it reports. */
const REPORT =
  /(?<!\p{L})(?:presse(?:information|mitteilung)\p{L}*|überschrift\p{L}*|autorenkürzel|veröffentlichungsdatum|foto|bericht (?:nennt|kommt|ist)|press release|headline|photo|picture|pictured|website)(?!\p{L})/iu;
const WORKING_TOGETHER = /\b(?:arbeit\p{L}*\b.*\bzusammen|work\p{L}*\b.*\btogether)\b/iu;
const TOGETHER: readonly string[] = ["collaboration", "partnership", "partner", "contract", "project"];
const NEW: readonly string[] = ["announcement", "start"];

/**
 * What makes a sentence an announcement, in points, chosen on the documents of `corpus/`. `later`: for each sentence before
 * it, since openings tell what follows; `statement`: what somebody says about it is none; `meanings`: of them so many make a
 * sentence that tells something.
 */
const POINTS = { partners: 1, named: 2, together: 1, isNew: 0.5, said: 1.5, statement: -1, later: -0.02 } as const;
const MEANINGS = 10;

function announces({ view, candidate, at }: Finding, names: readonly Term[], partners: readonly WordsView[]): number {
  const isPartner = ({ stems }: WordsView) => [...stems].some((stem) => stem.length > 2 && view.stems.has(stem));
  const isTogether = WORKING_TOGETHER.test(view.text) || TOGETHER.some((concept) => means({ view }, concept));
  const isNew = NEW.some((concept) => means({ view }, concept));
  return (
    POINTS.partners * shareOf(partners, isPartner) +
    POINTS.named * shareOf(names, (term) => holds(view, term) > 0) +
    (isTogether ? POINTS.together : 0) +
    (isNew ? POINTS.isNew : 0) +
    (POINTS.said * Math.min(view.concepts.size, MEANINGS)) / MEANINGS +
    (view.names.some(({ kind }) => kind === "person") ? POINTS.statement : 0) +
    POINTS.later * (candidate.passage.ordinal + at)
  );
}

function shareOf<T>(all: readonly T[], isCounted: (it: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(isCounted).length / all.length;
}

function means({ view }: Pick<Finding, "view">, concept: string): boolean {
  return view.concepts.has(concept) || view.concepts.has(`${concept}/*`);
}
