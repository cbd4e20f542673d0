import { describe, expect, it } from "vitest";
import { composed } from "../../../tests/fakes/composing.js";
import { understand } from "../understand.js";
import { asksForNews } from "./news.js";

describe("asksForNews", () => {
  it.each([
    "Was ist neu an der Kooperation?",
    "Was kommt durch die Kooperation hinzu?",
    "Was ändert sich?",
    "What's new about the cooperation?",
    "What is being added?",
    "What will change?",
  ])("%s", (question) => expect(asksForNews(understand({ question }))).toBe(true));

  it.each(["Was ist das neue Zentrum?", "What new centre do they plan?", "Was macht die Klinik?"])(
    "not: %s",
    (question) => expect(asksForNews(understand({ question }))).toBe(false),
  );
});

describe("a question for what is new", () => {
  const question = "Was ist neu an der Kooperation von Klinik Nord und Medtech Süd?";
  const extended = "Die Klinik Nord und Medtech Süd erweitern ihre Kooperation.";

  it("is answered with what a document calls new", () => {
    const called = "Neu an der Kooperation ist die Robotik.";
    expect(composed(question, [{ text: `${extended} ${called}`, found: [0] }]).answer).toBe(`${called} [1]`);
  });

  it("is answered with the change that tells something, where nothing is called new", () => {
    const telling = "Durch die Hinzunahme des Krebszentrums wächst das Angebot für die Versorgung von Kindern.";
    const { answer } = composed(question, [{ text: `${extended} Der Vertrag ist lang. ${telling}`, found: [0] }]);
    expect(answer).toContain(telling);
  });

  it("is answered with the sentence found where nothing tells of a change", () => {
    const text = "Die Kooperation von Klinik Nord und Medtech Süd ist einzigartig.";
    expect(composed(question, [{ text }]).answer).toBe(`${text} [1]`);
  });
});
