import type { Ungrounded } from "../written.js";
import type { Aligner } from "./align.js";
import { isOverstated } from "./check-degree.js";
import { findFigures } from "./check-figures.js";
import { holdsNames } from "./check-names.js";
import { isRelatedAlike } from "./check-relations.js";
import { faultOfStance } from "./check-stance.js";
import { checkWords } from "./check-words.js";
import type { Claim } from "./claim.js";
import { LIMITS } from "./limits.js";
import type { Window } from "./told.js";

/** What a window says to a claim: what is wrong, null for nothing, and how near it comes. */
export interface Support {
  readonly window: Window;
  readonly fault: Ungrounded | null;
  /** Share of the words that are vouched for, 0 to 1. */
  readonly coverage: number;
}

export function supportOf(claim: Claim, window: Window, align: Aligner): Support {
  const words = checkWords(claim, window, align);
  const fault = (): Ungrounded | null => {
    const figures = findFigures(claim, window);
    if (typeof figures === "string") return figures;
    if (!holdsNames(claim, window)) return "name";
    if (words.coverage < LIMITS.coverage || (words.weakest !== null && words.weakest.support === 0)) return "words";
    const stance = faultOfStance(claim, window, words);
    if (stance !== null) return stance;
    if (isOverstated(claim, window, words)) return "degree";
    return isRelatedAlike(claim, window, words, figures) ? null : "relation";
  };
  return { window, fault: fault(), coverage: words.coverage };
}
