import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseWords, indexWords } from "./words.js";

const LANGUAGES = ["de", "en", null] as const;

function stems(text: string, language: "de" | "en" | null): string[] {
  return analyseWords(text, language).map((word) => word.stem);
}

describe("analyseWords", () => {
  it.each([
    "Haus Häuser Haeuser Hauses",
    "Krankenhaus Krankenhäuser KRANKENHAEUSER",
    "Arzt Ärzte Aerzte Ärztin Ärztinnen Ärzt*innen",
    "Patient Patienten Patientin Patientinnen Patient:innen",
    "Direktor Direktorin Direktoren Direktorinnen",
    "Straße Strasse Straßen",
    "Klinik Kliniken",
    "Partnerschaft Partnerschaften",
    "gegründet gegründete gegründeten",
    "leitet leiten leitete",
    "neue neuen neuer neues",
    "Universität Universitaet Universitäten",
    "Kranken\u00adhaus Krankenhaus",
  ])("meets in one German stem: %s", (forms) => expect(new Set(stems(forms, "de")).size).toBe(1));

  it.each(["hospital hospitals hospital’s hospital's", "collaborate collaboration collaborating", "study studies"])(
    "meets in one English stem: %s",
    (forms) => expect(new Set(stems(forms, "en")).size).toBe(1),
  );

  it.each(["gewinnen Gewinde", "Quelle Qualle", "Feuer Feier"])("keeps apart: %s", (forms) =>
    expect(new Set(stems(forms, "de")).size).toBe(2),
  );

  it("gives the whole and the parts of a hyphenated name, with their places", () => {
    const words = analyseWords("die Muster-Universität", "de");
    expect(words.map(({ surface }) => surface)).toEqual(["die", "Muster-Universität", "Muster", "Universität"]);
    expect(words.map(({ stop }) => stop)).toEqual([true, false, false, false]);
    expect(words[1]?.stem).toBe(stems("Musteruniversität", "de")[0]);
  });

  it("keeps numbers, and words with digits", () => {
    expect(stems("74.000 Betten, 23,4 % und E5, COVID-19", null)).toEqual([
      "74000",
      "betten",
      "23.4",
      "und",
      "e5",
      "covid19",
      "covid",
      "19",
    ]);
  });

  it("does not stem where the language is unknown", () => {
    expect(stems("Kliniken hospitals", null)).toEqual(["kliniken", "hospitals"]);
  });

  it("takes an abbreviation for a name, not for the function word it looks like", () => {
    const stop = (text: string): boolean | undefined => analyseWords(text, "en").at(-1)?.stop;
    expect(stop("Report of the WHO")).toBe(false);
    expect(stop("tell me who")).toBe(true);
    expect(stop("TELL ME WHO")).toBe(true);
  });

  it("gives spans inside the text, their surface, and stems of letters and digits, for any string", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("-", "’s ", "n't", "ä", "1.5", ":innen", "\u00ad"),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom(...LANGUAGES), (pieces, language) => {
        const text = pieces.join("");
        let at = 0;
        for (const { start, end, surface, stem } of analyseWords(text, language)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(start, end)).toBe(surface);
          expect(stem).toMatch(/^[\p{L}\p{N}\p{M}.]+$/u);
          at = start;
        }
      }),
    );
  });

  it("gives the same stems whatever white space surrounds the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(...LANGUAGES), (text, language) => {
        const composed = text.normalize("NFC");
        expect(stems(`\n ${composed}\t `, language)).toEqual(stems(composed, language));
      }),
    );
  });
});

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
    ]);
  });

  it("lets quantities meet across the languages", () => {
    const german = indexWords("Umsatz von 23,4 Milliarden Euro am 30. September 2025", "de");
    const english = indexWords("revenue of €23.4bn on September 30, 2025", "en");
    const shared = german.filter((word) => english.includes(word) && word.startsWith("#"));
    expect(shared).toEqual(["#23400000000_eur", "#2025-09-30", "#2025-09", "#2025"]);
  });

  it("uses the stop words of the language a question is written in", () => {
    expect(indexWords("Wann war die Feier?", "en", "de")).toEqual(["feier"]);
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
