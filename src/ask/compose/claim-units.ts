import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import { type ConceptHit, conceptsOf } from "../../language/glossary.js";
import { covers, findQuantities, type Quantity } from "../../language/quantities.js";
import { type SeparatedVerb, separatedVerbs } from "../../language/separable-verbs.js";
import { analyseWords, type Word } from "../../language/words.js";
import { qualifierOf } from "../phrases-figures.js";
import type { Term } from "../steps.js";

/** A clause with its words in their places, as matching needs it. */
export interface ReadClause {
  readonly text: string;
  readonly language: Language | null;
  /** Hyphenated ones whole and in parts. */
  readonly words: readonly Word[];
  readonly concepts: readonly ConceptHit[];
  /** "arbeiten … zusammen" */
  readonly separated: readonly SeparatedVerb[];
  readonly quantities: readonly Quantity[];
}

export function readClause(text: string, language: Language | null): ReadClause {
  const words = analyseWords(text, language);
  const separated = language === "en" ? [] : separatedVerbs(text);
  return { text, language, words, concepts: conceptsOf(words, language), separated, quantities: findQuantities(text) };
}

/** A subject, an object or whatever depends on a preposition: terms that stand side by side in the question. */
export interface Unit extends Span {
  readonly terms: readonly Term[];
}

/** The words of a name, a number with what it counts, words in lower case in a row. A verb at the beginning stands alone. */
export function unitsOf(terms: readonly Term[], question: string): Unit[] {
  const units: Unit[] = [];
  for (const term of [...terms].sort((a, b) => a.start - b.start)) {
    const last = units.at(-1);
    const before = last?.terms.at(-1);
    if (last !== undefined && before !== undefined && isOneUnit(before, term, question)) {
      units[units.length - 1] = { ...last, end: Math.max(last.end, term.end), terms: [...last.terms, term] };
    } else units.push({ start: term.start, end: term.end, terms: [term] });
  }
  return units;
}

function isOneUnit(before: Term, term: Term, question: string): boolean {
  const isAdjacent = /^[\s-]*$/u.test(question.slice(before.end, term.start));
  if (!isAdjacent || before.start === 0 || term.quantity !== null || before.role !== term.role) return false;
  return before.quantity !== null || (before.kind === term.kind && isCapital(before) === isCapital(term));
}

function isCapital({ surface }: Term): boolean {
  return /^\p{Lu}/u.test(surface);
}

/** A unit of the question, where the clause says the same. */
export interface Placed {
  readonly unit: Unit;
  /** One a term. */
  readonly places: readonly Span[];
}

/**
 * Where a clause says just what a unit of the question says, each word of it: null when it lacks one. What is counted
 * stands behind its number, and the number is qualified alike.
 */
export function placeUnit(unit: Unit, question: string, clause: ReadClause, denied: boolean): Placed | null {
  return placeEach(unit, question, clause, denied) ?? placeInCompound(unit, clause);
}

/** "Cancer centre" in "Krebszentrum", which says both and nothing else. */
function placeInCompound(unit: Unit, { concepts, words }: ReadClause): Placed | null {
  const { terms } = unit;
  if (terms.length < 2 || terms.some(({ quantity }) => quantity !== null)) return null;
  for (const [at, word] of words.entries()) {
    const meant = concepts.filter((it) => it.partial && it.first === at).map(({ concept }) => concept);
    const isSame =
      meant.length === terms.length && terms.every((term) => term.concepts.some((it) => meant.includes(it)));
    if (isSame) return { unit, places: terms.map(() => word) };
  }
  return null;
}

function placeEach(unit: Unit, question: string, clause: ReadClause, denied: boolean): Placed | null {
  const places: Span[] = [];
  let counting: Span | null = null;
  for (const term of unit.terms) {
    const place: Span | null =
      term.quantity !== null
        ? placeOfQuantity(term, term.quantity, question, clause)
        : counting === null
          ? placeOf(term, clause, denied)
          : behind(counting, term, clause, denied);
    if (place === null) return null;
    if (term.quantity?.kind === "number") counting = place;
    const last = places.at(-1);
    if (last !== undefined && !goesOn(clause.text, last, place, term.kind === "name")) return null;
    places.push(place);
  }
  return { unit, places };
}

