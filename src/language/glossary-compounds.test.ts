import { describe, expect, it } from "vitest";
import { compoundConcepts, createCompoundIndex } from "./glossary-compounds.js";

const index = createCompoundIndex([
  { form: "vertrag", stem: "vertrag", concept: "agreement" },
  { form: "ertraege", stem: "ertrag", concept: "profit" },
  { form: "kooperation", stem: "kooperation", concept: "collaboration" },
  { form: "sprache", stem: "sprach", concept: "language" },
  { form: "modell", stem: "modell", concept: "model" },
  { form: "personal", stem: "personal", concept: "staff" },
  { form: "sprecher", stem: "sprech", concept: "spokesperson" },
  { form: "rat", stem: "rat", concept: "council" },
]);

describe("compoundConcepts", () => {
  it("finds the first and the last part, over linking letters", () => {
    const found = compoundConcepts("Kooperationsvertrag", "kooperationsvertrag", "kooperationsvertrag", index);
    expect(found).toEqual(["collaboration", "agreement"]);
  });

  it("finds a first part that lost its final e", () => {
    expect(compoundConcepts("Sprachmodell", "sprachmodell", "sprachmodell", index)).toEqual(["language", "model"]);
  });

  it("prefers the longer last part, spelled or inflected", () => {
    const found = compoundConcepts("Rahmenverträge", "rahmenvertraege", "rahmenvertrag", index);
    expect(found).toEqual(["agreement"]);
  });

  it("takes a derivation for another word, not for a compound", () => {
    expect(compoundConcepts("personalisierte", "personalisierte", "personalisiert", index)).toEqual([]);
    expect(compoundConcepts("personalized", "personalized", "person", index)).toEqual([]);
  });

  it("does not find a noun at the end of an adjective's or a verb's stem", () => {
    expect(compoundConcepts("Entsprechende", "entsprechende", "entsprech", index)).toEqual([]);
    expect(compoundConcepts("versprechen", "versprechen", "versprech", index)).toEqual([]);
  });

  it("finds no short parts, and looks into no words that are too short or too long", () => {
    expect(compoundConcepts("Gemeinderat", "gemeinderat", "gemeinderat", index)).toEqual([]);
    expect(compoundConcepts("Vertrag", "vertrag", "vertrag", index)).toEqual([]);
    const endless = `${"x".repeat(10_000)}vertrag`;
    expect(compoundConcepts(endless, endless, endless, index)).toEqual([]);
  });
});
