import { describe, expect, it } from "vitest";
import { clusteredMean } from "./clustered-mean.js";
import { seededRandom } from "./random.js";

describe("the mean over clusters", () => {
  it("is the mean of all values, not that of the clusters", () => {
    const values = [
      { cluster: 1, value: 1 },
      { cluster: 1, value: 1 },
      { cluster: 1, value: 1 },
      { cluster: 2, value: 0 },
    ];
    expect(clusteredMean(values)).toMatchObject({ mean: 0.75, values: 4 });
  });

  it("has an interval from the worse cluster alone to the better one alone when there are two", () => {
    // Either cluster is drawn twice in a quarter of the resamples, far more often than in one of forty.
    const values = [
      { cluster: 1, value: 0.25 },
      { cluster: 1, value: 0.75 },
      { cluster: 2, value: 0.9 },
    ];
    expect(clusteredMean(values)).toMatchObject({ low: 0.5, high: 0.9 });
  });

  it("knows no doubt when all values are equal", () => {
    const values = [1, 2, 3, 4].map((cluster) => ({ cluster, value: 0.5 }));
    expect(clusteredMean(values)).toEqual({ mean: 0.5, low: 0.5, high: 0.5, values: 4 });
  });

  it("has an interval near that of the normal distribution for many clusters of one value", () => {
    const random = seededRandom(7);
    const values = Array.from({ length: 400 }, (_, cluster) => ({ cluster, value: random() < 0.5 ? 0 : 1 }));
    const { mean, low, high } = clusteredMean(values);
    const half = 1.96 * Math.sqrt((mean * (1 - mean)) / values.length);
    expect(low).toBeCloseTo(mean - half, 1);
    expect(high).toBeCloseTo(mean + half, 1);
    expect(high - low).toBeGreaterThan(1.6 * half);
  });

  it("doubts more when values of a cluster agree than when the same values are each for themselves", () => {
    const alike = Array.from({ length: 200 }, (_, at) => ({ cluster: Math.floor(at / 20), value: at < 100 ? 1 : 0 }));
    const single = alike.map(({ value }, cluster) => ({ cluster, value }));
    const width = (values: typeof alike) => clusteredMean(values).high - clusteredMean(values).low;
    expect(width(alike)).toBeGreaterThan(3 * width(single));
  });

  it("is the same for the same values every time", () => {
    const values = Array.from({ length: 30 }, (_, at) => ({ cluster: at % 7, value: at / 30 }));
    expect(clusteredMean(values)).toEqual(clusteredMean(values));
  });

  it("has nothing to say about no values", () => {
    expect(() => clusteredMean([])).toThrow(RangeError);
  });
});
