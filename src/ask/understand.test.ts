import { describe, expect, it } from "vitest";
import { canonicalise } from "../language/canonicalise.js";
import { indexWords } from "../language/index-words.js";
import { plainQuestion, understand } from "./understand.js";

function termsOf(question: string): string[] {
  return understand({ question }).terms.map(({ surface }) => surface);
}

describe("plainQuestion", () => {
  it("has the form in which documents are kept, without white space around it", () => {
    const question = "\u200b Wer\u0007 leitet\u2028das Kranken\u200bhaus Mu\u0308nster\ufeff? \u0000";
    expect(plainQuestion(question)).toBe("Wer leitet\ndas Krankenhaus Münster?");
    expect(canonicalise(plainQuestion(question))).toBe(plainQuestion(question));
  });
});

describe("understand", () => {
  it.each([
    ["Wer is the director von WTZ Münster?", ["director", "WTZ", "Münster"]],
    ["Who ist der Direktor of WTZ Münster?", ["Direktor", "WTZ", "Münster"]],
    ["Who died in the war?", ["died", "war"]],
    ["What did the old man sell?", ["old", "man", "sell"]],
    ["Warum ist es dort still?", ["still"]],
  ])("takes the function words of both languages out of a mixed question, and no other ones: %s", (question, terms) => {
    expect(termsOf(question)).toEqual(terms);
  });

  it.each([
    ["Wie hoch war der Umsatz 2024?", "Am 9. Februar 2024 meldete das Haus seinen Umsatz."],
    ["Was geschah am 9. Februar 2024?", "On February 9, 2024 it opened."],
    ["Who got 23.4 billion euros?", "Es waren 23,4 Milliarden Euro."],
    ["Who has 24,000 employees?", "Das Haus hat 24.000 Beschäftigte."],
  ])("looks a quantity up as a passage is indexed that states it: %s", (question, passage) => {
    const { stems } = understand({ question }).terms.find(({ kind }) => kind === "quantity") ?? { stems: [] };
    expect(stems).toHaveLength(1);
    expect(indexWords(passage, null)).toEqual(expect.arrayContaining([...stems]));
  });

  it("reads the words of the question itself for its language, not those that a conversation brings along", () => {
    const history = [{ role: "user" as const, content: "Wie viele Betten hat die Klinik in Musterhausen?" }];
    const { familiarity } = understand({ question: "Combien de médecins ?", history });
    expect(familiarity.familiar).toBe(0);
  });
});
