import { describe, expect, it } from "vitest";
import { composed } from "../../../tests/fakes/composing.js";

describe("a definition", () => {
  it("is of what the question ends with, whoever it names before", () => {
    const text =
      "With this patient avatar, care can be planned. The projects develop so-called patient avatars. These are copies of a person's data.";
    const question = "What do Zentrum Nord and Medtech Süd mean by a patient avatar?";
    const { answer } = composed(question, [{ text, language: "en", found: [0, 1] }], { kind: "definition" });
    expect(answer).toBe(
      "The projects develop so-called patient avatars. [1]\nThese are copies of a person's data. [2]",
    );
  });
});
