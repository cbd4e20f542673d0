import { expect, it } from "vitest";
import { factAccuracy } from "./fact-accuracy.js";
import { sampleRefusal, sampleTrial, UNANSWERED } from "./sample-trial.js";

const TWO = {
  facts: [
    { kind: "date", value: "2021-05-03" },
    { kind: "number", value: 24_000 },
  ],
};

it("needs every fact, in whatever notation", () => {
  expect(factAccuracy.valueOf(sampleTrial({ testCase: TWO, answer: "Am 3. Mai 2021, mit 24.000 Betten." }))).toBe(true);
  expect(factAccuracy.valueOf(sampleTrial({ testCase: TWO, answer: "On 3 May 2021." }))).toBe(false);
});

it("takes a marker for no figure", () => {
  const testCase = { facts: [{ kind: "number", value: 2 }] };
  expect(factAccuracy.valueOf(sampleTrial({ testCase, answer: "A clinic. [2]" }))).toBe(false);
});

it("finds no fact in a refusal, and is not about what no document answers", () => {
  expect(factAccuracy.valueOf(sampleRefusal({ answer: "Not in the documents. Closest: 3 May 2021" }))).toBe(false);
  expect(factAccuracy.valueOf(sampleRefusal({ testCase: UNANSWERED }))).toBeNull();
});
