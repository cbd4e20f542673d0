import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import { type ConceptHit, conceptsOf } from "../../language/glossary.js";
import type { Quantity } from "../../language/quantities.js";
import { type SeparatedVerb, separatedVerbs } from "../../language/separable-verbs.js";
import { analyseWords, type Word } from "../../language/words.js";
import type { Term } from "../steps.js";
import { type Expression, expressionsIn } from "./claim-expressions.js";
import { compareQuantities, type Dated, quantitiesIn } from "./claim-quantity.js";

/** A clause with its words in their places, as matching needs it. */
export interface ReadClause extends Dated {
  readonly language: Language | null;
  /** Hyphenated ones whole and in parts. */
  readonly words: readonly Word[];
  readonly concepts: readonly ConceptHit[];
  /** "arbeiten … zusammen" */
  readonly separated: readonly SeparatedVerb[];
  readonly quantities: readonly Quantity[];
  readonly expressions: readonly Expression[];
}

/** `asOf`: the day of the document, where it is known. */
export function readClause(text: string, language: Language | null, asOf: string | null): ReadClause {
  const words = analyseWords(text, language);
  const separated = language === "en" ? [] : separatedVerbs(text);
  const [concepts, quantities, expressions] = [conceptsOf(words, language), quantitiesIn(text), expressionsIn(text)];
  return { text, asOf, language, words, concepts, separated, quantities, expressions };
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
  if (ADVERB.test(term.surface) || ADVERB.test(before.surface)) return false;
  if (before.quantity !== null) return before.quantity.kind === "number" || before.quantity.kind === "percent";
  return before.kind === term.kind && isCapital(before) === isCapital(term);
}

const ADVERB = /^(?:\p{Ll}+ly|together|gemeinsam|zusammen)$/u;

function isCapital({ surface }: Term): boolean {
  return /^\p{Lu}/u.test(surface);
}

/** A unit of the question, where the clause says the same. */
export interface Placed {
  readonly unit: Unit;
  /** One a term. */
  readonly places: readonly Span[];
  /** The clause has another quantity there, which excludes the one that is asked for. */
  readonly differs: boolean;
}

/**
 * Where a clause says just what a unit of the question says, each word of it: null when it lacks one. What is counted
 * stands behind its number; the number answers to the one that is asked for, or excludes it.
 */
export function placeUnit(unit: Unit, question: string, clause: ReadClause, denied: boolean): Placed | null {
  return (
    placeEach(unit, question, clause, denied) ?? placeInCompound(unit, clause) ?? placeLater(unit, question, clause)
  );
}

/** "WTZ Essen" in "das WTZ Münster und das WTZ Essen": the first word of a name may stand before another one. */
function placeLater(unit: Unit, question: string, clause: ReadClause): Placed | null {
  const [first] = unit.terms;
  if (first?.kind !== "name" || unit.terms.length < 2) return null;
  const word = clause.words.find(({ stem, stop }) => !stop && first.stems.includes(stem));
  if (word === undefined) return null;
  const rest = " ".repeat(word.end) + clause.text.slice(word.end);
  return placeUnit(unit, question, readClause(rest, clause.language, clause.asOf), false);
}

/** "Cancer centre" in "Krebszentrum", which says both and nothing else. */
function placeInCompound(unit: Unit, { concepts, words }: ReadClause): Placed | null {
  const { terms } = unit;
  if (terms.length < 2 || terms.some(({ quantity }) => quantity !== null)) return null;
  for (const [at, word] of words.entries()) {
    const meant = concepts.filter((it) => it.partial && it.first === at).map(({ concept }) => concept);
    const isSame =
      meant.length === terms.length && terms.every((term) => term.concepts.some((it) => meant.includes(it)));
    if (isSame) return { unit, places: terms.map(() => word), differs: false };
  }
  return null;
}

/** By the quantity that agrees; else by the only one that stands there, if it excludes the one asked for. */
function placeEach(unit: Unit, question: string, clause: ReadClause, denied: boolean): Placed | null {
  const asked = unit.terms.find(({ quantity }) => quantity !== null)?.quantity ?? null;
  if (asked === null) return placeWith(unit, null, clause, denied);
  const placed = clause.quantities.flatMap((stated) => {
    const agrees = compareQuantities(asked, question, stated, clause);
    const isOfKind = agrees !== null || stated.kind === asked.kind;
    const found = isOfKind ? placeWith(unit, stated, clause, denied) : null;
    return found === null ? [] : [{ agrees, found }];
  });
  const agreeing = placed.find(({ agrees }) => agrees);
  if (agreeing !== undefined) return agreeing.found;
  const [only, ...more] = placed;
  return only?.agrees === false && more.length === 0 ? { ...only.found, differs: true } : null;
}

