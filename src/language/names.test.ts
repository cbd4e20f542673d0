import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findNames } from "./names.js";

function names(text: string, language: "de" | "en" | null): string[] {
  return findNames(text, language).map(
    ({ kind, title, surface }) => `${kind}: ${title === null ? "" : `(${title}) `}${surface}`,
  );
}

describe("findNames", () => {
  it.each<readonly [text: string, expected: readonly string[]]>([
    ["Das sagte Prof. Dr. med. Vera Ott.", ["person: (Prof. Dr. med.) Vera Ott"]],
    ["Die Teamarbeit betont Professorin Vera Ott.", ["person: (Professorin) Vera Ott"]],
    ["Was sagt Frau Ott dazu?", ["person: (Frau) Ott"]],
    ["Er traf Dr. Ida Ott und Herrn Prof. Lee.", ["person: (Dr.) Ida Ott", "person: (Herrn Prof.) Lee"]],
    ["„Wir freuen uns“, sagte Ilvy Beispiel.", ["person: Ilvy Beispiel"]],
    ["Das meint Ilvy Beispiel, ärztliche Direktorin in Seeheim.", ["person: Ilvy Beispiel", "place: Seeheim"]],
    ["Es sprach Geschäftsführerin Ilvy Beispiel.", ["person: Ilvy Beispiel"]],
    ["Emil von Muster leitet das Haus.", ["person: Emil von Muster"]],
    ["Das Klinikum Seeheim wächst.", ["organisation: Klinikum Seeheim"]],
    ["Die Freie Universität Musterstadt forscht.", ["organisation: Freie Universität Musterstadt"]],
    [
      "Die Muster Pharma AG und die Beispiel & Söhne GmbH wachsen.",
      ["organisation: Muster Pharma AG", "organisation: Beispiel & Söhne GmbH"],
    ],
    ["Das Tumorzentrum (WTZ) nutzt KI und IT laut Teil II.", ["abbreviation: WTZ"]],
    ["Die WTZ-Direktorin kommt.", ["abbreviation: WTZ"]],
    ["Die WTZ\u2011Direktorin Prof.\u2009Vera\u202fOtt.", ["abbreviation: WTZ", "person: (Prof.) Vera\u202fOtt"]],
    ["Das meint Vera Ott, a\u0308rztliche Direktorin.", ["person: Vera Ott"]],
    ["Patienten aus Bayern und in Frankfurt am Main.", ["place: Bayern", "place: Frankfurt am Main"]],
    ["Die App MusterApp hilft.", ["other: MusterApp"]],
    ["Laufzeit Muster Nordwest", ["other: Muster Nordwest"]],
    ["Muster Health erzielte 3 Milliarden Euro Umsatz.", ["organisation: Muster Health"]],
    ["Umsatz Muster Health 2025", ["organisation: Muster Health"]],
    ["Kauft Muster Health das Klinikum Seeheim?", ["organisation: Muster Health", "organisation: Klinikum Seeheim"]],
  ])("reads German: %s", (text, expected) => expect(names(text, "de")).toEqual(expected));

  it.each([
    "Die Behandlung der Patienten braucht Zusammenarbeit und Forschung.",
    "Künstliche Intelligenz verändert die Diagnostik.",
    "Neue Verfahren helfen.",
    "Wann begann die Partnerschaft?",
    "Die Klinik für Radiologie und das Institut für Physik.",
    "Vertragsdauer Musterhausen",
    "Neun Monate später waren es 20 Millionen Euro.",
  ])("finds no name in German: %s", (text) => expect(names(text, "de")).toEqual([]));

  it.each<readonly [text: string, expected: readonly string[]]>([
    ["“We are glad,” said Jane Lee.", ["person: Jane Lee"]],
    ["Ilvy J. Sample, chairman of the board, agrees.", ["person: Ilvy J. Sample"]],
    ["CEO Ilvy Sample left.", ["person: Ilvy Sample"]],
    ["Dr. Sample and Mr. Ott met.", ["person: (Dr.) Sample", "person: (Mr.) Ott"]],
    [
      "The University of Samplefield works with Sample Health Inc.",
      ["organisation: University of Samplefield", "organisation: Sample Health Inc."],
    ],
    ["They met in Samplefield and in Germany.", ["place: Samplefield", "place: Germany"]],
    ["What did Samplecorp’s team do in January?", ["other: Samplecorp"]],
    ["The U.S. market grows with AI-based tools.", ["place: U.S."]],
    ["Sampleco grew. Then Sampleco shrank.", ["other: Sampleco", "other: Sampleco"]],
  ])("reads English: %s", (text, expected) => expect(names(text, "en")).toEqual(expected));

  it.each(["Doctors treat patients.", "However, it was January.", "Screening programs are developed.", "WHAT IS THIS"])(
    "finds no name in English: %s",
    (text) => expect(names(text, "en")).toEqual([]),
  );

  it("gives ordered spans inside the text with their surface, for any string", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.constantFrom(
        "Dr. ",
        "med. ",
        "Vera ",
        "von ",
        "WTZ",
        "-",
        "Klinik ",
        "of ",
        "& ",
        ", Leiter ",
        "sagte ",
        ". ",
        "– ",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom("de", "en", null), (pieces, language) => {
        const text = pieces.join("");
        let at = 0;
        for (const { start, end, surface } of findNames(text, language)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(surface);
          at = end;
        }
      }),
    );
  });
});
