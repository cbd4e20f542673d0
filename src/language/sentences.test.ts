import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "./sentences.js";

/** Splits a text written with "|" between its sentences, and writes it back the same way. */
function split(marked: string): string {
  const text = marked.replaceAll(" | ", " ");
  return splitSentences(text)
    .map(({ start, end }) => text.slice(start, end))
    .join(" | ");
}

const MARKED = [
  // Abbreviations
  "Das gilt z. B. Montag, d. h. immer. | Es kamen u. a. Herr Ott bzw. Frau Lee. | Ca. 40 Gäste blieben.",
  "Haus Nr. 5 steht in St. Gallen. | Dr. Müller und Prof. Dr. med. Vera Ott sprechen.",
  "Univ.-Prof. Dr. h. c. mult. Hans Ott und Dipl.-Ing. Eva Ott kamen. | Danach sprach PD Dr. rer. nat. Ina Lee.",
  "Mr. Smith, i.e. Bob, joined the U.S. Department at Muster Inc. | The rest stayed, e.g. Ms. Lee.",
  "It opens at 10 a.m. | The doors close at 5 p.m. in Rome.",
  "Es kostet 3 Mio. Euro. | Sie zahlten 2 Mio. | Das ist viel.",
  "Die Muster GmbH & Co. KG wächst. | Partner ist die Muster AG. | Patienten kommen gern.",
  "Der Bau beginnt im Okt. 2026. | Er endet im Dez. | Die Feier folgt.",
  // Initials and labels
  "Heyo K. Muster und John F. Beispiel kamen. | Raymond S. Lee blieb.",
  "Es fehlt Vitamin C. | Danach kam Hepatitis B. | Patienten wurden geimpft.",
  // Numbers, ordinals, dates
  "Sie begann am 1. Januar. | Am 9. Februar 2026 und im 3. Quartal stieg sie.",
  "Es war im frühen 18. Jahrhundert. | So war es im Jahr 2025. | Danach fiel es.",
  "Es kamen 20. | Die anderen blieben. | 2030 endet es. | 12 Kliniken sind dabei.",
  "Es waren 23,4 oder 74.000 oder 3.5 Meter. | Mehr unter seeheim.com. | Oder https://a.example/b.c?d=e.f.",
  "Am 9. 2. 2026 war es. | Er ist Nr. 1. | Sie auch.",
  // Ellipses, brackets, quotations
  "Er ging … Maria blieb. | Sie ging… | Er blieb. | Wait... | The end.",
  "He is here to . . . submit. | Then he left.",
  "Danach (er kam.) | Dann sagte sie “Yes.” | He left. | „So ist es.“ | Er ging.",
  "„Wir freuen uns“, sagte Vera Ott. | “We are glad,” said Jane Lee.",
  "„Wir gehen voran!“, betont Vera Ott. | “Are we glad?” Smith asked. | »Ja.« – Vera Ott, Direktorin",
  "Was? | Nein! | Ja (!) Karl. | Wirklich?! | eHealth hilft.",
  "So war es.¹ | Es blieb so.”²³ | Danach kam Prof. Dr.\u00a0Ott am 9.\u202fMa\u0308rz. | Ende.",
  "Das ist belegt.[12] | Es gilt weiter. | Siehe dort. | www.seeheim.example",
];

const SEEDS = "../shared/seeds";

describe("splitSentences", () => {
  it.each(MARKED)("%s", (marked) => expect(split(marked)).toBe(marked));

  it("ends a sentence at a blank line and before a list item, not at a line that wraps", () => {
    const text =
      "Die Partner:\n- eins\n- zwei\n  weiter\n\nEin Absatz über\nzwei Zeilen am\n2. Februar\n  • Punkt\r\n \r\nEnde";
    expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "Die Partner:",
      "- eins",
      "- zwei\n  weiter",
      "Ein Absatz über\nzwei Zeilen am\n2. Februar",
      "• Punkt",
      "Ende",
    ]);
  });

  it("keeps the number of a list item with its text", () => {
    expect(split("1. Erster Punkt. | 2. Zweiter Punkt.")).toBe("1. Erster Punkt. | 2. Zweiter Punkt.");
  });

  it("stays within the range and keeps the offsets of the text", () => {
    const text = "Eins. Zwei. Drei.";
    expect(splitSentences(text, { start: 6, end: 11 })).toEqual([{ start: 6, end: 11 }]);
  });

  it("covers every character that is not white space, in order, without overlap", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom(". ", "! ", "… ", "\n", "\n\n", "“ ", "z. B. ", "1. ", "• ", "- ", "Dr. ", "A. ", "(", ".) "),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(20), (pieces, from) => {
        const text = pieces.join("");
        const range = { start: Math.min(from, text.length), end: text.length };
        let at = range.start;
        for (const { start, end } of splitSentences(text, range)) {
          expect(text.slice(at, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          at = end;
        }
        expect(at).toBeLessThanOrEqual(range.end);
        expect(text.slice(at, range.end).trim()).toBe("");
      }),
    );
  });

  it("gives the same sentences whatever white space surrounds the text", () => {
    for (const marked of MARKED) {
      const text = marked.replaceAll(" | ", " ");
      const shifted = splitSentences(` \n${text}\t \n`).map(({ start, end }) => ({ start: start - 2, end: end - 2 }));
      expect(shifted).toEqual(splitSentences(text));
    }
  });

  it.skipIf(!existsSync(SEEDS))("never ends a sentence after a title or an initial in real press releases", () => {
    for (const file of readdirSync(SEEDS)) {
      const text = readFileSync(`${SEEDS}/${file}`, "utf8");
      for (const { start, end } of splitSentences(text)) {
        expect(text.slice(start, end)).not.toMatch(/\b(?:Dr|Prof|z\. ?B|\p{Lu}|\d{1,2})\.$/u);
      }
    }
  });
});
