import { isInLibrary } from "./judge-refusal.js";
import type { Evidence, Term, Understood } from "./steps.js";

/** From this share of unknown words on, keywords ask for something that the documents do not speak of. */
const UNKNOWN = 0.5;

/**
 * Whether keywords are mostly words that no document holds and that have no meaning by which they could be found: they
 * are what is asked for, whatever else beside them is known.
 */
export function asksForUnknown({ isKeywords, terms }: Understood, evidence: Evidence): boolean {
  const words = terms.filter((term) => term.kind !== "quantity");
  const topic = words.filter((term) => !isKnownName(term, evidence));
  const unknown = topic.filter((term) => term.concepts.length === 0 && !isInLibrary(term.stems, evidence));
  return isKeywords && words.length > 1 && unknown.length > 0 && unknown.length >= UNKNOWN * topic.length;
}

function isKnownName(term: Term, evidence: Evidence): boolean {
  return (term.kind === "name" || /^\p{Lu}/u.test(term.surface)) && isInLibrary(term.stems, evidence);
}
