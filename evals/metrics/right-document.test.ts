import { expect, it } from "vitest";
import { rightDocument } from "./right-document.js";
import { sampleRefusal, sampleTrial, UNANSWERED } from "./sample-trial.js";

it("is one that holds the evidence, among whatever else is cited", () => {
  const [alpha, beta] = [["alpha", "A."] as const, ["beta", "B."] as const];
  expect(rightDocument.valueOf(sampleTrial({ quotes: [beta, alpha] }))).toBe(true);
  expect(rightDocument.valueOf(sampleTrial({ quotes: [beta] }))).toBe(false);
});

it("is asked of answers to answerable questions alone", () => {
  expect(rightDocument.valueOf(sampleRefusal())).toBeNull();
  expect(rightDocument.valueOf(sampleTrial({ testCase: UNANSWERED }))).toBeNull();
});

it("goes by the id that the document has where it was asked", () => {
  const trial = sampleTrial({ quotes: [["001_alpha", "A."]] });
  expect(rightDocument.valueOf({ ...trial, idOf: (document) => `001_${document}` })).toBe(true);
});
