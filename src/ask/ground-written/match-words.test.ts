import { describe, expect, it } from "vitest";
import type { Language } from "../../contracts/document.js";
import { lexicalMatch } from "./match-words.js";
import { contentWords } from "./read-text.js";

function match(said: string, told: string, [from, to]: readonly [Language, Language] = ["de", "de"]): number {
  const [word] = contentWords(said, from);
  if (word === undefined) throw new RangeError("no word");
  return lexicalMatch(word, contentWords(told, to)).lexical;
}

describe("how far a word stands for another one", () => {
  it("is wholly for another form and for another word of the same meaning", () => {
    expect(match("Verträge", "Der Vertrag")).toBe(1);
    expect(match("oncology", "die Onkologie", ["en", "de"])).toBe(1);
    expect(match("leitet", "Sie ist Direktorin")).toBe(1);
  });

  it("is wholly for a compound whose parts are all told", () => {
    expect(match("Krebsversorgung", "cancer care", ["de", "en"])).toBe(1);
  });

  it("is not at all for a compound of another field", () => {
    expect(match("Diabetesversorgung", "die Krebsversorgung")).toBe(0);
  });

  it("is by every part of a hyphenated word", () => {
    expect(match("Chirurgie-Partnerschaft", "eine Partnerschaft in der Radiologie")).toBe(0);
    expect(match("KI-gestützt", "gestützt auf künstliche Intelligenz")).toBe(1);
  });
});
