import type { Weighed } from "./judge-signals.js";
import { asksForNow } from "./reading/moment.js";
import type { Finding, Understood } from "./steps.js";
import { isNameLike } from "./term-match.js";
import { withoutAlternative } from "./verdict/claim-alternative.js";
import { verdictOn } from "./verdict.js";

/** The sentence that settles a question for yes or no, whatever it says, however little else it has of the question. */
export function settling(understood: Understood, weighed: readonly Weighed[]): Weighed | null {
  const asked = withoutAlternative(understood);
  if (understood.kind !== "yesno" || !understood.terms.some(isNameLike)) return null;
  if (asksForNow(asked.standalone, "yesno")) return null;
  const findings = weighed.map(
    ({ candidate, at, view }): Finding => ({ candidate, at, view, probability: 0, rank: 0 }),
  );
  const grounded = verdictOn(understood, findings);
  return grounded === null ? null : (weighed[findings.indexOf(grounded.finding)] ?? null);
}
