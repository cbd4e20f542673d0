import { fits } from "./answer-fit.js";
import { holdsTheNames, holdsWhatHappened, holdsWhatIsAskedFor, holdsWhatIsClaimed } from "./judge-rules/claims.js";
import { holdsTheNumbers, holdsTheOwner, holdsTheRestriction, holdsWhatIsCounted } from "./judge-rules/numbers.js";
import type { Rule } from "./judge-rules/rule.js";
import { holdsTheDirection, holdsTheNow } from "./judge-rules/time.js";
import { holdsTheRole, holdsTheSpeaker } from "./judge-rules/who.js";
import type { Weighed } from "./judge-signals.js";
import type { Understood } from "./steps.js";

/** Who, when, how many: the sentence holds a person, a date, a number. */
const holdsTheKind: Rule = (understood, { view }) => fits(understood, view) !== -1;

/** By name, so that what each of them costs and saves can be measured. */
export const RULES: Readonly<Record<string, Rule>> = {
  holdsTheKind,
  holdsTheNumbers,
  holdsTheNames,
  holdsWhatIsCounted,
  holdsTheRestriction,
  holdsWhatIsAskedFor,
  holdsWhatHappened,
  holdsTheOwner,
  holdsTheRole,
  holdsTheSpeaker,
  holdsWhatIsClaimed,
  holdsTheNow,
  holdsTheDirection,
};

const ALL = Object.values(RULES);

/** Whether a sentence passes every rule. */
export function passes(understood: Understood, weighed: Weighed): boolean {
  return ALL.every((rule) => rule(understood, weighed));
}