function placeWith(unit: Unit, quantity: Span | null, clause: ReadClause, denied: boolean): Placed | null {
  const places: Span[] = [];
  let counting: Span | null = null;
  for (const term of unit.terms) {
    const found: Span | null =
      counting === null ? placeOf(term, clause, denied) : behind(counting, term, clause, denied);
    const place: Span | null = term.quantity === null ? found : quantity;
    if (place === null) return null;
    if (term.quantity?.kind === "number") counting = place;
    const last = places.at(-1);
    if (last !== undefined && !goesOn(clause.text, last, place, term.kind === "name")) return null;
    places.push({ start: place.start, end: place.end });
  }
  return { unit, places, differs: false };
}

/** In the same order, a name in one piece, and not joined by an "and" that the question does not have. */
function goesOn(text: string, before: Span, place: Span, isName: boolean): boolean {
  const gap = text.slice(before.end, place.start);
  if (isName) return place.start === before.start || (place.start >= before.end && /^(?:[\s-]|\p{Lu}\.)*$/u.test(gap));
  return place.start >= before.start && !/\s(?:und|and|sowie|oder|or|but|aber)\s/iu.test(gap);
}

/** How far behind a number stands what it counts, in UTF-16 code units. */
const BESIDE = 60;

function behind(quantity: Span, term: Term, clause: ReadClause, denied: boolean): Span | null {
  const next = clause.quantities.find(({ start }) => start >= quantity.end)?.start ?? clause.text.length;
  const text = clause.text.slice(quantity.end, Math.min(next, quantity.end + BESIDE));
  const read = readClause(text, clause.language, clause.asOf);
  const place = placeOf(term, read, denied) ?? (countsEmployees(term, clause) ? personIn(read) : null);
  return place === null ? null : { start: place.start + quantity.end, end: place.end + quantity.end };
}

/** "Employs 5 people" */
function countsEmployees({ concepts }: Term, { text }: ReadClause): boolean {
  return (
    concepts.includes("employee") && /(?<!\p{L})(?:beschäftig|employ)(?:t|te|ten|en|s|ed|ing)?(?!\p{L})/iu.test(text)
  );
}

function personIn({ concepts, words }: ReadClause): Span | null {
  return words[concepts.find(({ concept }) => concept === "person")?.first ?? -1] ?? null;
}

/** Who "heads" something: not just anybody at its top. */
const HEADS: ReadonlySet<string> = new Set(["head", "director", "managing_director", "chief_executive"]);

/**
 * The word itself, a synonym, or the quantity. A part of a compound is not enough; something more special is ("university
 * hospital" for "hospital"), unless the clause denies it.
 */
function placeOf(term: Term, clause: ReadClause, denied: boolean): Span | null {
  const said = clause.expressions.find(({ concept }) => term.concepts.includes(concept));
  if (said !== undefined) return said;
  const word = clause.words.find(({ stem, stop }) => !stop && term.stems.includes(stem));
  if (word !== undefined) return word;
  const verb = clause.separated.find((it) => it.concepts.some((concept) => term.concepts.includes(concept)));
  if (verb !== undefined) return verb.verb;
  const together = term.concepts.includes("joint") ? clause.separated.find(isWorkingTogether) : undefined;
  // "Work together" is done jointly.
  if (together !== undefined) return together.verb;
  const hit = clause.concepts.find((it) => !it.partial && isMeant(term, it, clause.concepts, denied));
  if (hit === undefined) return placeOfParts(term, clause);
  const [first, last] = [clause.words[hit.first], clause.words[hit.last]];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

function isWorkingTogether({ concepts }: SeparatedVerb): boolean {
  return concepts.includes("collaboration");
}

/** A compound means several things at once, and all of them are to be said: a centre is no cancer centre. */
function isMeant(term: Term, hit: ConceptHit, hits: readonly ConceptHit[], denied: boolean): boolean {
  const here = hits.filter(({ first, last, partial }) => !partial && first === hit.first && last === hit.last);
  const isHere = (concept: string) => here.some((it) => says(it, concept, denied));
  // "Chef" may be one of several positions.
  if (term.role) return term.concepts.some(isHere);
  return term.concepts.length > 0 && term.concepts.every(isHere);
}

/** "Forschungsprojekte" in "research projects": each part in a word of its own, side by side. */
function placeOfParts({ concepts, surface }: Term, clause: ReadClause): Span | null {
  if (concepts.length < 2 || !/^\p{Lu}/u.test(surface)) return null;
  for (const hit of clause.concepts.filter(({ concept, partial }) => !partial && concepts.includes(concept))) {
    const near = clause.concepts.filter(
      ({ first, partial }) => !partial && first >= hit.first && first <= hit.last + 1,
    );
    const [first, last] = [clause.words[hit.first], clause.words[hit.last + 1]];
    const isAll = concepts.every((concept) => near.some((it) => it.concept === concept));
    if (isAll && first !== undefined && last !== undefined) return { start: first.start, end: last.end };
  }
  return null;
}

function says({ concept, broader }: ConceptHit, asked: string, denied: boolean): boolean {
  if (concept === asked) return true;
  return !denied && (broader === asked || (asked === "head" && HEADS.has(concept)));
}
