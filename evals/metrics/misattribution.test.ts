import { expect, it } from "vitest";
import { misattribution } from "./misattribution.js";
import { sampleRefusal, sampleTrial } from "./sample-trial.js";

const QUOTES = [
  ["alpha", "Alpha was opened on May 3, 2021."],
  ["beta", "Beta is older."],
] as const;

it("is a fact marked with a quotation that does not state it", () => {
  expect(misattribution.valueOf(sampleTrial({ answer: "It opened on 3 May 2021. [1]", quotes: QUOTES }))).toBe(false);
  expect(misattribution.valueOf(sampleTrial({ answer: "It opened on 3 May 2021. [2]", quotes: QUOTES }))).toBe(true);
  expect(misattribution.valueOf(sampleTrial({ answer: "It opened on 3 May 2021. [2][1]", quotes: QUOTES }))).toBe(
    false,
  );
});

it("looks at each line by itself", () => {
  const answer = "Opened on 3 May 2021. [2]\nSee also: 3 May 2021. [1]";
  expect(misattribution.valueOf(sampleTrial({ answer, quotes: QUOTES }))).toBe(true);
});

it("takes what a document is called for said by it", () => {
  const title = "Alpha opens on 3 May 2021";
  const trial = sampleTrial({
    answer: "In “Alpha opens on 3 May 2021”: a clinic. [1]",
    quotes: [["alpha", "A clinic."]],
    title,
  });
  expect(misattribution.valueOf(trial)).toBe(false);
});

it("is not about refusals, nor about facts that no text holds", () => {
  expect(misattribution.valueOf(sampleRefusal())).toBeNull();
  expect(misattribution.valueOf(sampleTrial({ testCase: { facts: [{ kind: "verdict", value: "no" }] } }))).toBeNull();
});
