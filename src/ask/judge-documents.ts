import { fold } from "../language/fold.js";
import { COLLABORATION } from "./collaboration-concepts.js";
import { contextOf, viewsOf } from "./sentence-views.js";
import type { Candidate, Evidence, Term, Understood, WordsView } from "./steps.js";
import { holds, holdsWhole, isComparable, isNameLike } from "./term-match.js";

/** A document of the evidence, with its passages. */
export interface Found {
  readonly id: string;
  readonly candidates: readonly Candidate[];
}

export function documentsOf({ candidates }: Evidence): Found[] {
  const ids = [...new Set(candidates.map(({ document }) => document.id))];
  return ids.map((id) => ({ id, candidates: candidates.filter(({ document }) => document.id === id) }));
}

/** Whether a document knows a name or word: above its passages, or in one that was found. */
export function knows(document: Found, term: Term): boolean {
  return saysSomewhere(document, (view) => holds(view, term) > 0);
}

/** As `knows`; a word that shares a part with the name is not enough: "field" does not make "Stonefield" known. */
export function knowsWhole(document: Found, term: Term): boolean {
  return saysSomewhere(document, (view) => holdsWhole(view, term));
}

function saysSomewhere({ candidates }: Found, does: (view: WordsView) => boolean): boolean {
  return candidates.some(({ passage, document }) =>
    [contextOf(passage, document), ...viewsOf(passage, document)].some(does),
  );
}

/** Whether a name is that of a party: in the title, the publisher or the partners of a document. */
export function isParty({ candidates }: Found, term: Term): boolean {
  return candidates.some(({ passage, document }) => holds(contextOf(passage, document), term) > 0);
}

/**
 * The documents that a question about a collaboration may mean: those that know most of what it says, where what tells
 * nothing (that it is a collaboration) is left out.
 */
export function documentsMeant(understood: Understood, evidence: Evidence): Found[] {
  const found = documentsOf(evidence);
  const telling = understood.terms.filter(
    (term) => term.surface !== "" && !term.concepts.some((concept) => COLLABORATION.has(concept)),
  );
  const counts = found.map(
    (document) => telling.filter((term) => knows(document, term) || !canBeKnown(term, document, understood)).length,
  );
  const most = Math.max(0, ...counts);
  return found.filter((_, at) => counts[at] === most);
}

/**
 * The first document of each collaboration, by the partners that its description names; one that names none stands for
 * itself.
 */
export function onePerCollaboration(documents: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return documents.filter(({ id, candidates }) => {
    const partners = candidates[0]?.document.partners ?? [];
    const key = partners.length === 0 ? id : partners.map(fold).sort().join("\n");
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * The documents that do not know a party which the question names and another document knows: what they say is of somebody
 * else. A comparison names parties of several.
 */
export function strangersTo({ terms, kind }: Understood, evidence: Evidence): ReadonlySet<string> {
  const documents = documentsOf(evidence);
  const parties = terms.filter((term) => isNameLike(term) && documents.some((document) => isParty(document, term)));
  if (kind === "comparison") return new Set();
  const isStranger = (document: Found) => parties.some((term) => !knows(document, term));
  return new Set(documents.filter(isStranger).map(({ id }) => id));
}

/** A word without a meaning in the glossary is not looked for in the other language; a name is. */
function canBeKnown(term: Term, { candidates }: Found, { detected }: Understood): boolean {
  if (isNameLike(term)) return true;
  const language = candidates[0]?.document.language ?? null;
  return isComparable(term, language !== null && detected !== null && language !== detected);
}
