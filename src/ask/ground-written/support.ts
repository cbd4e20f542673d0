import type { Ungrounded } from "../written.js";
import type { Aligner } from "./align.js";
import { isOverstated } from "./check-degree.js";
import { findFigures } from "./check-figures.js";
import { holdsNames } from "./check-names.js";
import { isRelatedAlike } from "./check-relations.js";
import { faultOfStance } from "./check-stance.js";
import { checkWords, type WordSupport } from "./check-words.js";
import type { Claim } from "./claim.js";
import type { WordLimits } from "./limits.js";
import type { Window } from "./told.js";

/** How far the words of a claim are told in a window; a first look, before the close one. */
export interface Look {
  readonly window: Window;
  readonly words: WordSupport;
  readonly isTold: boolean;
}

/** `limits.coverage` is the share that has to be told. */
export function look(claim: Claim, window: Window, align: Aligner, limits: WordLimits): Look {
  const words = checkWords(claim, window, align, limits);
  const usual = words.isSameLanguage ? limits.unmet : limits.unmetAcross;
  const short = words.isSameLanguage ? limits.short : limits.shortAcross;
  const unmet = words.saying < short ? Math.min(1, usual) : usual;
  const isCovered = words.coverage >= limits.coverage && words.said >= limits.said;
  return { window, words, isTold: isCovered && words.unmet < unmet };
}

/** What is wrong with a claim that is to rest on a window; null for nothing. */
export function faultOf(claim: Claim, { window, words, isTold }: Look): Ungrounded | null {
  const figures = findFigures(claim, window);
  if (typeof figures === "string") return figures;
  if (!holdsNames(claim, window, words)) return "name";
  if (!isTold) return "words";
  const stance = faultOfStance(claim, window, words);
  if (stance !== null) return stance;
  if (isOverstated(claim, window, words)) return "degree";
  return isRelatedAlike(claim, window, words, figures) ? null : "relation";
}
