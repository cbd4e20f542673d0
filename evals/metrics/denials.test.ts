import { expect, it } from "vitest";
import { changedDenials } from "./denials.js";
import { sampleRefusal, sampleTrial } from "./sample-trial.js";

const QUOTES = [
  ["alpha", "The press release does not describe the centre as open."],
  ["alpha", "Das Zentrum nennt keine Zahlen für das erste Jahr."],
  ["alpha", "The centre will have 40 beds in Berlin."],
] as const;

const faultsOf = (answer: string) => changedDenials(sampleTrial({ answer, quotes: QUOTES }));

it("finds a denial that is left out, in either language", () => {
  expect(faultsOf("The press release does describe the centre as open. [1]")).toHaveLength(1);
  expect(faultsOf("Das Zentrum nennt Zahlen für das erste Jahr. [2]")).toEqual([
    `leaves out what is denied in: ${QUOTES[1][1]}`,
  ]);
});

it("finds a denial that no quotation of the line holds", () => {
  expect(faultsOf("The centre will not have 40 beds in Berlin. [3]")).toHaveLength(1);
  expect(faultsOf("The centre won't have 40 beds in Berlin and will. [3]")).toEqual([
    `denies what is not denied in: ${QUOTES[2][1]}`,
  ]);
});

it("lets a quotation be told again as it stands, behind a verdict and beside another one", () => {
  expect(faultsOf("No. The centre will have 40 beds in Berlin. [3]")).toEqual([]);
  expect(faultsOf(`No. [3]\nIn the report: “${QUOTES[0][1]}” [1] “${QUOTES[2][1]}” [3]`)).toEqual([]);
});

it("does not look at what says something in other words, nor at refusals", () => {
  expect(faultsOf("It is still closed. [1]\nNot open. [1]")).toEqual([]);
  expect(changedDenials(sampleRefusal({ quotes: QUOTES }))).toEqual([]);
});
