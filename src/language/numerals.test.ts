import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNumberWord, parseNumeral, shiftDecimal } from "./numerals.js";

describe("parseNumeral", () => {
  it.each([
    ["7", "7"],
    ["1.234", "1234"],
    ["1,234", "1234"],
    ["74 000", "74000"],
    ["1.234.567,80", "1234567.8"],
    ["1,234,567.80", "1234567.8"],
    ["23,4", "23.4"],
    ["0.125", "0.125"],
    ["3.1415", "3.1415"],
  ])("reads %s as %s", (surface, value) => expect(parseNumeral(surface)).toBe(value));

  it.each(["", "1.2.3", "a1", "1e5", ",5"])("refuses %s", (surface) => expect(parseNumeral(surface)).toBeNull());

  it("reads what German and English notation write of the same number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const value = whole + cents / 100;
        const german = value.toLocaleString("de-DE", { maximumFractionDigits: 2 });
        const english = value.toLocaleString("en-US", { maximumFractionDigits: 2 });
        expect(parseNumeral(german)).toBe(parseNumeral(english));
      }),
    );
  });
});

describe("shiftDecimal", () => {
  it("multiplies by a power of ten without rounding", () => {
    expect(shiftDecimal("23.4", 9)).toBe("23400000000");
    expect(shiftDecimal("0.1234567", 3)).toBe("123.4567");
    expect(shiftDecimal("5", 0)).toBe("5");
  });
});

describe("parseNumberWord", () => {
  it.each([
    ["zwölf", "12"],
    ["Zwoelf", "12"],
    ["dreißig", "30"],
    ["siebenundzwanzig", "27"],
    ["zweihundert", "200"],
    ["twenty-seven", "27"],
    ["Thousand", "1000"],
  ])("reads %s as %s", (word, value) => expect(parseNumberWord(word)).toBe(value));

  it.each(["ein", "eine", "one", "einhorn", "", "constructor"])("knows no number in %s", (word) =>
    expect(parseNumberWord(word)).toBeNull(),
  );
});
