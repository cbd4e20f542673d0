import { describe, expect, it } from "vitest";
import { abstentionF1 } from "./abstention-f1.js";
import { METRICS } from "./all.js";
import { estimateOf } from "./estimate.js";
import { nuggetRecall } from "./nugget-recall.js";
import { overRefusal } from "./over-refusal.js";
import { sampleRefusal, sampleTrial, UNANSWERED } from "./sample-trial.js";

const about = (document: string, isStated: boolean) =>
  sampleTrial({
    testCase: { evidence: [{ document, contains: "opened" }] },
    answer: isStated ? "On 3 May 2021." : "In spring.",
  });
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

describe("estimateOf", () => {
  it("gives a share Wilson's interval", () => {
    const trials = [sampleRefusal(), ...many(9, () => sampleTrial())];
    const estimate = estimateOf(overRefusal, trials);
    expect(estimate).toMatchObject({ value: 0.1, trials: 10 });
    // (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), with z = 1.96
    expect(estimate?.low).toBeCloseTo(0.0179, 4);
    expect(estimate?.high).toBeCloseTo(0.4042, 4);
  });

  it("is wider where the questions about a document are alike", () => {
    const alike = many(40, (at) => about(`d${at % 8}`, at % 8 < 4));
    const mixed = many(40, (at) => about(`d${at % 8}`, at < 20));
    const widthOf = (trials: typeof alike) => {
      const estimate = estimateOf(nuggetRecall, trials);
      return estimate === null ? Number.NaN : estimate.high - estimate.low;
    };
    expect(widthOf(alike)).toBeGreaterThan(widthOf(mixed));
  });

  it("keeps a width where all questions are about one document", () => {
    const estimate = estimateOf(
      nuggetRecall,
      many(20, (at) => about("alpha", at % 2 === 0)),
    );
    expect(estimate?.value).toBe(0.5);
    expect(estimate?.low).toBeLessThan(0.5);
    expect(estimate?.high).toBeGreaterThan(0.5);
  });

  it("gives a number of all trials an interval around it, the same each time", () => {
    const trials = many(40, (at) =>
      at % 4 === 0 ? sampleTrial({ testCase: UNANSWERED }) : sampleRefusal({ testCase: UNANSWERED }),
    );
    const estimate = estimateOf(abstentionF1, trials);
    expect(estimate?.value).toBeCloseTo(60 / 70, 12);
    expect(estimate?.low).toBeLessThan(60 / 70);
    expect(estimate?.high).toBeGreaterThan(60 / 70);
    expect(estimateOf(abstentionF1, trials)).toEqual(estimate);
  });

  it("has no value without a trial that a metric is about", () => {
    expect(METRICS.map((metric) => estimateOf(metric, []))).toEqual(METRICS.map(() => null));
    expect(estimateOf(overRefusal, [sampleRefusal({ testCase: UNANSWERED })])).toBeNull();
  });
});

it("knows every metric by an id of its own", () => {
  expect(new Set(METRICS.map(({ id }) => id)).size).toBe(METRICS.length);
});
