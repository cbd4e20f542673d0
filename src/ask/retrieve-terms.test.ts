import { describe, expect, it } from "vitest";
import { indexWords, searchWords } from "../language/index-words.js";
import { createVocabulary } from "../language/vocabulary.js";
import { searchTerms } from "./retrieve-terms.js";

/** With which weight a question finds a word of a text, at best; null when it does not look for it. */
function weightOf(question: string, text: string, word: string): number | null {
  const counts = new Map(indexWords(text, "de").map((each) => [each, 1] as const));
  const terms = searchTerms(searchWords(question, "de"), createVocabulary(counts));
  const [wanted] = indexWords(word, "de");
  const weights = terms
    .flat()
    .flatMap((each) => (typeof each !== "string" && each.word === wanted ? [each.weight] : []));
  return weights.length === 0 ? null : Math.max(...weights);
}

describe("searchTerms", () => {
  it("looks for a word itself above all", () => {
    expect(weightOf("Wo ist die Zyklotronanlage?", "Die Zyklotronanlage steht.", "Zyklotronanlage")).toBe(1);
  });

  it("looks for compounds of a word, and for the parts of a compound, with less weight", () => {
    const compound = weightOf("Wo ist das Zyklotron?", "Die Zyklotronanlage steht.", "Zyklotronanlage");
    const part = weightOf("Wo ist die Zyklotronanlage?", "Ein Zyklotron ist eine Anlage.", "Zyklotron");
    for (const weight of [compound, part]) {
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThan(1);
    }
  });

  it.each(["Zyklotron Anlage", "Zyklotron-Anlage", "zyklotronsanlage Zyklotrons Anlage"])(
    "finds the compound that a question writes as %j",
    (question) => expect(weightOf(question, "Die Zyklotronanlage steht.", "Zyklotronanlage")).toBe(1),
  );

  it("looks for the concept of a word, in which other words and languages meet", () => {
    const concepts = new Set(indexWords("Der Vertrag gilt.", "de").filter((word) => word.startsWith("@")));
    const terms = searchTerms(searchWords("Which contract?", "en"), createVocabulary(new Map()));
    const words = terms.flat().map((each) => (typeof each === "string" ? each : each.word));
    expect(words.filter((word) => concepts.has(word))).not.toEqual([]);
  });

  it("gives every word of a term once", () => {
    const counts = new Map(indexWords("Krebs Krebszentrum Zentrum", "de").map((word) => [word, 1] as const));
    for (const term of searchTerms(searchWords("Krebszentrum Krebs Zentrum", "de"), createVocabulary(counts))) {
      const words = typeof term === "string" ? [term] : term.map(({ word }) => word);
      expect(new Set(words).size).toBe(words.length);
    }
  });
});
