import { expect, it } from "vitest";
import { sampleRefusal, sampleTrial } from "./sample-trial.js";
import { misquotations, verbatimShare } from "./verbatim-share.js";

const QUOTES = [
  ["alpha", "It opened."],
  ["alpha", "It grew."],
  ["beta", "It closed."],
  ["gone", "It never was."],
] as const;

it("is the share of the quotations that stand where they are said to stand", () => {
  const trial = sampleTrial({ quotes: QUOTES, excerpts: ["It opened.", "It grew,", "It closed.", null] });
  expect(verbatimShare.valueOf(trial)).toBe(2 / 4);
  expect(misquotations(trial).map(({ documentId }) => documentId)).toEqual(["alpha", "gone"]);
});

it("counts what a refusal shows, and is not about answers that show nothing", () => {
  expect(verbatimShare.valueOf(sampleRefusal({ quotes: QUOTES, excerpts: QUOTES.map(() => null) }))).toBe(0);
  expect(verbatimShare.valueOf(sampleRefusal())).toBeNull();
});

it("breaks when a quotation was not looked up, and does not count it as wrong", () => {
  expect(() => verbatimShare.valueOf(sampleTrial({ quotes: QUOTES, excerpts: [] }))).toThrow(RangeError);
});
