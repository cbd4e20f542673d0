import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexWords, searchWords } from "./index-words.js";

const LANGUAGES = ["de", "en", null] as const;

describe("indexWords", () => {
  it("leaves stop words out and adds the normal forms of quantities", () => {
    expect(indexWords("Wer arbeitete am 9. Februar 2026 mit 80 % der 74.000 Patienten?", "de")).toEqual([
      "arbeit",
      "9",
      "februar",
      "2026",
      "80",
      "74000",
      "patient",
      "#2026-02-09",
      "#2026-02",
      "#2026",
      "#80%",
      "#74000",
      "@work",
      "@february",
      "@patient",
    ]);
  });

  it("lets quantities meet across the languages", () => {
    const german = indexWords("Umsatz von 23,4 Milliarden Euro am 30. September 2025", "de");
    const english = indexWords("revenue of €23.4bn on September 30, 2025", "en");
    const shared = german.filter((word) => english.includes(word) && word.startsWith("#"));
    expect(shared).toEqual(["#23400000000_eur", "#2025-09-30", "#2025-09", "#2025"]);
  });

  it("finds a name with an umlaut in an English text however it is spelled", () => {
    const german = indexWords("Schönberg", "en");
    expect(german).toContain(indexWords("Schonberg", "en")[0]);
    expect(german).toContain(indexWords("Schoenberg", "en")[0]);
  });

  it("gives no word with white space, for any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(...LANGUAGES), (text, language) => {
        for (const word of indexWords(text, language)) expect(word).toMatch(/^\S+$/);
      }),
    );
  });
});

describe("searchWords", () => {
  it("uses the stop words of the language that a question is written in", () => {
    expect(searchWords("Wann war die Feier?", "de").map(({ surface }) => surface)).toEqual(["Feier"]);
  });

  it("gives the forms under which documents of either language, and of none, hold a word", () => {
    const [word] = searchWords("Kliniken", "de");
    const held = [...LANGUAGES].map((language) => indexWords("Kliniken", language)[0]);
    expect(word?.forms).toEqual(expect.arrayContaining(held));
  });

  it("meets documents of the other language in its concepts and quantities", () => {
    const asked = searchWords("Welche Krankenhäuser unterzeichneten den Vertrag am 9. Februar 2026?", "de");
    const held = indexWords("The hospitals signed the contract on February 9, 2026.", "en");
    const met = asked.filter(({ forms, concepts }) => [...forms, ...concepts].some((form) => held.includes(form)));
    expect(met.map(({ surface }) => surface)).toEqual(
      expect.arrayContaining(["Krankenhäuser", "unterzeichneten", "Vertrag", "9. Februar 2026"]),
    );
  });

  it("keeps the place of every word in the question", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(...LANGUAGES), (text, language) => {
        for (const { start, end, surface } of searchWords(text, language)) {
          expect(text.slice(start, end)).toBe(surface);
        }
      }),
    );
  });
});
