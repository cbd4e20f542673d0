import { describe, expect, it } from "vitest";
import { composed } from "../../../tests/fakes/composing.js";

const OTHER = "„Die Robotik entlastet uns“, sagt Jan Keller, Leiter der Klinik Nord.";
const OWN = "„Die Robotik spart Zeit“, sagt Vera Ott, CEO von Medtech Süd.";

describe("a question for a statement", () => {
  it("is answered with what the one with the position says, whoever else was found", () => {
    const question = "Was sagt der CEO von Medtech Süd über die Robotik?";
    expect(composed(question, [{ text: `${OTHER} ${OWN}`, found: [0, 1] }], { kind: "statement" }).answer).toBe(
      `${OWN} [1]`,
    );
    expect(composed(question, [{ text: `${OTHER} ${OWN}`, found: [0] }], { kind: "statement" }).answer).toBe(
      `${OWN} [1]`,
    );
  });

  it("is answered with what was found where nothing of the speaker is", () => {
    const question = "Was sagt der CEO von Medtech West über die Robotik?";
    expect(composed(question, [{ text: OTHER }], { kind: "statement" }).answer).toBe(`${OTHER} [1]`);
  });
});
