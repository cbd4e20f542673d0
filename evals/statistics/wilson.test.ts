import { describe, expect, it } from "vitest";
import { wilson } from "./wilson.js";

describe("Wilson's interval", () => {
  it("is that of the textbook for 8 of 10", () => {
    const { mean, low, high } = wilson(8, 10);
    expect(mean).toBe(0.8);
    expect(low).toBeCloseTo(0.4902, 4);
    expect(high).toBeCloseTo(0.9433, 4);
  });

  it("stays within nought and one, and doubts even when all are right", () => {
    expect(wilson(10, 10).high).toBeCloseTo(1, 12);
    expect(wilson(10, 10).high).toBeLessThanOrEqual(1);
    expect(wilson(10, 10).low).toBeCloseTo(0.7225, 4);
    expect(wilson(0, 10).low).toBe(0);
  });

  it("has nothing to say about no cases", () => {
    expect(() => wilson(0, 0)).toThrow(RangeError);
  });
});
