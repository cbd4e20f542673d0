import { describe, expect, it } from "vitest";
import { candidateOf } from "../../../tests/fakes/candidates.js";
import type { Language } from "../../contracts/document.js";
import { inOwnNotation } from "./notation.js";

function rewritten(text: string, language: Language, quote: string, quotedIn: Language): string {
  const candidate = candidateOf(quote, { language: quotedIn });
  return inOwnNotation(text, language, [{ candidate, quote, start: 0, end: quote.length }]);
}

describe("figures of a model's sentence", () => {
  it.each([
    ["72,000 Beschäftigte.", "de", "about 72,000 employees", "en", "72.000 Beschäftigte."],
    ["72,000 Beschäftigte.", "de", "rund 72.000 Beschäftigte", "de", "72.000 Beschäftigte."],
    ["Rund 1,250,000 Fälle", "de", "1,250,000 cases", "en", "Rund 1.250.000 Fälle"],
    ["Around 24.000 employees", "en", "mehr als 24.000 Beschäftigte", "de", "Around 24,000 employees"],
  ] as const)("have their thousands parted as the language does: %s", (text, language, quote, quotedIn, expected) => {
    expect(rewritten(text, language, quote, quotedIn)).toBe(expected);
  });

  it.each([
    ["are decimals in their source", "Um 3,125 Prozent", "de", "up 3.125 percent", "en"],
    ["are decimals of their own", "By 3.125 percent", "en", "um 3,125 Prozent", "de"],
    ["stand in no quotation", "72,000 Beschäftigte", "de", "rund 71.000 Beschäftigte", "de"],
    ["are right already", "72.000 Beschäftigte, 22,4 Mrd.", "de", "72,000 employees and 22.4 bn", "en"],
    ["are part of a longer figure", "Am 1.100.23 und 4,000,00", "en", "4,000 und 1.100", "de"],
  ] as const)("stay when they %s", (_, text, language, quote, quotedIn) => {
    expect(rewritten(text, language, quote, quotedIn)).toBe(text);
  });
});
