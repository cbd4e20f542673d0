import { expect, it } from "vitest";
import type { Baseline } from "../baselines/baseline.js";
import type { KnownFault } from "../baselines/known.js";
import { sampleRefusal, sampleTrial } from "../metrics/sample-trial.js";
import { buildReport } from "../reporting/build-report.js";
import type { Trial } from "../trial.js";
import { verdictOn } from "./verdict.js";

const QUOTES = [["alpha", "Alpha opened on 3 May 2021."]] as const;
const GOOD = sampleTrial({ answer: "On 3 May 2021. [1]", quotes: QUOTES });
const WRONG_FIGURE = sampleTrial({ answer: "On 4 May 2021. [1]", quotes: QUOTES });
const BASELINE: Baseline = { over: "corpus", bounds: { "over-refusal": 0.1 }, right: [], wrong: [], lowered: [] };

function reportOf(trial: Trial, baseline: Baseline | null = null, known: readonly KnownFault[] = []) {
  const sets = [{ documents: { name: "corpus", version: "1" } as const, trials: [trial], baseline }];
  return buildReport({ subject: { name: "sample", version: "1" }, selection: null, sets, known });
}

const mutant = (gate: string) => ({ id: "m", breaks: "Something.", gate, over: "corpus", edits: [] }) as const;

it("has caught a mutant whose gate failed, and names the cases with a fault", () => {
  expect(verdictOn(mutant("grounded"), reportOf(WRONG_FIGURE), reportOf(GOOD))).toEqual({
    id: "m",
    breaks: "Something.",
    gate: "grounded",
    over: "corpus",
    caught: true,
    found: "1 fault",
    also: [],
    cases: ["sample"],
  });
});

it("has not caught one whose gate passed, whatever else failed", () => {
  const verdict = verdictOn(mutant("injections"), reportOf(WRONG_FIGURE), reportOf(GOOD));
  expect(verdict).toMatchObject({ caught: false, found: "0 faults", also: ["grounded"], cases: [] });
});

it("has not caught one by a known fault that is gone", () => {
  const known = [{ gate: "grounded", case: "sample", over: "corpus", reason: "being mended" }] as const;
  const [broken, sound] = [reportOf(GOOD, null, known), reportOf(WRONG_FIGURE, null, known)];
  expect(verdictOn(mutant("grounded"), broken, sound)).toMatchObject({ caught: false, found: "0 faults", cases: [] });
});

it("names the cases that a bounded metric thinks less of than of the unbroken Konsil", () => {
  const [broken, sound] = [reportOf(sampleRefusal(), BASELINE), reportOf(GOOD, BASELINE)];
  const verdict = verdictOn(mutant("over-refusal"), broken, sound);
  expect(verdict).toMatchObject({ caught: true, found: "1.000, bound 0.100", cases: ["sample"] });
  expect(verdictOn(mutant("over-refusal"), sound, sound)).toMatchObject({ caught: false, cases: [] });
});

it("throws for a gate that the evaluation does not have", () => {
  expect(() => verdictOn(mutant("over-refusal"), reportOf(GOOD), reportOf(GOOD))).toThrow("no gate over-refusal");
});
