import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import { findNames } from "../../language/names.js";
import type { Term } from "../steps.js";
import { isNameLike } from "../term-match.js";
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
  /** Whom the question names stands for in the clause by a pronoun or "the partners". */
  readonly carried: boolean;
}

/** Whether the clause relates the things to each other as the question does: the supplier is not the one supplied. */
export function isRelatedAlike(relations: Relations): boolean {
  if (!isPredicateAlike(relations) || isJoinedBetween(relations) || !isSinceAlike(relations)) return false;
  if (isMutual(relations) && arePartners(relations)) return !hasOthersBetween(relations);
  if (isOfOneActor(relations) || isInOtherVoice(relations)) return true;
  return areGovernedAlike(relations) && areInOrder(relations) && !hasOthersBetween(relations);
}

const PASSIVE =
  /(?<!\p{L})(?:wurden?|worden|wird|werden|was|were|been|is|are|being)\s.*(?:\p{Ll}ed|ge\p{Ll}+t|ge\p{Ll}+en|\p{Ll}+iert)(?!\p{L})/u;

/** "Was A honoured by B?" – "B has honoured A and C": who does it depends on "by" in one of them, and stands first in the other. */
function isInOtherVoice(relations: Relations): boolean {
  const { question, clause, placed } = relations;
  const isPassive = PASSIVE.test(question.charAt(0).toLowerCase() + question.slice(1));
  if (!isPassive || PASSIVE.test(clause.text)) return false;
  const [by, done] = placed
    .filter((it) => isNoun(it, relations) && it.unit.terms.some(isNameLike))
    .reduce<[Placed[], Placed[]]>(
      ([agents, others], it) =>
        governorOf(question, it.unit.start, it.unit.end)?.includes("by")
          ? [[...agents, it], others]
          : [agents, [...others, it]],
      [[], []],
    );
  const [agent] = by;
  if (agent === undefined || by.length > 1 || done.length === 0) return false;
  const isFree = [agent, ...done].every((it) => governorIn(clause, it) === null);
  return isFree && extent(by).end <= extent(done).start;
}

/**
 * Question and clause name one and the same actor, in the same role, and the clause nobody else: what else is told can be
 * told of nobody but them, in whatever order.
 */
function isOfOneActor(relations: Relations): boolean {
  const { question, clause, placed, carried } = relations;
  const actors = placed.filter(({ unit }) => isActor(unit, relations));
  const [actor = []] = coordinated(actors, question);
  if ((actor.length === 0 && !carried) || actor.length !== actors.length || placed.some(({ unit }) => isRole(unit)))
    return false;
  const places = placed.flatMap((it) => it.places);
  const others = findNames(clause.text, clause.language).filter(
    ({ kind, surface }) => kind !== "place" && !LEGAL_FORM.test(surface),
  );
  const isTold = (name: Span) =>
    places.some(
      ({ start, end }) => start < name.end && (end > name.start || !clause.text.slice(end, name.start).trim()),
    );
  const isLabel = (name: Span) => LABEL.test(clause.text.slice(0, name.start));
  return actor.every((it) => isSameRole(it, relations)) && others.every((name) => isTold(name) || isLabel(name));
}

function isActor({ terms }: Unit, relations: Relations): boolean {
  const isKnown = terms.length === 1 && terms.every(({ concepts }) => concepts.length > 0);
  return !isKnown && terms.some((term) => isNameLike(term) && !isPlace(term, relations));
}

const LEGAL_FORM = /^(?:AG|SE|KG|GmbH|Inc|Ltd|plc)$/u;
/** "Unter dem Kürzel": what stands behind is nobody. */
const LABEL =
  /(?<!\p{L})(?:unter|under)(?:\s(?:dem|der|the))?(?:\s(?:Kürzel|Symbol|symbol|ticker|name|Namen|Titel|title))?\s$/u;

function isPlace({ start, end }: Term, { question, language }: Relations): boolean {
  return findNames(question, language).some((it) => it.kind === "place" && it.start <= start && it.end >= end);
}

/** Subject and object stay such; but "Umsatz von A" is "A's revenue", and what "A erzielt". */
function isSameRole(it: Placed, { question, clause, placed }: Relations): boolean {
  const [asked, told] = [governorOf(question, it.unit.start, it.unit.end), governorIn(clause, it)];
  const isMeasured = placed.some(({ unit }) => unit.terms.some(({ quantity }) => quantity !== null));
  if (told === null && asked?.includes("of")) return isMeasured;
  if (asked !== null || !told?.includes("of")) return isGovernedAlike(asked, told);
  const start = it.places[0]?.start ?? 0;
  const isOwned = ({ end }: Span) => /^\s(?:(?:of|von|des|der|the)\s){0,2}$/u.test(clause.text.slice(end, start));
  return isMeasured && placed.some(({ places }) => places.some((place) => place.end < start && isOwned(place)));
}

/** Verbs stand at different places in the two languages: what has no capital in a German text may be one. */
function isNoun({ unit, places }: Placed, { question, language, clause }: Relations): boolean {
  const start = places[0]?.start ?? 0;
  if (language === "de" && (unit.start === 0 || /^\p{Ll}/u.test(question.slice(unit.start)))) return false;
  return clause.language !== "de" || !/^\p{Ll}/u.test(clause.text.slice(start));
}

