import { describe, expect, it } from "vitest";
import { spellingMatches, trigramsOf } from "../language/trigrams.js";
import { askedTerms, metTerms } from "./met-terms.js";
import { understand } from "./understand.js";

/** How far each term of a question is met by a text that holds none of them, by its words' matches in the order of the question. */
function met(
  question: string,
  text: string,
  {
    late = null,
    otherLanguage = false,
  }: { readonly late?: readonly number[] | null; readonly otherLanguage?: boolean },
): Record<string, number> {
  const { terms } = understand({ question });
  const asked = askedTerms(terms, wordsOf(question), []);
  const held = terms.map(() => 0);
  const spelled = spellingMatches(asked.spelling, trigramsOf(text));
  const values = metTerms(asked, { held, spelled, late }, otherLanguage);
  return Object.fromEntries(terms.map(({ surface }, at) => [surface, values[at] ?? Number.NaN]));
}

/** All of the same weight. */
function wordsOf(question: string) {
  const words = [...question.matchAll(/\S+/g)];
  return words.map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    state: new Int8Array(2),
    weight: 1 / words.length,
  }));
}

describe("how far a term is met", () => {
  const QUESTION = "Wo liegt Nordtal?";

  it("is all for a word of the same spelling, and nothing for one that is like none", () => {
    expect(met(QUESTION, "Nordtal", {})).toMatchObject({ Nordtal: 1 });
    expect(met(QUESTION, "Kiel", {})).toMatchObject({ Nordtal: 0 });
  });

  it("lies between for a word that is spelled alike", () => {
    const { Nordtal } = met(QUESTION, "Nordthal", {});
    expect(Nordtal).toBeGreaterThan(0);
    expect(Nordtal).toBeLessThan(1);
  });

  it("rises with the nearest word that the model finds", () => {
    const [far, near, nearest] = [0.5, 0.7, 0.95].map(
      (match) => met(QUESTION, "Kiel", { late: [0, 0, match] }).Nordtal,
    );
    expect(far).toBe(0);
    expect(near).toBeCloseTo(0.5);
    expect(nearest).toBe(1);
  });

  it("asks for less across languages, where the model finds nothing as near", () => {
    const late = [0, 0, 0.6];
    const [same = 0, across = 0] = [false, true].map(
      (otherLanguage) => met(QUESTION, "Kiel", { late, otherLanguage }).Nordtal,
    );
    expect(across).toBeGreaterThan(same);
  });

  it("is left to the figure itself for a quantity", () => {
    expect(met("Was geschah 2024?", "2023", { late: [1, 1, 1] })).toMatchObject({ "2024": 0 });
  });
});

describe("the weights of terms", () => {
  const { terms } = understand({ question: "Welche Klinik kooperiert mit Nordtal?" });
  const words = wordsOf("Welche Klinik kooperiert mit Nordtal?");

  it("are those of their words", () => {
    const rarer = words.map((word, at) => ({ ...word, weight: at === 4 ? 0.6 : 0.1 }));
    const { weights } = askedTerms(terms, rarer, []);
    const nordtal = terms.findIndex(({ surface }) => surface === "Nordtal");
    expect(weights[nordtal]).toBe(0.6);
    expect(weights.filter((_, at) => at !== nordtal)).toEqual(terms.slice(1).map(() => 0.1));
  });

  it("are the mean of the others' for a term whose words were not read", () => {
    const { weights } = askedTerms(terms, words.slice(0, 3), []);
    expect(new Set(weights.map((weight) => weight.toFixed(6)))).toEqual(new Set(["0.200000"]));
  });

  it("are those given where the model has read no words", () => {
    const given = terms.map((_, at) => at + 1);
    expect(askedTerms(terms, null, given).weights).toEqual(given);
  });
});
