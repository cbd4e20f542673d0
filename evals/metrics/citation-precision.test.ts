import { expect, it } from "vitest";
import { citationPrecision } from "./citation-precision.js";
import { sampleRefusal, sampleTrial } from "./sample-trial.js";

it("is the share of the citations that hold the evidence or a fact, and are from its document", () => {
  const quotes = [
    ["alpha", "The Alpha clinic opened on 3 May 2021."], // holds the evidence
    ["alpha", "Since May 3, 2021 it has grown."], // states the fact
    ["alpha", "It has a garden."], // neither
    ["beta", "Beta opened on 3 May 2021 too."], // another document
  ] as const;
  expect(citationPrecision.valueOf(sampleTrial({ quotes }))).toBe(2 / 4);
});

it("is nothing for an answer that cites nothing, and not about refusals", () => {
  expect(citationPrecision.valueOf(sampleTrial({ answer: "3 May 2021" }))).toBe(0);
  expect(citationPrecision.valueOf(sampleRefusal())).toBeNull();
});

it("cannot tell for documents in other words and a fact that no text holds", () => {
  const testCase = { facts: [{ kind: "verdict", value: "yes" }] };
  const quotes = [["alpha", "Alpha is open."]] as const;
  expect(citationPrecision.valueOf(sampleTrial({ testCase, quotes, over: "originals" }))).toBeNull();
  expect(citationPrecision.valueOf(sampleTrial({ testCase, quotes }))).toBe(0);
});
