import { expect, it } from "vitest";
import { groundedness, ungroundedFigures } from "./groundedness.js";
import { sampleRefusal, sampleTrial } from "./sample-trial.js";

const QUOTES = [
  ["alpha", "Alpha has more than 24,000 employees."],
  ["alpha", "It opened on 3 May 2021 and is 80 percent full."],
] as const;

it("holds for figures that the quotations of their line hold, in whatever notation", () => {
  const answer = "Mehr als 24.000 Menschen. [1]\nSeit dem 3. Mai 2021, 80 %. [2]";
  expect(groundedness.valueOf(sampleTrial({ answer, quotes: QUOTES }))).toBe(true);
});

it("does not hold for another figure, for one of another line, nor for a number made of a share", () => {
  const figuresOf = (answer: string) => ungroundedFigures(sampleTrial({ answer, quotes: QUOTES }));
  expect(figuresOf("24,001 employees. [1]")).toEqual(["24,001"]);
  expect(figuresOf("24,000 employees. [2]")).toEqual(["24,000"]);
  expect(figuresOf("80 beds are full. [2]")).toEqual(["80"]);
});

it("lets a line without a source say what the question or the conversation said", () => {
  const testCase = { question: "And in 2021?", history: [{ role: "user", content: "How many of the 300 beds?" }] };
  const figuresOf = (answer: string) => ungroundedFigures(sampleTrial({ testCase, answer, quotes: QUOTES }));
  expect(figuresOf("On 2021 and the 300 beds:\nIt opened. [2]")).toEqual([]);
  expect(figuresOf("On 2022:\nIt opened. [2]")).toEqual(["2022"]);
});

it("is not about refusals", () => {
  expect(groundedness.valueOf(sampleRefusal({ answer: "Not about 2022." }))).toBeNull();
});
