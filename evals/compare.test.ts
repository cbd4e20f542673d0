import { describe, expect, it } from "vitest";
import { compareGrades, comparisonText } from "./compare.js";

const BEFORE = new Map([
  ["stays-right", true],
  ["stays-wrong", false],
  ["lost-1", true],
  ["won-1", false],
  ["won-2", false],
  ["won-3", false],
  ["taken-out", true],
]);
const NOW = new Map([
  ["won-1", true],
  ["won-2", true],
  ["won-3", true],
  ["lost-1", false],
  ["stays-right", true],
  ["stays-wrong", false],
  ["new", false],
]);

describe("a paired comparison", () => {
  const comparison = compareGrades("corpus", BEFORE, NOW);

  it("names the cases that were won and lost, and leaves out what was asked only once", () => {
    expect(comparison).toMatchObject({
      over: "corpus",
      cases: 6,
      won: ["won-1", "won-2", "won-3"],
      lost: ["lost-1"],
    });
  });

  it("says how probable so much change is by chance", () => {
    expect(comparison.p).toBeCloseTo((2 * (1 + 4)) / 16, 12);
  });

  it("is told in words", () => {
    expect(comparisonText(comparison).split("\n")).toEqual([
      "over the corpus: 3 won, 1 lost of 6 cases, p = 0.63",
      "  won: won-1, won-2, won-3",
      "  lost: lost-1",
    ]);
  });
});
