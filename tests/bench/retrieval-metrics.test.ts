import { describe, expect, it } from "vitest";
import { METRIC_NAMES, METRICS, rankOf } from "../../bench/retrieval/metrics.js";

describe("the rank of the relevant result", () => {
  const results = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"];

  it("counts from one", () => {
    expect(rankOf("a", results)).toBe(1);
    expect(rankOf("j", results)).toBe(10);
  });

  it("is none beyond the tenth, and none when it was not found", () => {
    expect(rankOf("k", results)).toBeNull();
    expect(rankOf("z", results)).toBeNull();
  });
});

describe("the metrics", () => {
  const worth = (rank: number | null) => METRIC_NAMES.map((name) => METRICS[name](rank));

  it("are all one for the first place, and all none for no place", () => {
    expect(worth(1)).toEqual([1, 1, 1, 1]);
    expect(worth(null)).toEqual([0, 0, 0, 0]);
  });

  it("discount the third place by log2(4) and by three", () => {
    expect(worth(3)).toEqual([0.5, 0, 1, 1 / 3]);
  });

  it("end recall at five with the fifth place", () => {
    expect([4, 5, 6].map((rank) => METRICS["R@5"](rank))).toEqual([1, 1, 0]);
  });

  it("discount the seventh place to a third", () => {
    expect(METRICS["nDCG@10"](7)).toBeCloseTo(1 / 3, 12);
  });
});
