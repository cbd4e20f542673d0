import { describe, expect, it } from "vitest";
import { meanReciprocalRank } from "./mrr.js";
import { ndcgAt10 } from "./ndcg-at-10.js";
import { recallAt } from "./recall-at-k.js";
import { sampleRefusal, sampleTrial, UNANSWERED } from "./sample-trial.js";

const PIECES = ["opened on 3 May 2021", "run by Ada Alpha", "near the lake", "older than Beta"];
const testCase = { evidence: PIECES.map((contains) => ({ document: "alpha", contains })) };
const found = [
  { documentId: "beta", text: "Beta opened on 3 May 2021." }, // another document
  { documentId: "alpha", text: "Alpha opened on 3 May 2021. It is run by\nAda Alpha." }, // two pieces at rank 2
  { documentId: "alpha", text: "Alpha has a garden." },
  { documentId: "alpha", text: "Alpha lies near the lake." }, // one at rank 4
  { documentId: "alpha", text: "Alpha opened on 3 May 2021." }, // found before
];
const trial = sampleTrial({ testCase, found });

describe("retrieval over pieces at ranks 2, 2, 4 and nowhere", () => {
  it("has the recall that is counted by hand", () => {
    expect([1, 2, 5, 10].map((k) => recallAt(k).valueOf(trial))).toEqual([0, 2 / 4, 3 / 4, 3 / 4]);
  });

  it("has the reciprocal rank of the first", () => {
    expect(meanReciprocalRank.valueOf(trial)).toBe(1 / 2);
    expect(meanReciprocalRank.valueOf(sampleTrial({ testCase, found: [] }))).toBe(0);
  });

  it("has the gain of two passages of three", () => {
    const gain = 1 / Math.log2(3) + 1 / Math.log2(5);
    const best = 1 + 1 / Math.log2(3) + 1 / Math.log2(4);
    expect(ndcgAt10.valueOf(trial)).toBeCloseTo(gain / best, 12);
    expect(ndcgAt10.valueOf(sampleTrial({ found: found.slice(1) }))).toBe(1);
  });
});

it("is not measured without a search, over documents in other words, nor for what is not in the documents", () => {
  for (const other of [
    sampleTrial({ testCase }),
    sampleTrial({ testCase, found, over: "originals" }),
    sampleRefusal({ testCase: UNANSWERED, found }),
  ]) {
    expect([recallAt(5), meanReciprocalRank, ndcgAt10].map((metric) => metric.valueOf(other))).toEqual([
      null,
      null,
      null,
    ]);
  }
});
