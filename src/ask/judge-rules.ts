import { covers, type Quantity } from "../language/quantities.js";
import { fits } from "./answer-fit.js";
import { leadInOf, type Weighed } from "./judge-signals.js";
import { viewsOf, wordsOf } from "./sentence-views.js";
import type { AnswerKind, SentenceView, Term, Understood } from "./steps.js";
import { holds, isComparable } from "./term-match.js";

/** Passes a sentence, or refuses it whatever its probability: each rule names a way to be close and wrong. */
type Rule = (understood: Understood, weighed: Weighed) => boolean;

/** Who, when, how many: the sentence holds a person, a date, a number. */
const holdsTheKind: Rule = (understood, { view }) => fits(understood, view) !== -1;

/**
 * A year, date or number of the question stands in the sentence; or, where the sentence states no date of its own,
 * around it. The date of the document counts for what it reports, not for figures nor for what describes a company.
 * Another year's figure is no answer.
 */
const holdsTheNumbers: Rule = ({ terms, kind }, { view, candidate: { passage, document } }) => {
  const undated = !view.quantities.some((quantity) => quantity.kind === "date" || quantity.kind === "year");
  const around = undated ? viewsOf(passage, document) : [];
  const isFiscal = terms.some((term) => term.concepts.includes("fiscal_year"));
  const reported = undated && passage.section === "body" && !FIGURES.has(kind) && !isFiscal;
  return terms.every((term) => {
    const { quantity } = term;
    if (quantity === null || holds(view, term) > 0) return true;
    return around.some((it) => holds(it, term) > 0) || (reported && isDateOf(quantity, document.publishedAt));
  });
};

const FIGURES: ReadonlySet<AnswerKind> = new Set(["number", "amount", "percent"]);

function isDateOf(asked: Quantity, publishedAt: string | null): boolean {
  return publishedAt !== null && covers(asked, { ...asked, kind: "date", normal: publishedAt });
}

/** A name of the question stands in the passage or above it: another partner's detail is no answer. */
const holdsTheNames: Rule = ({ terms }, { inPassage, signals }) =>
  terms.every(({ certainty }, at) => {
    const isNeeded = certainty === "sure" || (certainty === "likely" && signals.otherLanguage === 0);
    return !isNeeded || (inPassage[at] ?? 0) > 0;
  });

/** What is counted or measured stands with the figure: a revenue is no answer to a question about a budget. */
const holdsWhatIsCounted: Rule = ({ counted }, { at, view, signals, candidate: { passage, document } }) => {
  if (counted === null || !isComparable(counted, signals.otherLanguage === 1)) return true;
  const before = viewsOf(passage, document)[at - 1];
  return [view, ...(before ? [before] : [])].some((words) => holds(words, counted) > 0);
};

/** "Who is the mayor of X", "was sind die Ziele": what is asked for stands right behind. */
const IDENTITY = /^\s*(?:und |and )?(?:wer|who|was|what) (?:ist|sind|war|waren|is|are|was|were)\b/iu;

/**
 * What is to be defined, identified or listed stands in the sentence, or introduces it. Outside of definitions only
 * words of the glossary are held to that: others may be said in too many ways.
 */
