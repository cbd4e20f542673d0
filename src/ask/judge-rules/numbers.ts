import { covers, type Quantity } from "../../language/quantities.js";
import type { Weighed } from "../judge-signals.js";
import { beforeOf, besideOf, nounBeside } from "../reading/figure-words.js";
import { viewsOf, wordsOf } from "../sentence-views.js";
import type { Term, Understood } from "../steps.js";
import { holds, isComparable, isNameLike } from "../term-match.js";
import { comparable, FIGURES, isHeldBy, type Rule, withContext, withLeadIn } from "./rule.js";

/**
 * A year, date or number of the question stands in the sentence; or, where the sentence states no date of its own,
 * around it. The date of the document counts for what it reports, not for figures nor for what describes a company.
 * Another year's figure is no answer.
 */
export const holdsTheNumbers: Rule = (
  { terms, kind, standalone, listed },
  { view, candidate: { passage, document } },
) => {
  const undated = !view.quantities.some((quantity) => quantity.kind === "date" || quantity.kind === "year");
  const around = undated ? viewsOf(passage, document) : [];
  const isFiscal = terms.some((term) => term.concepts.includes("fiscal_year"));
  const reported = undated && passage.section === "body" && !FIGURES.has(kind) && !isFiscal;
  return terms.every((term) => {
    const { quantity } = term;
    if (quantity === null || holds(view, term) > 0) return true;
    // "Which two universities": how many it names is there to be counted.
    if (kind === "list" && quantity.kind === "number" && listed !== null && term.end < listed.start) return true;
    // "Are there more than 100": any figure of the kind may tell.
    const isBound = kind === "yesno" && quantity.kind !== "year" && BOUND.test(standalone.slice(0, quantity.start));
    if (isBound) return view.quantities.some((stated) => stated.kind === quantity.kind);
    return around.some((it) => holds(it, term) > 0) || (reported && isDateOf(quantity, document.publishedAt));
  });
};

const BOUND =
  /(?:mehr als|über|mindestens|weniger als|unter|höchstens|more than|over|at least|less than|fewer than|under|at most)\s*$/iu;

function isDateOf(asked: Quantity, publishedAt: string | null): boolean {
  return publishedAt !== null && covers(asked, { ...asked, kind: "date", normal: publishedAt });
}

/** People, money and time need not be called so. */
const ANYTHING: ReadonlySet<string> = new Set(["person", "money", "time", "value", "sum"]);

/** What is counted or measured stands with the figure: a revenue is no answer to a question about a budget. */
export const holdsTheMeasure: Rule = (understood, weighed) => {
  const concepts = understood.counted?.concepts ?? [];
  if (understood.kind === "amount" && !isAskedSum(understood, weighed)) return false;
  const isKnown = concepts.length > 0 && !concepts.every((concept) => ANYTHING.has(concept));
  return !isKnown || holdsWhatIsCounted(understood, weighed);
};

/** What a sum of money may be, and is no other. */
const SUMS: readonly string[] = ["revenue", "profit", "loss", "budget", "debt", "salary"];
/** Revenue is what a company makes. */
const MAKES =
  /(?<!\p{L})(?:mach\p{L}+|verdien\p{L}+|einn[ai]\p{L}+|umsetz\p{L}+|setz\p{L}+ .{1,80} um|mak(?:e|es|ing)|made|earn\p{L}*|turn(?:s|ed)? over|bring\p{L}* in|groß|größe|big|large|size)(?!\p{L})/iu;

/** "How much money do they put into it" is not told by a revenue. */
function isAskedSum({ terms, standalone }: Understood, { view }: Weighed): boolean {
  const stated = SUMS.filter((concept) => view.concepts.has(concept));
  const asked = terms.flatMap(({ concepts }) => concepts);
  return stated.length === 0 || MAKES.test(standalone) || stated.some((concept) => asked.includes(concept));
}

/** The same where the glossary does not know what is counted: it may be said in other words. */
export const holdsWhatIsCounted: Rule = ({ counted }, weighed) =>
  counted === null || comparable([counted], weighed).length === 0 || isHeldBy(withContext(weighed), counted);

/**
 * What is counted, where the sentence says it, is counted there: "three subjects: risk profiles for patients" tells no
 * number of patients, nor does "research can have three benefits" tell one of research projects. A figure behind which
 * nothing stands may be of what another sentence says.
 */
export const countsWhatIsAsked: Rule = ({ kind, counted, terms }, { view, candidate: { document } }) => {
  if (kind !== "number" || counted === null || counted.concepts.length === 0 || holds(view, counted) === 0) return true;
  const figures = view.quantities.filter((quantity) => quantity.kind === "number");
  const { language } = document;
  // "How many Charité Centers are there that bundle": a name may be what is counted.
  const meant = [counted, ...terms.filter((term) => term.kind === "name" && term.end < counted.start)];
  const isCounted = (text: string) => meant.some((term) => holds(wordsOf(text, language), term) > 0);
  const isOpen = (noun: string | null) =>
    noun === null || [...wordsOf(noun, language).concepts].some((concept) => ANYTHING.has(concept));
  return (
    figures.length === 0 ||
    figures.some((figure) => {
      const beside = besideOf(view, figure);
      if (!/\p{L}/u.test(beside) || isCounted(beside)) return true;
      return isOpen(nounBeside(view, figure, language)) && isCounted(beforeOf(view, figure));
    })
  );
};

/** A figure or date belongs to whom the sentence names: another organisation's revenue is no answer. */
export const holdsTheOwner: Rule = ({ kind, terms }, { view }) => {
  if (!FIGURES.has(kind) && kind !== "date" && kind !== "duration" && kind !== "place") return true;
  if (view.sentence.kind === "dateline" || !view.names.some(({ kind: name }) => name === "organisation")) return true;
  const owners = terms.filter(isNameLike);
  return owners.length === 0 || owners.some((term) => holds(view, term) > 0);
};

/**
 * A place, group or part that the question restricts its figure to stands with the figure: the staff of the whole house
 * is no answer to how many of them are women.
 */
export const holdsTheRestriction: Rule = ({ restrictions, terms }, weighed) => {
  const { view, inPassage, signals } = weighed;
  const views = withLeadIn(weighed);
  const namesOwner = (restriction: Term) =>
    terms.some(
      (term) => term !== restriction && isNameLike(term) && !restrictions.includes(term) && holds(view, term) > 0,
    );
  return restrictions.every((restriction) => {
    if (!isComparable(restriction, signals.otherLanguage === 1) || isHeldBy(views, restriction)) return true;
    // "How many people live in X": where no owner is named beside it, the place is what the passage is about.
    const inside = (inPassage[terms.indexOf(restriction)] ?? 0) > 0;
    return isNameLike(restriction) && inside && !namesOwner(restriction);
  });
};
