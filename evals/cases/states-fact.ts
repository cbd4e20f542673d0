import { fold } from "../../src/language/fold.js";
import { covers, findQuantities, type Quantity, type QuantityKind } from "../../src/language/quantities.js";
import type { Fact } from "./case.js";

/** Markers such as "[1]" are no figures of the answer. */
const MARKERS = /\[\d+\]/g;

const AFFIRMS = /^(?:ja|yes)\b/;
const DENIES = /^(?:nein|no)\b/;
/** Folded, as all patterns here are. */
const PLANNED =
  /\b(?:geplant\w*|plan(?:en|t|s|ned|ning)?|soll(?:en)?|wollen|will|wants? to|vorhaben|angekuendigt\w*|beabsichtig\w*|intends?|(?:is|are|going) to|noch nicht|not yet)\b/;
/** "werden ein Zentrum errichten", not "werden ausgezeichnet". */
const GERMAN_FUTURE = /\b(?:wird|werden)\b[^.!?]*\s(?!ge)\w+(?:en|ern|eln)["'\s]*(?:[.,;!?]|$)/;

/**
 * True when the text states the fact. Dates, figures, shares, amounts and durations count in every German and English
 * notation, and a date also when more of it is said than asked. A person's last name must stand behind the first name or
 * the fact's title. A name must stand as a word or as words, a text anywhere; neither minds case, umlauts spelled out or
 * the form of quotation marks. A verdict stands at the beginning; "planned" is neither yes nor no, and words of planning.
 */
export function statesFact(fact: Fact, text: string): boolean {
  const plain = text.replace(MARKERS, " ");
  switch (fact.kind) {
    case "date":
      return states(plain, ["date", "year"], fact.value.length === 4 ? "year" : "date", fact.value);
    case "number":
      return states(plain, ["number", "year"], "number", String(fact.value));
    case "percent":
      return states(plain, ["percent"], "percent", `${fact.value}%`);
    case "amount":
      return states(plain, ["amount"], "amount", `${fact.value} ${fact.unit}`);
    case "duration":
      return states(plain, ["duration"], "duration", fact.value);
    case "person":
      return namesPerson(plain, fact.value, fact.title);
    case "name":
      return fact.value.some((name) => holdsWords(plain, name));
    case "text":
      return fact.value.some((part) => fold(plain).includes(fold(part)));
    case "verdict":
      return givesVerdict(fold(plain).trim(), fact.value);
  }
}

/** True when the text holds the forbidden words; a forbidden date, figure or amount in any notation of it. */
export function holdsForbidden(text: string, forbidden: string): boolean {
  const plain = text.replace(MARKERS, " ");
  const [quantity, ...more] = findQuantities(forbidden);
  if (quantity === undefined || more.length > 0 || quantity.surface !== forbidden.trim()) {
    return fold(plain).includes(fold(forbidden));
  }
  return findQuantities(plain).some((stated) => covers(quantity, stated));
}

function states(text: string, stating: readonly QuantityKind[], kind: QuantityKind, normal: string): boolean {
  const asked: Pick<Quantity, "kind" | "normal"> = { kind, normal };
  return findQuantities(text).some((stated) => stating.includes(stated.kind) && covers(asked, stated));
}

function namesPerson(text: string, name: string, title: string | undefined): boolean {
  const names = name.split(/\s+/).map((part) => escaped(fold(part)));
  const [first, last] = [names.at(0), names.at(-1)];
  const openings = title === undefined ? [first] : [first, escaped(fold(title))];
  const between = "(?:[\\p{L}.-]+\\s+){0,4}";
  return new RegExp(`(?<!\\p{L})(?:${openings.join("|")})\\s+${between}${last}(?:'?s)?(?!\\p{L})`, "u").test(
    fold(text),
  );
}

function holdsWords(text: string, words: string): boolean {
  const pattern = `(?<![\\p{L}\\p{N}])${escaped(fold(words))}(?:'?s)?(?![\\p{L}\\p{N}])`;
  return new RegExp(pattern, "u").test(fold(text));
}

function givesVerdict(folded: string, verdict: "yes" | "no" | "planned"): boolean {
  if (verdict === "yes") return AFFIRMS.test(folded);
  if (verdict === "no") return DENIES.test(folded);
  if (AFFIRMS.test(folded) || DENIES.test(folded)) return false;
  return PLANNED.test(folded) || GERMAN_FUTURE.test(folded);
}

function escaped(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
