import { isPlaceFor } from "../answer-fit.js";
import { wordsOf } from "../sentence-views.js";
import type { SentenceView, Term, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import { isCapitalised, type Rule, unquoted } from "./rule.js";

/** Says where something is, or what it is there: stands before the place. */
const LOCATES =
  /(?<!\p{L})(?:liegt|liegen|lag|sitzt|sitz|hauptsitz|standorte?n?|befindet|befinden|befand|ansässig\p{L}*|beheimatet|angesiedelt|based|located|lies|lay|situated|headquarter\p{L}*|seat|home to|campus|(?:ist|sind|war|waren|is|are|was|were) (?:eine?[rnms]?|der|die|das|unter den|an?|the|one|among)|(?<=,\s)(?:eine?[rnms]?|an?|the))(?!\p{L})/iu;
/** So near, in UTF-16 code units. */
const WITHIN = 90;

/**
 * Where something is, as such, is told by no sentence that only has something happen there: a company is listed in one
 * city, and at home in another.
 */
export const holdsTheLocation: Rule = (understood, { view, candidate: { document } }) => {
  const { kind, terms } = understood;
  if (kind !== "place" || terms.some(saysMore)) return true;
  const named = terms.filter((term) => holds(view, term) > 0);
  return beforePlaces(understood, view).some((before) => {
    const words = wordsOf(before, document.language);
    // "A, a hospital in X, and B work together": X is where A is.
    return LOCATES.test(before) && (named.length === 0 || named.some((term) => holds(words, term) > 0));
  });
};

function saysMore(term: Term): boolean {
  return term.kind === "word" && !isCapitalised(term);
}

/** What stands before each place of a sentence, quotations left out. */
function beforePlaces(understood: Understood, { text, names }: SentenceView): string[] {
  const plain = unquoted(text);
  const places = names.filter((name) => name.kind === "place" && isPlaceFor(name, understood));
  return places.map(({ start }) => plain.slice(Math.max(0, start - WITHIN), start));
}
