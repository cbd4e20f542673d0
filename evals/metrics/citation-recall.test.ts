import { expect, it } from "vitest";
import { citationRecall } from "./citation-recall.js";
import { sampleRefusal, sampleTrial } from "./sample-trial.js";

const THREE = {
  facts: [
    { kind: "date", value: "2021-05-03" },
    { kind: "number", value: 24_000 },
    { kind: "percent", value: 80 },
  ],
};

it("is the share of the stated facts that a quotation states too", () => {
  const quotes = [["alpha", "Die Klinik wurde am 3. Mai 2021 eröffnet."]] as const;
  const answer = "It opened on 3 May 2021 with 24,000 beds. [1]";
  expect(citationRecall.valueOf(sampleTrial({ testCase: THREE, answer, quotes }))).toBe(1 / 2);
});

it("is not about answers that state none, nor about verdicts and refusals", () => {
  expect(citationRecall.valueOf(sampleTrial({ testCase: THREE, answer: "A clinic." }))).toBeNull();
  const verdict = { facts: [{ kind: "verdict", value: "yes" }] };
  expect(citationRecall.valueOf(sampleTrial({ testCase: verdict, answer: "Yes." }))).toBeNull();
  expect(citationRecall.valueOf(sampleRefusal())).toBeNull();
});
