import { expect, it } from "vitest";
import { nuggetRecall } from "./nugget-recall.js";
import { sampleRefusal, sampleTrial, UNANSWERED } from "./sample-trial.js";

const FOUR = {
  facts: [
    { kind: "date", value: "2021-05-03" },
    { kind: "number", value: 24_000 },
    { kind: "percent", value: 80 },
    { kind: "person", value: "Ada Alpha", title: "Dr." },
  ],
};

it("is the share of the facts that are stated", () => {
  const answer = "Dr. Alpha opened it in May 2021, with 24,000 beds, 80 of them new.";
  // The person and the number; neither the day nor "80 percent".
  expect(nuggetRecall.valueOf(sampleTrial({ testCase: FOUR, answer }))).toBe(2 / 4);
});

it("is nothing for a refusal, and not about what no document answers", () => {
  expect(nuggetRecall.valueOf(sampleRefusal({ testCase: FOUR, answer: "Not said: 80 percent" }))).toBe(0);
  expect(nuggetRecall.valueOf(sampleRefusal({ testCase: UNANSWERED }))).toBeNull();
});
