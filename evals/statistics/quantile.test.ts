import { expect, it } from "vitest";
import { quantile } from "./quantile.js";
import { sum } from "./sum.js";

it("is the value at its place in ascending order, whatever the order given, and never one beyond the greatest", () => {
  const values = [40, 10, 30, 20];
  expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile(values, share))).toEqual([10, 20, 30, 40, 40]);
  expect(values).toEqual([40, 10, 30, 20]);
});

it("is not to be had of no values", () => {
  expect(() => quantile([], 0.5)).toThrow(RangeError);
});

it("of nothing sums up to nothing", () => {
  expect([sum([]), sum([1, 2, 3.5])]).toEqual([0, 6.5]);
});
