import { describe, expect, it } from "vitest";
import { composed } from "../../../tests/fakes/composing.js";

describe("an enumeration in a sentence", () => {
  const one = "Die Klinik Nord forscht auf dem Gebiet der Bildgebung.";
  const all = "Das Vorhaben soll die Diagnostik in der Kardiologie, Neurologie und Pädiatrie beschleunigen.";

  it("answers a question for a list where it says more of what is asked than the sentence found", () => {
    const question = "Auf welchen Gebieten soll das Vorhaben die Diagnostik beschleunigen?";
    expect(composed(question, [{ text: `${one} ${all}`, found: [0] }]).answer).toBe(`${all} [1]`);
  });

  it("stands alone where it was found itself", () => {
    const question = "Welche Bereiche soll das Vorhaben in der Diagnostik beschleunigen?";
    expect(composed(question, [{ text: `${all} ${one}`, found: [0, 1] }]).answer).toBe(`${all} [1]`);
  });

  it("does not replace a sentence that says as much", () => {
    const text = "Ziele des Labors sind kurze Wege. Das Labor liegt neben Mensa, Park und Bahnhof.";
    const { answer } = composed("Welche Ziele hat das Labor?", [{ text, found: [0] }]);
    expect(answer).toBe("Ziele des Labors sind kurze Wege. [1]");
  });

  it("is no clause behind a comma", () => {
    const text = "Das Vorhaben nennt die Bildgebung. Die Diagnostik wächst, um Leid und Kosten zu senken.";
    const { answer } = composed("Welche Gebiete nennt das Vorhaben in der Diagnostik?", [{ text, found: [0] }]);
    expect(answer).toBe("Das Vorhaben nennt die Bildgebung. [1]");
  });
});
