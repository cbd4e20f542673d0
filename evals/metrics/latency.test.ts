import { expect, it } from "vitest";
import { latency } from "./latency.js";
import { sampleTrial } from "./sample-trial.js";

it("is the duration that a share of the questions does not exceed", () => {
  const trials = [40, 10, 30, 20, 100].map((ms) => sampleTrial({ ms }));
  expect(latency(0.5).statisticOf(trials)).toBe(30);
  expect(latency(0.95).statisticOf(trials)).toBe(100);
  expect(latency(0.5).statisticOf([])).toBeNaN();
});
