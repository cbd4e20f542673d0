import { fold } from "../../src/language/fold.js";
import { covers, findQuantities, type Quantity, type QuantityKind } from "../../src/language/quantities.js";
import type { Fact } from "./case.js";
import { namesPerson } from "./names-person.js";
import { statedQuantities } from "./stated-quantities.js";

/** Markers such as "[1]" are no figures of the answer. */
const MARKERS = /\[\d+\]/g;

const AFFIRMS = /^(?:ja|yes)\b/;
const DENIES = /^(?:nein|no)\b(?! one\b)/;
/** Folded, as all patterns here are. */
const PLANNED =
  /\b(?:geplant\w*|plan(?:en|t|s|ned|ning)?|soll(?:en)?|wollen|will|wants? to|vorhaben|angekuendigt\w*|beabsichtig\w*|vorgesehen\w*|in planung|intends?|aims? to|expected to|scheduled|(?:is|are|going) to|noch nicht|not yet)\b/;
/** In front of a figure below zero; behind another figure it is the dash of a range. */
const MINUS = /(?:(?<![\p{L}\p{N}%]\s?)[-−–]|(?<!\p{L})minus\s+)$/iu;
/** "werden ein Zentrum errichten", not "werden ausgezeichnet". */
const GERMAN_FUTURE = /\b(?:wird|werden)\b[^.!?]*\s(?!ge)\w+(?:en|ern|eln)["'\s]*(?:[.,;!?]|$)/;

/**
 * True when the text states the fact. Dates, figures, shares, amounts and durations count in every German and English
 * notation, and a date also when more of it is said than asked. `namesPerson` says what counts as naming a person. A name
 * must stand as a word or as words, a text anywhere; neither minds case, umlauts spelled out, line breaks or the form of
 * quotation marks. A verdict stands at the beginning; "planned" is neither yes nor no, and words of planning.
 */
export function statesFact(fact: Fact, text: string): boolean {
  const plain = text.replace(MARKERS, " ");
  switch (fact.kind) {
    case "date":
      return states(plain, ["date", "year"], { kind: fact.value.length === 4 ? "year" : "date", normal: fact.value });
    case "number":
      return statesFigure(plain, ["number", "year"], fact.value, (value) => ({ kind: "number", normal: value }));
    case "percent":
      return statesFigure(plain, ["percent"], fact.value, (value) => ({ kind: "percent", normal: `${value}%` }));
    case "amount":
      return statesFigure(plain, ["amount"], fact.value, (value) => {
        return { kind: "amount", normal: `${value} ${fact.unit}` };
      });
    case "duration":
      return states(plain, ["duration"], { kind: "duration", normal: fact.value });
    case "person":
      return namesPerson(plain, fact.value, fact.title);
    case "name":
      return fact.value.some((name) => holdsWords(plain, name));
    case "text":
      return fact.value.some((part) => folded(plain).includes(folded(part)));
    case "verdict":
      return givesVerdict(folded(plain).replace(/^[^\p{L}\p{N}]+/u, ""), fact.value);
  }
}

/** True when the text holds the forbidden words; a forbidden date, figure or amount in any notation of it. */
export function holdsForbidden(text: string, forbidden: string): boolean {
  const plain = text.replace(MARKERS, " ");
  const [quantity, ...more] = findQuantities(forbidden);
  if (quantity === undefined || more.length > 0 || quantity.surface !== forbidden.trim()) {
    return folded(plain).includes(folded(forbidden));
  }
  return statedQuantities(plain).some((stated) => covers(quantity, stated));
}

type Asked = Pick<Quantity, "kind" | "normal">;

function states(text: string, stating: readonly QuantityKind[], asked: Asked): boolean {
  return statedQuantities(text).some((stated) => stating.includes(stated.kind) && covers(asked, stated));
}

/** A figure below zero has to be stated with its sign. `askedOf` gets the figure without it. */
function statesFigure(
  text: string,
  stating: readonly QuantityKind[],
  value: number,
  askedOf: (value: string) => Asked,
): boolean {
  const asked = askedOf(String(Math.abs(value)));
  return statedQuantities(text).some((stated) => {
    const isSigned = value >= 0 || MINUS.test(text.slice(0, stated.start));
    return isSigned && stating.includes(stated.kind) && covers(asked, stated);
  });
}

function holdsWords(text: string, words: string): boolean {
  const pattern = `(?<![\\p{L}\\p{N}])${escaped(folded(words))}(?:'?s)?(?![\\p{L}\\p{N}])`;
  return new RegExp(pattern, "u").test(folded(text));
}

/** Folded, with the line breaks of a document made spaces. */
function folded(text: string): string {
  return fold(text).replace(/\s+/g, " ");
}

function givesVerdict(said: string, verdict: "yes" | "no" | "planned"): boolean {
  if (verdict === "yes") return AFFIRMS.test(said);
  if (verdict === "no") return DENIES.test(said);
  if (AFFIRMS.test(said) || DENIES.test(said)) return false;
  return PLANNED.test(said) || GERMAN_FUTURE.test(said);
}

function escaped(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
