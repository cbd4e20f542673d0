import { addClause, addOther, changeDegree, changeRole, changeTopic } from "./corrupt-facts.js";
import { changeBound, changeDate, changeNumber, changeScale, changeUnit } from "./corrupt-figures.js";
import { exchangeParties, otherNames } from "./corrupt-names.js";
import { inventRelation } from "./corrupt-relations.js";
import { negate, tellAsDone, withoutHedge } from "./corrupt-stance.js";
import type { GoodSentence } from "./grounding-set.js";

/** What is wrong with a corrupted sentence. */
export const CORRUPTIONS = [
  "number",
  "scale",
  "unit",
  "bound",
  "date",
  "person",
  "organisation",
  "place",
  "invented name",
  "negation",
  "plan as fact",
  "hedge dropped",
  "partners exchanged",
  "relation invented",
  "role",
  "degree",
  "topic",
  "clause invented",
  "clause of another document",
] as const;
export type Corruption = (typeof CORRUPTIONS)[number];

export interface Corrupted {
  /** `<id of the good sentence>/<kind>/<count>`, stable as long as the good sentence and the rules are. */
  readonly id: string;
  readonly kind: Corruption;
  readonly good: GoodSentence;
  readonly text: string;
}

type Rule = (good: GoodSentence, all: readonly GoodSentence[]) => readonly (readonly [Corruption, string])[];

const RULES: readonly Rule[] = [
  changeNumber,
  changeScale,
  changeUnit,
  changeBound,
  changeDate,
  otherNames,
  negate,
  tellAsDone,
  withoutHedge,
  exchangeParties,
  inventRelation,
  changeRole,
  changeDegree,
  changeTopic,
  addClause,
  addOther,
];

/** Every corruption that the rules make of good sentences, in order; the same ones each time. */
export function corrupt(good: readonly GoodSentence[]): Corrupted[] {
  return good.flatMap((sentence) => {
    const made = RULES.flatMap((rule) => rule(sentence, good)).filter(([, text]) => text !== sentence.text);
    const counts = new Map<Corruption, number>();
    return made.map(([kind, text]): Corrupted => {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return { id: `${sentence.id}/${kind}/${count}`, kind, good: sentence, text };
    });
  });
}
