import { expect, it } from "vitest";
import { auroc } from "./auroc.js";

it("is the share of pairs in order, ties counting half, as computed by hand", () => {
  expect(auroc([0.9, 0.8], [0.1, 0.2])).toBe(1);
  expect(auroc([0.1], [0.9])).toBe(0);
  // In order: .9 > .3, .9 > .5, .4 > .3; not: .4 < .5.
  expect(auroc([0.9, 0.4], [0.3, 0.5])).toBe(3 / 4);
  // .5 = .5 counts half, .5 > .1 whole.
  expect(auroc([0.5], [0.5, 0.1])).toBe(3 / 4);
});

it("is a half where every score is the same", () => {
  expect(auroc([1, 1, 1], [1, 1])).toBe(0.5);
});

it("is not a number where there is nothing to compare with", () => {
  expect(auroc([0.5], [])).toBeNaN();
});
