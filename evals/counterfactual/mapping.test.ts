import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuantities } from "../../src/language/quantities.js";
import { corpusDocuments, corpusMapping, counterfactualDocuments, SEED } from "./documents.js";
import type { Mapping } from "./mapping.js";
import { readRenamings } from "./names.js";

const SEEDS = [SEED, 2, 3, 5, 8, 13];
const MAPPINGS = SEEDS.map(corpusMapping);
const OLD = corpusDocuments()
  .map(({ name, text }) => `${name}\n${text}`)
  .join("\n");

const NAMES = readRenamings().map(
  ({ forms, isWord }) =>
    new RegExp(
      `(?<!\\p{L})(?:${forms.join("|")})${isWord ? "(?!\\p{L})" : "(?:e?r?s?|e[nm])(?!\\p{L})"}`,
      isWord ? "u" : "iu",
    ),
);

/** Dates, years and figures, without those of small lists, in the form in which all notations meet. */
function valuesOf(text: string): string[] {
  const found = findQuantities(text).filter(({ kind, normal }) => kind !== "number" || Number(normal) >= 10);
  return found.map(({ kind, normal }) => `${kind} ${normal}`);
}

const OLD_VALUES = new Set(valuesOf(OLD));

const remains = (text: string): string[] => [
  ...valuesOf(text).filter((value) => OLD_VALUES.has(value)),
  ...NAMES.flatMap((name) => name.exec(text)?.[0] ?? []),
];

describe("the counterfactual corpus", () => {
  it("holds no name, no date and no figure of the corpus, whatever the seed", () => {
    for (const mapping of MAPPINGS) {
      const text = counterfactualDocuments(mapping)
        .map((it) => `${it.name}\n${it.text}`)
        .join("\n");
      expect(remains(text)).toEqual([]);
      expect(valuesOf(text)).toHaveLength(valuesOf(OLD).length);
    }
  });

  it("is the same to the byte for the same seed, and another for another one", () => {
    const written = (seed: number) => JSON.stringify(counterfactualDocuments(corpusMapping(seed)));
    const [one, ...others] = SEEDS.map(written);
    expect(written(SEED)).toBe(one);
    expect(new Set([one, ...others]).size).toBe(SEEDS.length);
  });

  it("keeps every line, and so every heading and list", () => {
    for (const [at, { text }] of counterfactualDocuments(corpusMapping(SEED)).entries()) {
      const lines = corpusDocuments()[at]?.text.split("\n") ?? [];
      expect(text.split("\n")).toHaveLength(lines.length);
      expect(text.split("\n").map((line) => /^[#\-\s]*/.exec(line)?.[0])).toEqual(
        lines.map((line) => /^[#\-\s]*/.exec(line)?.[0]),
      );
    }
  });

  it("keeps the order of dates and of figures of one sort", () => {
    const orderOf = (values: readonly string[]) => values.map((value) => values.filter((it) => it < value).length);
    const ranks = (text: string, kind: string) => {
      const found = findQuantities(text).filter((it) => it.kind === kind);
      const numbers = found.map(({ normal }) => normal.replace(/^\d+(?=$| )/, (digits) => digits.padStart(12, "0")));
      return orderOf(numbers);
    };
    for (const text of MAPPINGS.map((mapping) => mapping.text(OLD))) {
      for (const kind of ["date", "year", "amount", "duration"]) expect(ranks(text, kind)).toEqual(ranks(OLD, kind));
    }
  });

  it("ends each fiscal year in the year that it is named after", () => {
    for (const mapping of MAPPINGS) {
      const ends = [...mapping.text(OLD).matchAll(/(?:Fiscal year|Das Geschäftsjahr) (\d{4}) .*? \p{L}+ (\d{4})\./gu)];
      expect(ends).toHaveLength(2);
      for (const [, year, end] of ends) expect(end).toBe(year);
    }
  });
});

/** One thing of the corpus in many notations. */
const NOTATIONS = {
  date: ["9. Februar 2026", "9 February 2026", "February 9, 2026", "09.02.2026", "2026-02-09", "9th of February 2026"],
  other: [
    "30. September 2025",
    "30 September 2025",
    "September 30, 2025",
    "30.09.2025",
    "Geschäftsjahr 2024",
    "FY 2025",
  ],
  years: ["20 Jahre", "zwanzig Jahre", "20 years", "twenty years", "20-year"],
  people: ["74.000", "74,000", "72000", "24.000", "180", "80 Prozent", "80 %", "80 percent", "100", "17"],
  money: ["23,4 Milliarden Euro", "23.4 billion euros", "€22.4 billion", "22.400.000.000 Euro"],
  name: [
    "Siemens Healthineers",
    "siemens",
    "Charité",
    "charite",
    "UKM",
    "WTZ",
    "Münsters",
    "Osnabrücker",
    "Northwestern",
  ],
  person: ["Prof. Heyo K. Kroemer", "Kowal", "Annalen Bleckmann", "Montag", "Block", "James Carr"],
} as const;

describe("a mapping", () => {
  it("leaves no old value in any text, in whatever notations it is written", () => {
    const part = fc.constantFrom(...Object.values(NOTATIONS).flat());
    const link = fc.constantFrom(" und ", ", ", " (", ") ", " – ", " seit ", " with ", "\n");
    const text = fc.array(fc.tuple(part, link), { minLength: 1, maxLength: 6 }).map((parts) => parts.flat().join(""));
    fc.assert(
      fc.property(text, fc.constantFrom(...MAPPINGS), (old, mapping: Mapping) => {
        // Before a date, "Montag" is a weekday and no name; a figure before "€" is of euros.
        fc.pre(!/Montag\W+(?:\d|September|February)|\d\s+€/.test(old));
        expect(remains(old)).not.toEqual([]);
        expect(remains(mapping.text(old))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("says the same of a value in whatever notation it is written", () => {
    for (const mapping of MAPPINGS) {
      for (const notations of [NOTATIONS.date, ["20 Jahre", "twenty years", "zwanzig Jahre"], ["74.000", "74,000"]]) {
        expect(new Set(notations.flatMap((notation) => valuesOf(mapping.text(notation)))).size).toBe(1);
      }
    }
  });
});
