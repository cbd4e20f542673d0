import { expect, it } from "vitest";
import { right } from "./right.js";
import { sampleRefusal, sampleTrial, UNANSWERED } from "./sample-trial.js";

it("is an answer with every fact and the evidence, and a refusal of what no document answers", () => {
  const quotes = [["alpha", "Alpha opened on 3 May 2021."]] as const;
  expect(right.valueOf(sampleTrial({ answer: "On 3 May 2021. [1]", quotes }))).toBe(true);
  expect(right.valueOf(sampleTrial({ answer: "On 4 May 2021. [1]", quotes }))).toBe(false);
  expect(right.valueOf(sampleRefusal())).toBe(false);
  expect(right.valueOf(sampleRefusal({ testCase: UNANSWERED }))).toBe(true);
  expect(right.valueOf(sampleTrial({ testCase: UNANSWERED, answer: "On 3 May 2021. [1]", quotes }))).toBe(false);
});