/** In the same order, a name in one piece, and not joined by an "and" that the question does not have. */
function goesOn(text: string, before: Span, place: Span, isName: boolean): boolean {
  const gap = text.slice(before.end, place.start);
  if (isName) return place.start === before.start || (place.start >= before.end && /^(?:[\s-]|\p{Lu}\.)*$/u.test(gap));
  return place.start >= before.start && !/\s(?:und|and|sowie|oder|or|but|aber)\s/iu.test(gap);
}

/** The same quantity, qualified alike; or one that is more than what has to be exceeded, or less than what may not be. */
function placeOfQuantity(term: Term, asked: Quantity, question: string, { text, quantities }: ReadClause): Span | null {
  const wanted = qualifierOf(question, term.start, "en");
  const found = quantities.find((stated) => {
    const qualifier = qualifierOf(text, stated.start, "en");
    if (covers(asked, stated)) return qualifier === wanted;
    const isBeyond = BEYOND[wanted]?.(sizeOf(stated) - sizeOf(asked)) ?? false;
    return (
      isBeyond &&
      stated.kind === asked.kind &&
      unitOf(stated) === unitOf(asked) &&
      (qualifier === "" || qualifier === wanted)
    );
  });
  return found ?? null;
}

const BEYOND: Readonly<Record<string, (difference: number) => boolean>> = {
  "more than ": (difference) => difference > 0,
  "at least ": (difference) => difference > 0,
  "less than ": (difference) => difference < 0,
  "at most ": (difference) => difference < 0,
};

function sizeOf({ normal }: Quantity): number {
  return Number.parseFloat(normal);
}

function unitOf({ normal }: Quantity): string {
  return normal.replace(/^[\d.]+/, "");
}

/** How far behind a number stands what it counts, in UTF-16 code units. */
const BESIDE = 60;

function behind(quantity: Span, term: Term, clause: ReadClause, denied: boolean): Span | null {
  const next = clause.quantities.find(({ start }) => start >= quantity.end)?.start ?? clause.text.length;
  const text = clause.text.slice(quantity.end, Math.min(next, quantity.end + BESIDE));
  const place = placeOf(term, readClause(text, clause.language), denied);
  return place === null ? null : { start: place.start + quantity.end, end: place.end + quantity.end };
}

/** Who "heads" something: not just anybody at its top. */
const HEADS: ReadonlySet<string> = new Set(["head", "director", "managing_director", "chief_executive"]);

/**
 * The word itself, a synonym, or the quantity. A part of a compound is not enough; something more special is ("university
 * hospital" for "hospital"), unless the clause denies it.
 */
function placeOf(term: Term, clause: ReadClause, denied: boolean): Span | null {
  const word = clause.words.find(({ stem, stop }) => !stop && term.stems.includes(stem));
  if (word !== undefined) return word;
  const verb = clause.separated.find((it) => it.concepts.some((concept) => term.concepts.includes(concept)));
  if (verb !== undefined) return verb.verb;
  const hit = clause.concepts.find((it) => !it.partial && isMeant(term, it, clause.concepts, denied));
  if (hit === undefined) return null;
  const [first, last] = [clause.words[hit.first], clause.words[hit.last]];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** A compound means several things at once, and all of them are to be said: a centre is no cancer centre. */
function isMeant(term: Term, hit: ConceptHit, hits: readonly ConceptHit[], denied: boolean): boolean {
  const here = hits.filter(({ first, last, partial }) => !partial && first === hit.first && last === hit.last);
  return term.concepts.length > 0 && term.concepts.every((concept) => here.some((it) => says(it, concept, denied)));
}

function says({ concept, broader }: ConceptHit, asked: string, denied: boolean): boolean {
  if (concept === asked) return true;
  return !denied && (broader === asked || (asked === "head" && HEADS.has(concept)));
}
