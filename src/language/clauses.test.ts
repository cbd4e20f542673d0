import { describe, expect, it } from "vitest";
import { clauseAt, clausesOf } from "./clauses.js";

const textsOf = (sentence: string): string[] => clausesOf(sentence).map(({ start, end }) => sentence.slice(start, end));

describe("clausesOf", () => {
  it.each([
    ["Vera Ott sagt, dass das Zentrum wächst.", ["Vera Ott sagt", "dass das Zentrum wächst."]],
    [
      "The partners said on 7 July that they will cooperate.",
      ["The partners said on 7 July", "that they will cooperate."],
    ],
    ["Das Zentrum, das 2020 eröffnet hat, wächst.", ["Das Zentrum", "das 2020 eröffnet hat, wächst."]],
    ["The centre is planned; it is not open yet.", ["The centre is planned", "it is not open yet."]],
    ["Neu ist (seit 2020) das Zentrum.", ["Neu ist", "seit 2020", "das Zentrum."]],
    ["2025 waren es 38, 2026 sollen es 45 werden.", ["2025 waren es 38", "2026 sollen es 45 werden."]],
    ["It grew – but slowly.", ["It grew", "but slowly."]],
  ])("cuts %s", (sentence, clauses) => {
    expect(textsOf(sentence)).toEqual(clauses);
  });

  it.each([
    "Vier Gebiete sind Bildgebung, Diagnostik, Krebsbehandlung und Therapie.",
    "Die Sprechstunde beginnt um 10:30 Uhr für alle Patient:innen.",
    "The clinic has 1,200 beds and 300 doctors.",
  ])("leaves a list, a number and a joined word in one piece: %s", (sentence) => {
    expect(textsOf(sentence)).toEqual([sentence]);
  });
});

describe("clauseAt", () => {
  it("gives the clause around a place", () => {
    const sentence = "The partners said on 7 July that they will cooperate.";
    const start = sentence.indexOf("7 July");
    expect(clauseAt(sentence, { start, end: start + 6 })).toBe("The partners said on 7 July");
  });
});
