import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import { findNames } from "../../language/names.js";
import type { Term } from "../steps.js";
import { governorOf, isAmongPartners, isGovernedAlike } from "./claim-governor.js";
import { hasForeignJoint } from "./claim-joints.js";
import type { Placed, ReadClause, Unit } from "./claim-units.js";
import { asksWithBe, saysThatItIs } from "./claim-wording.js";

export interface Relations {
  readonly question: string;
  /** Of the question. */
  readonly language: Language;
  readonly clause: ReadClause;
  /** In the order of the question. */
  readonly placed: readonly Placed[];
  /** The clause's "has" or "is", where the question has no other verb. */
  readonly verb: Span | null;
}

/** Whether the clause relates the things to each other as the question does: the supplier is not the one supplied. */
export function isRelatedAlike(relations: Relations): boolean {
  if (!isPredicateAlike(relations)) return false;
  if (isMutual(relations) && arePartners(relations)) return !isJoinedBetween(relations) && !hasOthersBetween(relations);
  return (
    areGovernedAlike(relations) && areInOrder(relations) && !isJoinedBetween(relations) && !hasOthersBetween(relations)
  );
}

/** Verbs stand at different places in the two languages: what has no capital in a German text may be one. */
function isNoun({ unit, places }: Placed, { question, language, clause }: Relations): boolean {
  const start = places[0]?.start ?? 0;
  if (language === "de" && (unit.start === 0 || /^\p{Ll}/u.test(question.slice(unit.start)))) return false;
  return clause.language !== "de" || !/^\p{Ll}/u.test(clause.text.slice(start));
}

/** "A is B": what A is stands right behind the verb, or before it ("B is A"), and not somewhere in the sentence. */
function isPredicateAlike(relations: Relations): boolean {
  const { question, clause, placed, verb } = relations;
  if (verb === null || !asksWithBe(question)) return true;
  const nouns = placed.filter(
    (it) => isNoun(it, relations) && governorOf(question, it.unit.start, it.unit.end) === null,
  );
  if (nouns.length < 2) return true;
  const behind = nouns.flatMap(({ places }) => places.slice(0, 1)).filter(({ start }) => start >= verb.end);
  const first = Math.min(...behind.map(({ start }) => start));
  return behind.length > 0 && saysThatItIs(clause.text.slice(verb.end, first));
}

function isMutual({ placed }: Relations): boolean {
  return placed.some(({ unit }) => unit.terms.some(isWorkingTogether));
}

/** What a thing depends on in the clause. */
function governorIn({ text }: ReadClause, { places }: Placed): readonly string[] | null {
  const [first] = places;
  return first === undefined ? null : governorOf(text, first.start, places.at(-1)?.end ?? first.end);
}

function isWorkingTogether({ concepts, start, surface }: Term): boolean {
  return concepts.includes("collaboration") && (start === 0 || /^\p{Ll}/u.test(surface));
}

/** Who works together may be named in any order, and as "A with B"; a place and a field stay such. */
function arePartners(relations: Relations): boolean {
  const { question, clause, placed } = relations;
  const organisations = findNames(clause.text, clause.language).filter(({ kind }) => kind === "organisation");
  return placed.every((it) => {
    const [place] = it.places;
    if (place === undefined || !isNoun(it, relations)) return true;
    const asked = governorOf(question, it.unit.start, it.unit.end);
    const told = governorIn(clause, it);
    // "The hospitals in A": "Klinikum A".
    const isNamedSo = organisations.some(({ start, end }) => place.start > start && place.end <= end);
    return isGovernedAlike(asked, told) || (isAmongPartners(told) && (isAmongPartners(asked) || isNamedSo));
  });
}

/** Subjects and objects stay such; what depends on a preposition depends on one that means the same. */
function areGovernedAlike(relations: Relations): boolean {
  const { question, clause, placed } = relations;
  return placed.every((it) => {
    if (!isNoun(it, relations)) return true;
    return isGovernedAlike(governorOf(question, it.unit.start, it.unit.end), governorIn(clause, it));
  });
}

/** Subject before object, as the question has it; "A is the director" and "the director is A" say the same. */
function areInOrder(relations: Relations): boolean {
  const { question, placed } = relations;
  const free = placed.filter(
    (it) => isNoun(it, relations) && governorOf(question, it.unit.start, it.unit.end) === null,
  );
  const groups = coordinated(free, question);
  if (asksWithBe(question) && groups.length === 2 && free.some(({ unit }) => isRole(unit))) return true;
  const spans = groups.map((group) => extent(group));
  return spans.every((span, at) => at === 0 || (spans[at - 1]?.end ?? 0) <= span.start);
}

function isRole({ terms }: Unit): boolean {
  return terms.some(({ role }) => role);
}

const JOINED = /^\s*(?:,|und|and|&|sowie|,\s(?:und|and))?\s*(?:der|die|das|dem|den|the|an?)?\s*$/iu;

/** "A und B" in one group, whose members may come in any order. */
function coordinated(placed: readonly Placed[], question: string): Placed[][] {
  const groups: Placed[][] = [];
  for (const it of placed) {
    const last = groups.at(-1)?.at(-1);
    const gap = last === undefined ? "" : question.slice(last.unit.end, it.unit.start);
    if (last !== undefined && /\S/u.test(gap.replace(/\b(?:der|die|das|the)\b/giu, "")) && JOINED.test(gap)) {
      groups.at(-1)?.push(it);
    } else groups.push([it]);
  }
  return groups;
}

function extent(placed: readonly Placed[]): Span {
  const places = placed.flatMap((it) => it.places);
  return { start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)) };
}

/** Whether an "and" of the clause parts what belongs together. */
function isJoinedBetween(relations: Relations): boolean {
  const { clause, placed, verb } = relations;
  const subject = subjectOf(relations);
  const said = placed.filter((it) => !subject.includes(it)).flatMap(({ places }) => places);
  return hasForeignJoint(clause, { all: placed.flatMap(({ places }) => places), said, verb });
}

/** What the question names first, with what it joins to it: "A und B"; of those who work together all. */
function subjectOf(relations: Relations): readonly Placed[] {
  const nouns = relations.placed.filter((it) => isNoun(it, relations));
  if (isMutual(relations)) return nouns.filter((it) => isAmongPartners(governorIn(relations.clause, it)));
  return coordinated(nouns, relations.question)[0] ?? [];
}

/** Somebody else who may be the one that does it, or to whom it is done. */
function hasOthersBetween({ clause, placed }: Relations): boolean {
  const places = placed.flatMap((it) => it.places);
  const { start, end } = extent(placed);
  return findNames(clause.text, clause.language).some((name) => {
    if (name.end <= start || name.start >= end) return false;
    if (places.some((place) => place.start < name.end && place.end > name.start)) return false;
    if (governorOf(clause.text, name.start, name.end) !== null) return false;
    return !places.some((place) => isBeside(clause.text, name, place));
  });
}

/** "A und B" */
function isBeside(text: string, name: Span, place: Span): boolean {
  const gap = place.end <= name.start ? text.slice(place.end, name.start) : text.slice(name.end, place.start);
  return JOINED.test(gap) && /\S/u.test(gap);
}