/** "A is B": what A is stands right behind the verb, or before it ("B is A"), and not somewhere in the sentence. */
function isPredicateAlike(relations: Relations): boolean {
  const { question, clause, placed, verb, carried } = relations;
  if (verb === null || !asksWithBe(question)) return true;
  const nouns = placed.filter(
    (it) => isNoun(it, relations) && governorOf(question, it.unit.start, it.unit.end) === null,
  );
  // Who stands for "it" has no place of their own.
  if (nouns.length < (carried ? 1 : 2)) return true;
  const behind = nouns.flatMap(({ places }) => places.slice(0, 1)).filter(({ start }) => start >= verb.end);
  const first = Math.min(...behind.map(({ start }) => start));
  return behind.length > 0 && saysThatItIs(clause.text.slice(verb.end, first));
}

function isMutual({ placed }: Relations): boolean {
  return placed.some(({ unit }) =>
    unit.terms.some(({ concepts }) => concepts.some((it) => it === "collaboration" || it === "joint")),
  );
}

/** What a thing depends on in the clause. */
function governorIn({ text }: ReadClause, { places }: Placed): readonly string[] | null {
  const [first] = places;
  const end = places.at(-1)?.end ?? 0;
  return first === undefined || OF_PARTICIPLE.test(text.slice(end)) ? null : governorOf(text, first.start, end);
}

/** "A, listed in": whatever A depends on, it is the subject of that. */
const OF_PARTICIPLE = /^(?:\s(?:AG|SE|KG|GmbH|Inc|Ltd|plc)\.?)?,\s(?:gelistet|notiert|listed|traded|quoted)\s/u;

/** Who works together may be named in any order, and as "A with B"; a place and a field stay such. */
function arePartners(relations: Relations): boolean {
  const { question, clause, placed } = relations;
  const organisations = findNames(clause.text, clause.language).filter(({ kind }) => kind === "organisation");
  return placed.every((it) => {
    const [place] = it.places;
    if (place === undefined || !isNoun(it, relations)) return true;
    const asked = governorOf(question, it.unit.start, it.unit.end);
    const told = governorIn(clause, it);
    if (isLasting(it)) return true;
    if (it.unit.terms.some(({ concepts }) => concepts.includes("collaboration"))) return true;
    // "The hospitals in A": "Klinikum A".
    const isNamedSo = organisations.some(({ start, end }) => place.start > start && place.end <= end);
    return isGovernedAlike(asked, told) || (isAmongPartners(told) && (isAmongPartners(asked) || isNamedSo));
  });
}

/** How long something has lasted is not how long it is to last. */
function isSinceAlike({ question, clause, placed }: Relations): boolean {
  return placed.filter(isLasting).every(({ unit, places }) => {
    const isDuration = unit.terms.some(({ quantity }) => quantity?.kind === "duration");
    const start = places[0]?.start ?? 0;
    const told = isSince(clause.text, start) || LASTED.test(clause.text.slice(start));
    return isSince(question, unit.start) ? told : !isDuration || !told;
  });
}

const LASTED = /^(?:decades|jahrzehnte|langjährig)/iu;
const SINCE =
  /(?<!\p{L})(?:seit|since)\s(?:(?:schon|bereits|dem|jahr|über|mehr|als|more|than|over|at|least|mindestens|fast|rund|etwa|the|year)\s+)*$/iu;
/** "Have worked for 15 years" */
const PERFECT_FOR =
  /(?<!\p{L})(?:has|have|had|been)(?!\p{L}).*\sfor\s(?:(?:already|more|than|over|at|least|almost|nearly|about|around)\s+)*$/iu;

function isSince(text: string, start: number): boolean {
  const before = text.slice(0, start);
  return SINCE.test(before) || PERFECT_FOR.test(before);
}

function isTime({ unit }: Placed): boolean {
  return unit.terms.every(
    ({ quantity, concepts }) =>
      quantity?.kind === "year" || quantity?.kind === "date" || concepts.includes("fiscal_year"),
  );
}

function isLasting({ unit }: Placed): boolean {
  return unit.terms.some(({ quantity }) => quantity?.kind === "duration" || quantity?.kind === "year");
}

/** Subjects and objects stay such; what depends on a preposition depends on one that means the same. */
function areGovernedAlike(relations: Relations): boolean {
  const { question, clause, placed } = relations;
  return placed.every((it) => {
    if (!isNoun(it, relations)) return true;
    const [asked, told] = [governorOf(question, it.unit.start, it.unit.end), governorIn(clause, it)];
    if (isLasting(it) && isSince(question, it.unit.start)) return true;
    return isGovernedAlike(asked, told) || isAtSame(asked, told, it) || (asked === null && isDoneTo(it, relations));
  });
}

/** "At A" and "of A" are one, where A is an organisation or a place. */
function isAtSame(asked: readonly string[] | null, told: readonly string[] | null, { unit }: Placed): boolean {
  const isAt = (it: readonly string[] | null) => it !== null && (it.includes("of") || it.includes("in"));
  return isAt(asked) && isAt(told) && unit.terms.every(({ kind }) => kind === "name");
}

/** "Der Aufbau des Zentrums" for "das Zentrum aufbauen": right behind the deed as a noun. */
function isDoneTo(it: Placed, { clause, placed }: Relations): boolean {
  const start = it.places[0]?.start ?? 0;
  return placed.some((deed) => {
    const end = deed.places.at(-1)?.end ?? 0;
    const isDeed = deed !== it && /^\p{Ll}/u.test(deed.unit.terms[0]?.surface ?? "");
    return isDeed && end < start && OF_THE.test(clause.text.slice(end, start));
  });
}

const OF_THE = /^\s(?:(?:des|der|eines|einer|von|of)\s)(?:(?:a|an|the)\s)?(?:\p{Ll}+\s){0,2}$/u;

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
  // A time at the beginning is shared, too.
  const said = placed.filter((it) => !subject.includes(it) && !isTime(it)).flatMap(({ places }) => places);
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
    if (name.end <= start || name.start >= end || name.kind === "place") return false;
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
