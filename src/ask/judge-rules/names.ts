import { COUNTRIES } from "../../language/glossary/countries.js";
import { wordsOf } from "../sentence-views.js";
import type { Term } from "../steps.js";
import { holds } from "../term-match.js";
import type { Rule } from "./rule.js";

/**
 * A name of the question stands in the passage or above it: another partner's detail is no answer. The country in which all
 * of it takes place is often left unsaid, unless the question restricts a figure to it, or a
 * position.
 */
export const holdsTheNames: Rule = ({ terms, restrictions }, { inPassage, signals }) =>
  terms.every((term, at) => {
    const isNeeded = term.certainty === "sure" || (term.certainty === "likely" && signals.otherLanguage === 0);
    return (
      !isNeeded ||
      (inPassage[at] ?? 0) > 0 ||
      (isCountry(term) && !restrictions.includes(term) && !terms.some(({ role }) => role))
    );
  });

const COUNTRY_CONCEPTS: ReadonlySet<string> = new Set(COUNTRIES.map(({ id }) => id));

function isCountry({ concepts }: Term): boolean {
  return concepts.some((concept) => COUNTRY_CONCEPTS.has(concept));
}

/**
 * A name of several words is named whole: "Nordtal Energy" is not "Nordtal Health", though both begin alike. A sentence
 * that names neither goes on about what was named before.
 */
export const holdsTheWholeName: Rule = ({ terms }, { view, candidate: { document } }) =>
  namesIn(terms).every(([first, ...rest]) => {
    const alike = view.names.filter(
      ({ surface, kind }) =>
        kind !== "person" && holds(wordsOf(surface.split(/[\s-]+/)[0] ?? "", document.language), first) === 1,
    );
    const isWhole = (surface: string) => {
      const words = wordsOf(surface, document.language);
      return rest.every((term) => holds(words, term) > 0 || (LEGAL_FORM.test(term.surface) && alike.length === 0));
    };
    return (
      alike.length === 0 ||
      alike.some(({ surface }) => isWhole(surface)) ||
      rest.every((term) => holds(view, term) === 1)
    );
  });

const LEGAL_FORM = /^(?:ag|gmbh|ggmbh|kg|se|inc|ltd|llc|corp|plc)$/iu;

/** The names of two words and more, each by its terms. */
function namesIn(terms: readonly Term[]): [Term, ...Term[]][] {
  const runs: [Term, ...Term[]][] = [];
  for (const term of terms) {
    const last = runs.at(-1);
    const end = last?.at(-1)?.end ?? -2;
    if (term.kind !== "name" || term.certainty === "none") continue;
    if (last !== undefined && term.start === end + 1) last.push(term);
    else runs.push([term]);
  }
  return runs.filter((run) => run.length > 1);
}
