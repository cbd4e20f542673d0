import { expect, it } from "vitest";
import { forbidden, forbiddenSaid } from "./forbidden.js";
import { sampleRefusal, sampleTrial } from "./sample-trial.js";

const testCase = { never: ["Beta Clinic", "4 June 2020"] };

it("is respected when none of the statements is made, in whatever notation", () => {
  expect(forbidden.valueOf(sampleTrial({ testCase, answer: "On 3 May 2021." }))).toBe(true);
  const broken = sampleTrial({ testCase, answer: "Die BETA CLINIC wurde am 4. Juni 2020 eröffnet." });
  expect(forbidden.valueOf(broken)).toBe(false);
  expect(forbiddenSaid(broken)).toEqual(testCase.never);
});

it("is looked for in refusals too", () => {
  expect(forbidden.valueOf(sampleRefusal({ testCase, answer: "Only the Beta Clinic is mentioned." }))).toBe(false);
});

it("is not about cases that forbid nothing", () => {
  expect(forbidden.valueOf(sampleTrial())).toBeNull();
});
