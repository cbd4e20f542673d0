import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuantities } from "./quantities.js";

function found(text: string): string[] {
  return findQuantities(text).map(({ kind, normal }) => `${kind} ${normal}`);
}

/** Each row: what it means, and the notations that all mean it. */
const NOTATIONS: readonly (readonly [meaning: string, notations: readonly string[]])[] = [
  [
    "date 2026-02-09",
    [
      "am 9. Februar 2026",
      "on February 9, 2026",
      "9 February 2026",
      "Feb. 9th 2026",
      "the 9th of February 2026",
      "09.02.2026",
      "9.2.2026",
      "9. 2. 2026",
      "09.02.26",
      "2026-02-09",
      "(9.\u00a0Februar 2026)",
      "9.Februar 2026",
      "9.Feb.2026",
      "2026\u201102\u201109",
    ],
  ],
  ["date 2024-02-29", ["29.02.2024", "29 February 2024"]],
  ["date 2026-03-09", ["9. März 2026", "9. Ma\u0308rz 2026", "9. Mä\u00adrz 2026"]],
  ["date 2025-07-07", ["Seeheim, 07.07.2025", "July 7, 2025."]],
  ["date 2026-02", ["im Februar 2026", "in February 2026", "in februar 2026?", "February, 2026", "2026-02"]],
  ["date --09-30", ["am 30. September", "on September 30", "30 September", "Sept. 30th"]],
  ["date 2026-05", ["May 2026", "im Mai 2026"]],
  ["year 2026", ["im Jahr 2026", "in 2026.", "Muster Health 2026", "2026?"]],
  ["year 2030", ["Strategy 2030", "Strategie „2030“"]],
  ["year 2000", ["seit 2000", "im Jahr 2000."]],
  ["number 2000", ["2000 Betten", "2000 beds", "2.000 Betten", "2,000 beds"]],
  [
    "percent 80%",
    [
      "80 %",
      "80%",
      "80 Prozent",
      "80 percent",
      "80 per cent",
      "80\u00a0%",
      "80％",
      "80-prozentige",
      "80‑prozentige",
      "achtzig Prozent",
    ],
  ],
  ["percent 2.5%", ["2,5 %", "2.5 percent"]],
  ["percent 1.125%", ["1,125 Prozent", "1.125 percent"]],
  [
    "amount 23400000000 EUR",
    [
      "23,4 Milliarden Euro",
      "23.4 billion euros",
      "€23.4bn",
      "€ 23.4 billion",
      "EUR 23,4 Mrd.",
      "23,4 Mrd. €",
      "23.400 Millionen Euro",
      "€23.4B",
      "EUR23.4bn",
    ],
  ],
  ["amount 2125000000 EUR", ["2,125 Milliarden Euro", "2.125 billion euros", "2,125 Mrd. €", "2.125 Mio. Euro"]],
  ["amount 5000000 USD", ["$5M", "$5m", "US$ 5 m", "USD5m", "5 Mio. US\u2011Dollar"]],
  ["amount 5000 EUR", ["5 TEUR", "5 T€", "€5k", "5 Tsd. Euro"]],
  ["amount 500 USD", ["500 US-Dollar", "$500", "500 dollars", "USD 500", "US$500", "500 U.S. dollars", "500 $"]],
  [
    "amount 1000000 CHF",
    [
      "eine Million Franken",
      "Eine Million Franken",
      "one million Swiss francs",
      "CHF 1 Mio.",
      "a million Swiss francs",
    ],
  ],
  ["amount 2500000 GBP", ["£2.5 million", "2,5 Millionen Pfund", "£2.5mn"]],
  [
    "number 74000",
    ["74.000", "74,000", "74 000", "74\u202f000", "74'000", "rund 74.000 Beschäftigte", "74000", "74 Tausend"],
  ],
  ["number 12000000", ["12 000 000", "12\u202f000\u202f000", "12\u2007000\u2007000", "12’000’000", "12 Mio."]],
  ["number 1234.5", ["1.234,5", "1,234.5", "1234,5"]],
  ["number 3000000", ["3 Millionen", "3 million", "drei Millionen", "3 Mio."]],
  ["number 12", ["zwölf Kliniken", "twelve hospitals", "zwoelf"]],
  ["number 20", ["zwanzig", "twenty"]],
  ["number 25", ["fünfundzwanzig", "twenty-five", "twenty\u2010five", "Twenty\u2011five"]],
  ["number 100", ["hundert Betten", "a hundred beds"]],
  ["number 200", ["zweihundert", "two hundred"]],
  ["number 17", ["17 Muster Centers", "17"]],
  [
    "duration 20 year",
    [
      "über 20 Jahre",
      "seit 20 Jahren",
      "20 years",
      "20-year",
      "20-jährige",
      "20\u2011jährige",
      "20jährige",
      "zwanzig Jahre",
    ],
  ],
  ["duration 2 decade", ["zwei Jahrzehnte", "two decades", "seit zwei Jahrzehnten", "two-decade"]],
  ["duration 6 month", ["sechs Monate", "six months", "6-month", "6-monatige"]],
  ["duration 3 week", ["3 Wochen", "three weeks"]],
  ["duration 10 day", ["zehn Tage", "10 days", "10-tägige"]],
];

describe("findQuantities", () => {
  for (const [meaning, notations] of NOTATIONS) {
    it.each(notations)(`reads ${meaning} from: %s`, (text) => expect(found(text)).toEqual([meaning]));
  }

  it.each([
    "E5 und COVID-19 und G20",
    "Mustermodell-3000 läuft",
    "Tel. +49 30 1234-5678",
    "Telefon: 030 123456",
    "0251 83-0",
    "https://seeheim.example/2024/12/a.html",
    "info2025@seeheim.example",
    "www.seeheim2030.de",
    "um 10:30",
    "3D-Druck und 5G",
    "ein Haus, eine Klinik, one hospital",
    "Version 1.2.3",
    "it may be in the march",
    "half a million",
    "a quarter of a million",
  ])("finds nothing in: %s", (text) => expect(found(text)).toEqual([]));

  it("finds several in order, each with its place", () => {
    const text =
      "Im Jahr 2025, das am 30. September endete, hatte Muster 74.000 Beschäftigte und 23,4 Milliarden Euro Umsatz.";
    const quantities = findQuantities(text);
    expect(quantities.map(({ surface }) => surface)).toEqual([
      "2025",
      "30. September",
      "74.000",
      "23,4 Milliarden Euro",
    ]);
    for (const { start, end, surface } of quantities) expect(text.slice(start, end)).toBe(surface);
  });

  it("reads both ends of a range", () => {
    expect(found("2020–2025")).toEqual(["year 2020", "year 2025"]);
    expect(found("10 bis 15 Prozent")).toEqual(["number 10", "percent 15%"]);
  });

  it("takes no impossible date for a date", () => {
    expect(found("31.02.2026").join()).not.toContain("date");
    expect(found("29.02.2025").join()).not.toContain("date");
    expect(found("45. Februar 2026")).toEqual(["number 45", "date 2026-02"]);
  });

  it("gives ordered spans inside the text for any string", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.constantFrom(
        "9. ",
        "Februar ",
        "2026",
        "1.234",
        ",5",
        " %",
        "€",
        " Mio. ",
        "20-",
        "year",
        "zwei ",
        "+49 30 ",
        "-",
        ".",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join("");
        let at = 0;
        for (const { start, end, surface } of findQuantities(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(surface);
          at = end;
        }
      }),
      { numRuns: 500 },
    );
  });
});
