import { covers, type Quantity } from "../language/quantities.js";
import { fits, holds, isComparable, type Weighed } from "./judge-signals.js";
import { contextOf, viewsOf, wordsOf } from "./sentence-views.js";
import type { SentenceView, Term, Understood } from "./steps.js";

/** Passes a sentence, or refuses it whatever its probability: each rule names a way to be close and wrong. */
type Rule = (understood: Understood, weighed: Weighed) => boolean;

/** Who, when, how many: the sentence holds a person, a date, a number. */
const holdsTheKind: Rule = (understood, { view }) => fits(understood, view) !== -1;

/**
 * A year, date or number of the question stands in the sentence; or, where the sentence states no date of its own,
 * around it or as the date of the document. Another year's figure is no answer.
 */
const holdsTheNumbers: Rule = ({ terms }, { view, candidate: { passage, document } }) => {
  const undated = !view.quantities.some(({ kind }) => kind === "date" || kind === "year");
  const around = undated ? viewsOf(passage, document) : [];
  return terms.every((term) => {
    const { quantity } = term;
    if (quantity === null || holds(view, term) > 0) return true;
    return around.some((it) => holds(it, term) > 0) || (undated && isDateOf(quantity, document.publishedAt));
  });
};

function isDateOf(asked: Quantity, publishedAt: string | null): boolean {
  return publishedAt !== null && covers(asked, { ...asked, kind: "date", normal: publishedAt });
}

/** A name of the question stands in the passage or above it: another partner's detail is no answer. */
const holdsTheNames: Rule = ({ terms }, { candidate: { passage, document } }) => {
  const around = [contextOf(passage, document), ...viewsOf(passage, document)];
  return terms.filter((term) => term.firm).every((term) => around.some((words) => holds(words, term) > 0));
};

/** What is counted or measured stands with the figure: a revenue is no answer to a question about a budget. */
const holdsWhatIsCounted: Rule = ({ counted }, { at, view, signals, candidate: { passage, document } }) => {
  if (counted === null || !isComparable(counted, signals.otherLanguage === 1)) return true;
  const before = viewsOf(passage, document)[at - 1];
  return [view, ...(before ? [before] : [])].some((words) => holds(words, counted) > 0);
};

/** "Who is the mayor of X", "was ist ein Y": what is asked for is the word right behind. */
const IDENTITY = /^\s*(?:und |and )?(?:wer|who|was|what) (?:ist|sind|war|waren|is|are|was|were)\b/iu;

/** What is to be defined or identified stands in the sentence. */
const holdsWhatIsDefined: Rule = ({ question, kind, terms }, { view, signals }) => {
  if (kind !== "definition" && !(kind === "person" && IDENTITY.test(question))) return true;
  const defined = leading(terms.filter((term) => term.kind === "word"));
  return defined.length === 0 || defined.some((term) => !isComparable(term, signals.otherLanguage === 1) || holds(view, term) > 0);
};

/** The first word term and those right behind it: "share price" in "what is the share price of X". */
function leading(words: readonly Term[]): Term[] {
  const [first] = words;
  if (first === undefined) return [];
  const run = [first];
  for (const term of words.slice(1)) {
    if (term.start > (run.at(-1)?.end ?? 0) + 1) break;
    run.push(term);
  }
  return run;
}

/**
 * A question for a date, a duration or a doer also says what happened. Across languages too many verbs of what people do
 * are unknown to the glossary.
 */
const holdsWhatHappened: Rule = ({ kind, terms, asksForPublication }, { view, signals, candidate: { passage, document } }) => {
  if (kind !== "date" && kind !== "person" && kind !== "duration") return true;
  if (kind === "person" && signals.otherLanguage === 1) return true;
  if (asksForPublication && view.sentence.kind === "dateline") return true;
  const words = terms.filter((term) => term.kind === "word" && isComparable(term, signals.otherLanguage === 1));
  const around = [view, contextOf(passage, document)];
  return words.length === 0 || words.some((term) => around.some((it) => holds(it, term) > 0));
};

/** A position, and everything that says which one, stands in the sentence; and it is that of the organisation asked for. */
const holdsTheRole: Rule = ({ kind, terms }, { view, signals, candidate: { document } }) => {
  const roles = terms.filter((term) => term.role);
  if (kind !== "person" || roles.length === 0) return true;
  const words = terms.filter((term) => term.kind === "word" && isComparable(term, signals.otherLanguage === 1));
  if (!words.every((term) => holds(view, term) > 0)) return false;
  const holders = terms.filter((term) => !term.role && term.quantity === null);
  const stated = organisationOf(view, roles);
  if (stated === null || holders.length === 0) return true;
  return holders.some((term) => holds(wordsOf(stated, document.language), term) > 0);
};

/**
 * The organisation whose position it is: the name that follows the role before the next comma ("CEO of X"), else the
 * one before it ("is at X head of").
 */
function organisationOf(view: SentenceView, roles: readonly Term[]): string | null {
  const spans = view.roles.filter((role) => {
    const words = wordsOf(view.text.slice(role.start, role.end), null);
    return roles.some((term) => holds(words, term) > 0);
  });
  const role = spans[0] ?? view.roles[0];
  if (role === undefined) return null;
  const organisations = view.names.filter((name) => name.kind !== "person");
  const clause = view.text.slice(role.end).search(/[,;:.“”"]/u);
  const limit = clause === -1 ? view.text.length : role.end + clause;
  const after = organisations.find((name) => name.start >= role.end && name.start < limit);
  const before = organisations.findLast((name) => name.end <= role.start);
  return (after ?? before)?.surface ?? null;
}

export const RULES: readonly Rule[] = [
  holdsTheKind,
  holdsTheNumbers,
  holdsTheNames,
  holdsWhatIsCounted,
  holdsWhatIsDefined,
  holdsWhatHappened,
  holdsTheRole,
];

/** Whether a sentence passes every rule. */
export function passes(understood: Understood, weighed: Weighed): boolean {
  return RULES.every((rule) => rule(understood, weighed));
}
