import { describe, expect, it } from "vitest";
import { normal, seededRandom } from "./random.js";

describe("the seeded random numbers", () => {
  it("are spread evenly from nought to one", () => {
    const random = seededRandom(1);
    const tenths = new Array<number>(10).fill(0);
    for (let at = 0; at < 20_000; at += 1) {
      const tenth = Math.floor(random() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(tenths).toHaveLength(10);
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it("are the same for the same seed, and others for another", () => {
    const first = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(first(1)).toEqual(first(1));
    expect(first(1)).not.toEqual(first(2));
  });

  it("have the mean and the variance of the standard normal distribution", () => {
    const random = seededRandom(3);
    const values = Array.from({ length: 20_000 }, () => normal(random));
    const mean = values.reduce((total, value) => total + value, 0) / values.length;
    const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });
});
