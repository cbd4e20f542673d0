import { fits } from "./answer-fit.js";
import {
  holdsTheEvent,
  holdsTheReason,
  holdsTheSubject,
  holdsWhatHappened,
  holdsWhatIsAskedFor,
  holdsWhatIsClaimed,
  holdsWhatIsListed,
  holdsWhatIsWritten,
} from "./judge-rules/claims.js";
import { namesAnother, namesTheHolder } from "./judge-rules/named.js";
import { holdsTheNames, holdsTheWholeName } from "./judge-rules/names.js";
import {
  countsWhatIsAsked,
  holdsTheMeasure,
  holdsTheNumbers,
  holdsTheOwner,
  holdsTheRestriction,
  holdsWhatIsCounted,
} from "./judge-rules/numbers.js";
import { holdsThePartner } from "./judge-rules/partners.js";
import { holdsTheLocation } from "./judge-rules/places.js";
import type { Rule } from "./judge-rules/rule.js";
import { holdsTheAlready, holdsTheDirection, holdsTheNow } from "./judge-rules/time.js";
import { countsTheWhole, holdsTheUnit } from "./judge-rules/units.js";
import { holdsTheDeed, holdsTheRole, holdsTheSpeaker } from "./judge-rules/who.js";
import type { Weighed } from "./judge-signals.js";
import type { AnswerKind, Understood } from "./steps.js";

/** A date, a figure, a statement, a plan: what has a form by which it can be told. */
const FORMED: ReadonlySet<AnswerKind> = new Set([
  "date",
  "duration",
  "number",
  "amount",
  "percent",
  "statement",
  "plan",
]);

const fitsTheKind: Rule = (understood, { view }) => fits(understood, view) !== -1;

const holdsTheForm: Rule = (understood, weighed) => !FORMED.has(understood.kind) || fitsTheKind(understood, weighed);

/** What happened is said of a date in most of its words, of a person in some, of other things in any. */
const ofKinds =
  (kinds: readonly AnswerKind[], rule: Rule): Rule =>
  (understood, weighed) =>
    !kinds.includes(understood.kind) || rule(understood, weighed);

/**
 * What a sentence that answers never breaks: each names a way to be close and wrong, and what would then be said is false.
 * By name, so that what each of them costs and saves can be measured.
 */
export const RULES: Readonly<Record<string, Rule>> = {
  holdsTheNumbers,
  holdsTheNames,
  holdsTheWholeName,
  holdsTheMeasure,
  countsWhatIsAsked,
  holdsTheRestriction,
  holdsTheOwner,
  holdsTheUnit,
  countsTheWhole,
  holdsThePartner,
  holdsWhatIsWritten,
  holdsTheRole,
  holdsTheNow,
  holdsTheDirection,
  holdsTheAlready,
  holdsTheForm,
  holdsTheSpeaker,
  holdsWhatIsClaimed,
  namesAnother,
  namesTheHolder,
};

/**
 * What most sentences that answer do as well, and some say in other words: `judge-coefficients.json` has what it costs to
 * break one.
 */
export const DOUBTS = {
  holdsTheEvent,
  holdsTheLocation,
  holdsTheDeed,
  holdsTheSubject,
  holdsTheReason,
  holdsWhatIsCounted,
  holdsWhatIsAskedFor,
  holdsWhatIsListed,
  holdsWhatHappenedThen: ofKinds(["date", "duration"], holdsWhatHappened),
  holdsWhatSomebodyDid: ofKinds(["person"], holdsWhatHappened),
  holdsWhatItIsAbout: ofKinds(["list", "other"], holdsWhatHappened),
} as const satisfies Readonly<Record<string, Rule>>;

export type DoubtName = keyof typeof DOUBTS;

export const DOUBT_NAMES = Object.keys(DOUBTS) as [DoubtName, ...DoubtName[]];

const RULE_LIST = Object.values(RULES);

/** Whether a sentence passes every rule. */
export function passes(understood: Understood, weighed: Weighed): boolean {
  return RULE_LIST.every((rule) => rule(understood, weighed));
}

/** What speaks against a sentence, though it passes the rules. */
export function doubtsOf(understood: Understood, weighed: Weighed): DoubtName[] {
  return DOUBT_NAMES.filter((name) => !DOUBTS[name](understood, weighed));
}
