import { describe, expect, it } from "vitest";
import { sampleRefusal, sampleTrial, UNANSWERED } from "../metrics/sample-trial.js";
import { reliabilityOver } from "./reliability.js";

const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

describe("the reliability of a system", () => {
  // 20 refused by a rule, 2 of them answerable; 10 at .5, half of them answerable; 10 at .9, all answerable.
  const trials = [
    ...many(20, (at) => sampleRefusal({ testCase: at < 2 ? {} : UNANSWERED, confidence: 0 })),
    ...many(10, (at) => sampleTrial({ testCase: at < 5 ? {} : UNANSWERED, confidence: 0.5 })),
    ...many(10, () => sampleTrial({ confidence: 0.9 })),
  ];

  it("is how sure it was against the share of answerable cases, as computed by hand", () => {
    const reliability = reliabilityOver(trials);
    expect(reliability?.bins.map(({ expected, observed }) => [expected, observed.value, observed.trials])).toEqual([
      [0, 0.1, 20],
      [0.5, 0.5, 10],
      [expect.closeTo(0.9, 12), 1, 10],
    ]);
    // (20 · .1 + 10 · 0 + 10 · .1) / 40
    expect(reliability?.calibrationError.value).toBeCloseTo(0.075, 12);
  });

  it("has Wilson's interval around each share, and one around the error", () => {
    const { bins, calibrationError } = reliabilityOver(trials) ?? { bins: [], calibrationError: null };
    expect(bins[1]?.observed.low).toBeCloseTo(0.2366, 4);
    expect(bins[1]?.observed.high).toBeCloseTo(0.7634, 4);
    expect(calibrationError?.low).toBeLessThan(0.075);
    expect(calibrationError?.high).toBeGreaterThan(0.075);
  });

  it("leaves out premises that may be corrected, which are neither answerable nor not", () => {
    const premise = { answerable: false, kind: "false-premise", corrects: true };
    expect(reliabilityOver([...trials, sampleTrial({ testCase: premise, confidence: 1 })])).toEqual(
      reliabilityOver(trials),
    );
  });

  it("is not known of a system that does not tell how sure it is", () => {
    expect(reliabilityOver([sampleTrial(), sampleRefusal()])).toBeNull();
  });
});
