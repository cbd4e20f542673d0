import type { Span } from "../../contracts/passage.js";
import { findNames } from "../../language/names.js";
import { governorOf } from "./claim-governor.js";
import type { ReadClause } from "./claim-units.js";

/** Where a clause says what a question claims. */
export interface Told {
  readonly all: readonly Span[];
  /** Without the subject, which several verbs may share. */
  readonly said: readonly Span[];
  /** Its "has" or "is", where the question has no other verb. */
  readonly verb: Span | null;
}

const COORDINATOR = /\s(?:und|and|sowie|&|but|aber|oder|or)\s/giu;
const NEW_SUBJECT =
  /^(?:der|die|das|the|an?|eine?|its|their|seine?|ihre?|andere\p{L}*|other|er|sie|es|he|she|it|they)\s/iu;

/**
 * Whether an "and" parts what belongs together: "has 5 beds and employs 7 doctors" does not say that it has 7 doctors. What
 * only goes on with a list leaves nothing unmatched on the far side of the "and".
 */
export function hasForeignJoint(clause: ReadClause, { all, said, verb }: Told): boolean {
  const told = verb === null ? said : [...said, verb];
  const joints = jointsOf(clause);
  return joints.some(({ start, end }, at) => {
    const after = told.filter((it) => it.start >= end);
    if (after.length === 0 || after.length === told.length || joinsNoun(clause, { start, end }, all)) return false;
    const within = { start: end, end: joints[at + 1]?.start ?? clause.text.length };
    if (!after.some((it) => it.start < within.end)) return false;
    if (verb !== null && verb.start > start) return true;
    return NEW_SUBJECT.test(clause.text.slice(end)) || !isCovered(within, clause, all);
  });
}

/** Every "and", but for those inside of a phrase that depends on something else: "the work of A and B". */
function jointsOf({ text, language }: ReadClause): Span[] {
  const names = findNames(text, language);
  const joints = [...text.matchAll(COORDINATOR)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  return joints.filter(({ start, end }) => {
    const before = names.find((name) => name.end === start);
    const isName = names.some(
      (name) => name.start >= end && /^(?:(?:der|die|das|dem|den|the)\s)?$/u.test(text.slice(end, name.start)),
    );
    return before === undefined || !isName || governorOf(text, before.start, before.end) === null;
  });
}

/** "Has distinguished A and the B": the "and" stands right behind a thing that is told, and another noun follows. */
function joinsNoun({ text }: ReadClause, joint: Span, all: readonly Span[]): boolean {
  const isBehind = all.some(({ end }) => end === joint.start);
  return isBehind && /^(?:(?:der|die|das|dem|den|the|an?|eine?[nmr]?)\s)?\p{Lu}/u.test(text.slice(joint.end));
}

function isCovered(within: Span, { words }: ReadClause, places: readonly Span[]): boolean {
  const inside = words.filter(({ start, end, stop }) => !stop && start >= within.start && end <= within.end);
  return inside.every((word) => places.some((place) => word.start < place.end && word.end > place.start));
}
