import { describe, expect, it } from "vitest";
import { clusteredMean } from "./clustered-mean.js";
import { clusteredStatistic } from "./clustered-statistic.js";
import { sum } from "./sum.js";

describe("the interval of a statistic", () => {
  const values = Array.from({ length: 120 }, (_, at) => ({ cluster: at % 12, value: (at * 7) % 5 }));

  it("is about that of the mean when the statistic is the mean", () => {
    const own = clusteredStatistic(values, (some) => sum(some.map(({ value }) => value)) / some.length);
    const other = clusteredMean(values);
    expect(own.mean).toBeCloseTo(other.mean, 12);
    expect(own.low).toBeCloseTo(other.low, 1);
    expect(own.high).toBeCloseTo(other.high, 1);
  });

  it("leaves out resamples that have no such statistic", () => {
    const one = [
      { cluster: 1, value: 1 },
      { cluster: 2, value: 0 },
    ];
    const ratio = (some: readonly { readonly value: number }[]) => {
      const all = sum(some.map(({ value }) => value));
      return all === 0 ? Number.NaN : all / some.length;
    };
    expect(clusteredStatistic(one, ratio)).toMatchObject({ mean: 0.5, low: 0.5, high: 1 });
  });
});
