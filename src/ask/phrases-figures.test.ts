import { describe, expect, it } from "vitest";
import { findQuantities } from "../language/quantities.js";
import { formatDate, formatQuantity, prepositionOf, qualifierOf } from "./phrases-figures.js";

function written(text: string, language: "de" | "en", grammar: "plain" | "dative" = "plain"): string | undefined {
  const [quantity] = findQuantities(text);
  return quantity && formatQuantity(quantity, language, grammar);
}

describe("formatQuantity", () => {
  it.each([
    ["23.4 billion euros", "23,4 Milliarden Euro", "23.4 billion euros"],
    ["1 Million Dollar", "1 Million US-Dollar", "1 million US dollars"],
    ["24,000 employees", "24.000", "24,000"],
    ["80 percent", "80 Prozent", "80 percent"],
    ["two decades", "2 Jahrzehnte", "2 decades"],
    ["1 year", "1 Jahr", "1 year"],
    ["36 Stunden", "36 Stunden", "36 hours"],
  ])("writes %s as %s and as %s", (text, german, english) => {
    expect(written(text, "de")).toBe(german);
    expect(written(text, "en")).toBe(english);
  });

  it("gives German time after “seit” its dative", () => {
    expect(written("20 years", "de", "dative")).toBe("20 Jahren");
    expect(written("20 years", "en", "dative")).toBe("20 years");
  });

  it("writes what can be read again as the same quantity", () => {
    for (const text of ["23,456 Milliarden Euro", "1.234.567 Menschen", "0,5 Prozent", "12 Wochen"]) {
      for (const language of ["de", "en"] as const) {
        const again = findQuantities(written(text, language) ?? "");
        expect(again.map(({ normal }) => normal)).toEqual(findQuantities(text).map(({ normal }) => normal));
      }
    }
  });
});

describe("a date", () => {
  it.each([
    ["2026-02-09", "Am 9. Februar 2026", "On 9 February 2026"],
    ["2026-02", "Im Februar 2026", "In February 2026"],
    ["2026", "Im Jahr 2026", "In 2026"],
  ])("stands with its preposition: %s", (normal, german, english) => {
    expect(prepositionOf(normal, "de", "at") + formatDate(normal, "de")).toBe(german);
    expect(prepositionOf(normal, "en", "at") + formatDate(normal, "en")).toBe(english);
  });
});

describe("qualifierOf", () => {
  it.each([
    ["es sind nicht mehr als 40", "höchstens ", "at most "],
    ["there are more than 40", "mehr als ", "more than "],
    ["es sind fast 40", "knapp ", "nearly "],
    ["there are 40", "", ""],
  ])("reads %s", (text, german, english) => {
    expect(qualifierOf(text, text.indexOf("40"), "de")).toBe(german);
    expect(qualifierOf(text, text.indexOf("40"), "en")).toBe(english);
  });
});
