import { describe, expect, it } from "vitest";
import { overRefusal } from "../metrics/over-refusal.js";
import { sampleTrial, UNANSWERED } from "../metrics/sample-trial.js";
import { gradeOf } from "../trial.js";
import { bestThreshold, refusingBelow } from "./refuse-below.js";

const good = (confidence: number) =>
  sampleTrial({ answer: "On 3 May 2021. [1]", quotes: [["alpha", "It opened on 3 May 2021."]], confidence });
const unanswered = (confidence: number) =>
  sampleTrial({ testCase: UNANSWERED, answer: "A clinic. [1]", quotes: [["alpha", "A clinic."]], confidence });
const rightOf = (trials: readonly ReturnType<typeof good>[]) => trials.map((trial) => gradeOf(trial).right);

describe("a system with a threshold", () => {
  it("refuses what it was less sure of, and answers the rest as before", () => {
    const trials = [good(0.9), good(0.7), unanswered(0.6)];
    const refusing = refusingBelow(0.7, trials);
    expect(refusing.map(({ answer }) => answer.status)).toEqual(["answered", "answered", "abstained"]);
    expect(refusing[2]).toMatchObject({ excerpts: [], answer: { citations: [], answer: "" } });
    expect(rightOf(refusing)).toEqual([true, true, true]);
    expect(refusing[0]).toBe(trials[0]);
  });

  it("gets the least threshold with which most of the cases are right, as found by trying each", () => {
    // Answering all, 3 of 6 are right. Below .35, two more; below .45, .4 is lost; below .55, .5 is won.
    const trials = [unanswered(0.2), unanswered(0.3), good(0.4), unanswered(0.5), good(0.6), good(0.9)];
    const threshold = bestThreshold(trials);
    expect(threshold).toBeCloseTo(0.35, 12);
    const rights = [0, 0.25, threshold, 0.45, 0.55, 0.7, 1].map(
      (at) => rightOf(refusingBelow(at, trials)).filter(Boolean).length,
    );
    expect(rights).toEqual([3, 4, 5, 4, 5, 4, 3]);
  });

  it("refuses everything where nothing is answerable, and nothing where everything is", () => {
    const none = [unanswered(0.9), unanswered(0.95)];
    expect(rightOf(refusingBelow(bestThreshold(none), none))).toEqual([true, true]);
    const all = [good(0.1), good(0.2)];
    expect(refusingBelow(bestThreshold(all), all).map(overRefusal.valueOf)).toEqual([false, false]);
  });

  it("does not divide cases of which it was equally sure", () => {
    const trials = [good(0.5), unanswered(0.5), unanswered(0.5), good(0.8)];
    expect(refusingBelow(bestThreshold(trials), trials).map(({ answer }) => answer.status)).toEqual([
      "abstained",
      "abstained",
      "abstained",
      "answered",
    ]);
  });
});
