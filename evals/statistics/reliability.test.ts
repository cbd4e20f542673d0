import { describe, expect, it } from "vitest";
import { calibrationError } from "./calibration-error.js";
import { reliabilityOf } from "./reliability.js";

describe("reliability", () => {
  it("has bins of equal size, from the least probable to the most probable", () => {
    const bins = reliabilityOf(Array.from({ length: 100 }, (_, at) => ({ probability: at / 100, right: at >= 50 })));
    expect(bins.map(({ predictions }) => predictions)).toEqual(Array.from({ length: 10 }, () => 10));
    expect(bins[0]?.expected).toBeCloseTo(0.045, 12);
    expect(bins.map(({ observed }) => observed)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  });

  it("finds no error where the share is the probability, and all of it where it never is", () => {
    const half = Array.from({ length: 100 }, (_, at) => ({ probability: 0.5, right: at % 2 === 0 }));
    expect(calibrationError(reliabilityOf(half))).toBeCloseTo(0, 12);
    const wrong = half.map((it) => ({ ...it, probability: 1, right: false }));
    expect(calibrationError(reliabilityOf(wrong))).toBeCloseTo(1, 12);
  });

  it("keeps what has one probability in one bin when told to, in whatever order it comes", () => {
    const nought = Array.from({ length: 25 }, (_, at) => ({ probability: 0, right: at < 5 }));
    const rest = Array.from({ length: 75 }, (_, at) => ({ probability: (at + 1) / 100, right: true }));
    const bins = reliabilityOf([...nought, ...rest], { tiesTogether: true });
    expect(bins.map(({ predictions }) => predictions)).toEqual([25, 5, 10, 10, 10, 10, 10, 10, 10]);
    expect(bins[0]).toEqual({ predictions: 25, expected: 0, observed: 0.2 });
    expect(reliabilityOf([...rest, ...nought].reverse(), { tiesTogether: true })).toEqual(bins);
  });

  it("is the weighted mean of the distances, as computed by hand", () => {
    const bins = [
      { predictions: 3, expected: 0.2, observed: 1 / 3 },
      { predictions: 1, expected: 0.9, observed: 1 },
    ];
    // (3 · 0.1333 + 1 · 0.1) / 4
    expect(calibrationError(bins)).toBeCloseTo(0.125, 12);
    expect(calibrationError([])).toBeNaN();
  });

  it("has a bin for each of fewer predictions than bins", () => {
    const bins = reliabilityOf([
      { probability: 0.9, right: true },
      { probability: 0.1, right: false },
    ]);
    expect(bins).toEqual([
      { predictions: 1, expected: 0.1, observed: 0 },
      { predictions: 1, expected: 0.9, observed: 1 },
    ]);
  });
});
