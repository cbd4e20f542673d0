import type { WordSupport } from "./check-words.js";
import type { Claim } from "./claim.js";
import type { Clause } from "./clauses.js";
import { meets } from "./read-text.js";
import type { Window } from "./told.js";

/** Of the words of a claim, from which share on a clause is one that it rests on. */
const RESTS_ON = 0.3;
/** Of the words of a clause, from which share on it is told again, and how many there have to be. */
const TOLD_AGAIN = { share: 0.5, words: 2 } as const;

/** What a claim makes of plans, doubts and denials; null where it puts things as its source does. */
export function faultOfStance(claim: Claim, window: Window, support: WordSupport): "negation" | "plan" | null {
  const said = claim.stance;
  const told = clausesUsed(window, support).map(({ stance }) => stance);
  if (told.length === 0) return null;
  if (said.negated !== told.some(({ negated }) => negated)) return "negation";
  const isOpen = said.planned || said.mayPlan || said.hedged || said.negated;
  if (told.some(({ planned }) => planned) && !isOpen) return "plan";
  if (told.some(({ hedged }) => hedged) && !isOpen && !said.mayHedge) return "plan";
  if (told.some(({ viewed }) => viewed) && !isOpen && !said.mayHedge && !said.viewed && !said.attributed) return "plan";
  const mayPlan = window.told.some(({ clauses }) =>
    clauses.some(({ stance: it }) => it.planned || it.mayPlan || it.hedged || it.negated),
  );
  return said.planned && !mayPlan ? "plan" : null;
}

/** The clauses of the window that the claim tells again. */
function clausesUsed({ told }: Window, { met }: WordSupport): readonly Clause[] {
  const placed = met.filter(({ support, met: { place } }) => support > 0 && place !== null);
  const used = told.flatMap((it) =>
    it.clauses.flatMap((clause) => {
      const here = placed.filter(({ met: { told: by, place } }) => by === it && place !== null && meets(place, clause));
      const own = it.words.filter((word) => meets(word, clause)).length;
      const isTold = here.length >= TOLD_AGAIN.words && here.length >= TOLD_AGAIN.share * own;
      return here.length > 0
        ? [{ clause, count: here.length, isUsed: isTold || here.length >= RESTS_ON * placed.length }]
        : [];
    }),
  );
  const best = Math.max(0, ...used.map(({ count }) => count));
  return used.filter(({ isUsed, count }) => isUsed || count === best).map(({ clause }) => clause);
}
