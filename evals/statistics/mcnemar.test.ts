import { describe, expect, it } from "vitest";
import { mcnemarExact } from "./mcnemar.js";

describe("mcnemarExact", () => {
  it("is 1 when nothing changed, and when as much was won as lost", () => {
    expect(mcnemarExact(0, 0)).toBe(1);
    expect(mcnemarExact(4, 4)).toBe(1);
  });

  it.each([
    { won: 1, lost: 0, p: 1 }, // 2 · 1/2
    { won: 5, lost: 0, p: 2 / 32 }, // one way of 32, twice
    { won: 0, lost: 6, p: 2 / 64 },
    { won: 1, lost: 9, p: (2 * (1 + 10)) / 1024 }, // C(10,0) + C(10,1) = 11 of 1024
    { won: 7, lost: 2, p: (2 * (1 + 9 + 36)) / 512 },
  ])("of $won won and $lost lost is $p by hand", ({ won, lost, p }) => {
    expect(mcnemarExact(won, lost)).toBeCloseTo(p, 12);
    expect(mcnemarExact(lost, won)).toBe(mcnemarExact(won, lost));
  });

  it("holds for as many cases as there are", () => {
    expect(mcnemarExact(400, 10)).toBeGreaterThan(0);
    expect(mcnemarExact(400, 10)).toBeLessThan(1e-90);
  });

  it.each([
    [-1, 2],
    [0.5, 1],
  ])("refuses %d and %d, which are no counts", (won, lost) => {
    expect(() => mcnemarExact(won, lost)).toThrow(RangeError);
  });
});
