import type { Span } from "../../contracts/passage.js";
import { clausesOf } from "../../language/clauses.js";
import { type Modality, modalityOf } from "../../language/modality.js";

/** A clause with how it puts what it says. */
export interface Asserted extends Span {
  readonly text: string;
  readonly modality: Modality;
}

const SUBORDINATE = /^(?:dass|ob|that|whether)(?!\p{L})/iu;
const CONDITION = /^(?:wenn|falls|sofern|soweit|if|unless|provided)(?!\p{L})/iu;

/** The clauses of a sentence that nothing else in it puts in doubt: no "it is not true that", no "if". */
export function assertedIn(sentence: string): Asserted[] {
  const clauses = clausesOf(sentence).map(({ start, end }): Asserted => {
    const text = sentence.slice(start, end);
    return { start, end, text, modality: modalityOf(text) };
  });
  if (clauses.some(({ text }) => CONDITION.test(text))) return [];
  let inDoubt = false;
  return clauses.filter((clause, at) => {
    const before = clauses[at - 1];
    const isDoubt = before?.modality === "open" || before?.modality === "negated";
    const depends = SUBORDINATE.test(clause.text) || sentence.slice(before?.end ?? 0, clause.start).includes(":");
    inDoubt = depends && (isDoubt || inDoubt);
    return !inDoubt;
  });
}
