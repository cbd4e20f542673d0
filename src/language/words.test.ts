import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseWords, spellings } from "./words.js";

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
    "Kranken\u200bhaus Kranken\u2060haus Krankenhaus\u200e",
    "Patienten¹ Patient Patienten²³",
    "A\u0308rzte Ärzte",
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

  it("leaves out the mark of a footnote, and keeps the small digits of a formula", () => {
    expect(stems("CO₂¹, 74.000² und ³", null)).toEqual(["co2", "74000", "und"]);
  });

  it.each(["don't", "don’t", "don‘t", "donʼt"])("reads %s as one word", (text) => {
    expect(analyseWords(text, "en").map(({ surface, stop }) => [surface, stop])).toEqual([[text, true]]);
  });

  it("gives the surface as it stands in the text, whatever spelling it was read in", () => {
    const text = "im Kranken\u200bhaus Mu\u0308nster\u2011Nord";
    expect(analyseWords(text, "de").map(({ surface }) => surface)).toEqual([
      "im",
      "Kranken\u200bhaus",
      "Mu\u0308nster\u2011Nord",
      "Mu\u0308nster",
      "Nord",
    ]);
  });

  it.each(["NFC", "NFD"])("takes capitals for a name in %s, where small letters stand beside them", (form) => {
    expect(analyseWords("Er geht ÜBER Land".normalize(form), "de").map(({ stop }) => stop)).toEqual([
      true,
      false,
      false,
      false,
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

describe("spellings", () => {
  it.each(["NFC", "NFD"])("finds a German name in %s by the three ways in which English texts write it", (form) => {
    const words = analyseWords("Münster".normalize(form), "en").flatMap((word) => spellings(word, "en"));
    expect(words).toEqual(expect.arrayContaining(analyseWords("Muenster Munster", "en").map(({ stem }) => stem)));
  });

  it("leaves a word in German as it is", () => {
    const [word] = analyseWords("Münster", "de");
    expect(word && spellings(word, "de")).toEqual([word?.stem]);
  });
});
