import type { Verdict } from "./phrases-framing.js";
import { isStillToCome } from "./reading/still-to-come.js";
import type { Finding, Understood } from "./steps.js";
import { type Settled, settle } from "./verdict/claim.js";
import { withoutAlternative } from "./verdict/claim-alternative.js";

/** A verdict with the sentence that it rests on. */
export interface Grounded {
  readonly verdict: Verdict;
  readonly finding: Finding;
}

interface Said extends Settled {
  readonly finding: Finding;
}

/**
 * What sentences, the best first, say to a yes-or-no question, each by itself. One of them says no by another figure, and
 * another confirms: the first tells of another time, so it is yes. Null when none settles it, or when they do not agree.
 */
export function verdictOn(understood: Understood, findings: readonly Finding[]): Grounded | null {
  const asked = withoutAlternative(understood);
  const said = findings.flatMap((finding): Said[] => {
    const settled = settle(asked, finding) ?? (isStillToCome(asked, finding, findings) ? PLANNED : null);
    return settled === null ? [] : [{ ...settled, finding }];
  });
  const isConfirmed = said.some(({ verdict }) => verdict === "yes");
  const [first, ...others] = isConfirmed ? said.filter(({ differs }) => !differs) : said;
  if (first === undefined || others.some(({ verdict }) => verdict !== first.verdict)) return null;
  return { verdict: first.verdict, finding: first.finding };
}

const PLANNED: Settled = { verdict: "planned", differs: false };
