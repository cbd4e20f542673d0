import { documentsMeant, documentsOf, knows } from "./judge-documents.js";
import { namesPartners } from "./sentence-views.js";
import type { Evidence, Finding, Term, Understood } from "./steps.js";
import { holds, isAboutCollaboration, isNameLike } from "./term-match.js";

/*
 * Questions that no single sentence answers: what a collaboration is about, and how two differ.
 */

/** Says that a document as a whole is asked about. */
const DOCUMENT =
  /(?<!\p{L})(?:dokument\p{L}*|bericht\p{L}*|artikel\p{L}*|meldung\p{L}*|presse(?:information|mitteilung)\p{L}*|documents?|reports?|articles?|press release|announcement|stor(?:y|ies)|news|geschichte|nachricht\p{L}*|beitrag\p{L}*|sache|angelegenheit)(?!\p{L})/iu;

/**
 * What an overview can be made from: the sentences of the one document that is meant; of each document the best one where
 * several may be meant. Null where the question is about something else than a collaboration or a document: a sentence may
 * answer it. `ranked`: every sentence, the best first.
 */
export function overviewFrom(
  understood: Understood,
  evidence: Evidence,
  ranked: readonly Finding[],
): readonly Finding[] | null {
  if (understood.kind !== "overview") return null;
  if (!isAboutCollaboration(understood) && !DOCUMENT.test(understood.standalone) && !isOfPartners(understood, evidence))
    return null;
  const names = understood.terms.filter(isNameLike);
  if (names.some((name) => !documentsOf(evidence).some((document) => knows(document, name)))) return null;
  const meant = documentsMeant(understood, evidence).map(({ id }) => id);
  const told = ranked.filter(
    ({ candidate, view }) => meant.includes(candidate.document.id) && isTold(candidate.passage.section, view),
  );
  if (meant.length === 1) return told;
  return meant.flatMap((id) => told.find(({ candidate }) => candidate.document.id === id) ?? []);
}

function isOfPartners({ terms }: Understood, { candidates }: Evidence): boolean {
  return candidates.some(({ document }) => namesPartners(terms, document));
}

function isTold(section: "body" | "about", { sentence }: Finding["view"]): boolean {
  return section === "body" && sentence.kind === "prose";
}

/** What only says that two things are compared. */
const COMPARING =
  /^(?:unterschei|unterschied|vergleich|verglich|gemein|verschieden|differ|compar|contrast|similar|common|distinguish|alike|parallel)/iu;

/**
 * The best sentence about each side of a comparison; empty when there is none on any side, or nothing on the detail that is
 * to be compared. Null when it is no comparison, or the question does not tell its sides apart.
 */
export function comparisonFrom(
  { kind, compared, terms }: Understood,
  ranked: readonly Finding[],
): readonly Finding[] | null {
  if (kind !== "comparison" || compared.length < 2) return null;
  const sides = compared.map((side) => side.filter(isTelling));
  if (sides.some((side) => side.length === 0)) return null;
  const detail = terms.filter((term) => !compared.flat().includes(term) && !COMPARING.test(term.surface));
  const about = (side: readonly Term[]) =>
    ranked.find(
      ({ view }) => side.every((term) => holds(view, term) > 0) && (detail.length === 0 || holdsAny(view, detail)),
    );
  return sides.flatMap((side) => about(side) ?? []);
}

function isTelling(term: Term): boolean {
  return term.kind === "quantity" || isNameLike(term);
}

function holdsAny(view: Finding["view"], terms: readonly Term[]): boolean {
  return terms.some((term) => holds(view, term) > 0);
}
