import { describe, expect, it } from "vitest";
import { composed } from "../../../tests/fakes/composing.js";

const GENERAL = "Medtech Süd und das Zentrum Nord wollen Krankheiten früher erkennen.";
const HEART = "Zunächst wollen die Partner die Früherkennung bei Herzerkrankungen untersuchen.";

describe("a question for what is of some kind", () => {
  it("is answered with the sentence that names one", () => {
    const question = "Mit welcher Krankheit beginnen die Partner zunächst bei der Früherkennung?";
    expect(composed(question, [{ text: `${GENERAL} ${HEART}`, found: [0] }], { kind: "list" }).answer).toBe(
      `${HEART} [1]`,
    );
  });

  it("keeps a sentence that names one, or says more of the question", () => {
    const question = "Welche Krankheit wollen die Partner untersuchen?";
    expect(composed(question, [{ text: `${HEART} ${GENERAL}`, found: [0] }]).answer).toBe(`${HEART} [1]`);
    const other = "Welche Krankheiten wollen Medtech Süd und das Zentrum Nord mit Robotern früher erkennen?";
    expect(composed(other, [{ text: `${GENERAL} ${HEART}`, found: [0] }]).answer).toBe(`${GENERAL} [1]`);
  });
});