const holdsWhatIsAskedFor: Rule = (
  { standalone, kind, terms },
  { at, view, signals, candidate: { passage, document } },
) => {
  const isIdentity = (kind === "person" || kind === "list" || kind === "other") && IDENTITY.test(standalone);
  if (kind !== "definition" && !isIdentity) return true;
  const asked = leading(terms.filter((term) => term.kind === "word")).filter((term) =>
    kind === "definition" ? isComparable(term, signals.otherLanguage === 1) : term.concepts.length > 0,
  );
  const views = viewsOf(passage, document);
  const around = [view, views[leadInOf(views, at)]].filter((it) => it !== undefined);
  return asked.length === 0 || asked.some((term) => around.some((words) => holds(words, term) > 0));
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

/** How much of what a question says must stand in the sentence, as a share of its comparable words. */
const SAID: Partial<Record<AnswerKind, number>> = {
  date: 0.51,
  duration: 0.3,
  place: 0.3,
  person: 0.3,
  list: 0.01,
  other: 0.01,
};

/**
 * What happened stands in the sentence, not only whom it happened to: a date of another event, a place of something
 * else, a doer of another deed are no answers. A date needs most of the words; for the other kinds one may do.
 */
const holdsWhatHappened: Rule = (understood, weighed) => {
  const { kind, terms, asksForPublication } = understood;
  const { at, view, signals, candidate } = weighed;
  const least = SAID[kind];
  if (least === undefined || (asksForPublication && view.sentence.kind === "dateline")) return true;
  const across = signals.otherLanguage === 1;
  const words = terms.filter(
    (term) => term.kind === "word" && isComparable(term, across) && (kind !== "list" || term.concepts.length > 0),
  );
  // Across languages a single deed is too often in other words than those of the glossary.
  // "Welche Ziele": what kind of thing is listed need not be said.
  if (
    words.length === 0 ||
    (words.length < 2 && (kind === "list" || (across && (kind === "person" || kind === "other"))))
  )
    return true;
  const views = viewsOf(candidate.passage, candidate.document);
  const around = [view, views[leadInOf(views, at)]].filter((it) => it !== undefined);
  const announces = asksForPublication && view.quantities.some((it) => it.normal === candidate.document.publishedAt);
  const isSaid = (term: Term) => around.some((it) => holds(it, term) > 0) || (announces && term.surface === "");
  return words.filter(isSaid).length / words.length >= least;
};

/**
 * Whether something is so is told by no passage that does not speak of it: "Does X work with Y?" needs both. Words of the
 * glossary may be said otherwise; what has no meaning there is a name, or a thing that is either said or not.
 */
const holdsWhatIsClaimed: Rule = ({ kind, terms }, { inPassage }) =>
  kind !== "yesno" ||
  terms.every((term, at) => {
    const isThing = term.kind === "name" || (term.kind === "word" && term.start !== 0 && isCapitalised(term));
    return !isThing || term.concepts.length > 0 || (inPassage[at] ?? 0) > 0;
  });

/** A figure or date belongs to whom the sentence names: another organisation's revenue is no answer. */
const holdsTheOwner: Rule = ({ kind, terms }, { view }) => {
  if (!FIGURES.has(kind) && kind !== "date" && kind !== "duration") return true;
  if (view.sentence.kind === "dateline" || !view.names.some(({ kind: name }) => name === "organisation")) return true;
  const owners = terms.filter((term) => term.kind === "name" || (term.kind === "word" && isCapitalised(term)));
  return owners.length === 0 || owners.some((term) => holds(view, term) > 0);
};

/** A word in capitals that the glossary does not know may be a name in either language. */
function isCapitalised({ surface, concepts }: Term): boolean {
  return concepts.length === 0 && /^\p{Lu}/u.test(surface);
}

/** A position, and everything that says which one, stands in the sentence; and it is that of the organisation asked for. */
const holdsTheRole: Rule = ({ kind, terms }, { view, signals, candidate: { document } }) => {
  const roles = terms.filter((term) => term.role);
  if (kind !== "person" || roles.length === 0) return true;
  const words = terms.filter((term) => term.kind === "word" && isComparable(term, signals.otherLanguage === 1));
  if (!words.every((term) => holds(view, term) > 0)) return false;
  const holders = terms.filter((term) => !term.role && term.quantity === null);
  const stated = organisationsOf(view, roles);
  if (stated.length === 0 || holders.length === 0) return true;
  return stated.some((name) => holders.some((term) => holds(wordsOf(name, document.language), term) > 0));
};

/**
 * The organisations whose position it may be: the names that follow the role before the next comma ("CEO of X"), else
 * the one before it ("is at X head of").
 */
function organisationsOf(view: SentenceView, roles: readonly Term[]): string[] {
  const asked = view.roles.find((role) => {
    const words = wordsOf(view.text.slice(role.start, role.end), null);
    return roles.some((term) => holds(words, term) > 0);
  });
  const role = asked ?? view.roles[0];
  if (role === undefined) return [];
  const organisations = view.names.filter((name) => name.kind !== "person");
  const clause = view.text.slice(role.end).search(/[,;:.“”"]/u);
  const limit = clause === -1 ? view.text.length : role.end + clause;
  const after = organisations.filter((name) => name.start >= role.end && name.start < limit);
  const before = organisations.findLast((name) => name.end <= role.start);
  const meant = after.length === 0 && before !== undefined ? [before] : after;
  return meant.map((name) => name.surface);
}

export const RULES: readonly Rule[] = [
  holdsTheKind,
  holdsTheNumbers,
  holdsTheNames,
  holdsWhatIsCounted,
  holdsWhatIsAskedFor,
  holdsWhatHappened,
  holdsTheOwner,
  holdsTheRole,
  holdsWhatIsClaimed,
];

/** Whether a sentence passes every rule. */
export function passes(understood: Understood, weighed: Weighed): boolean {
  return RULES.every((rule) => rule(understood, weighed));
}
