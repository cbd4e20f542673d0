import { expect, it } from "vitest";
import { answerLanguage } from "./answer-language.js";
import { sampleRefusal, sampleTrial, UNANSWERED } from "./sample-trial.js";

const GERMAN = [["alpha", "Die Klinik wurde im Mai eröffnet."]] as const;

it("is that of the question, whatever language is quoted", () => {
  const answer = "The document says: „Die Klinik wurde im Mai eröffnet.“ [1]";
  expect(answerLanguage.valueOf(sampleTrial({ answer, quotes: GERMAN }))).toBe(true);
});

it("is not that of the question when the answer says so itself", () => {
  expect(answerLanguage.valueOf(sampleTrial({ answer: "In May.", language: "de" }))).toBe(false);
});

it("is not that of the question when the words around the quotation read otherwise", () => {
  const answer = "Im Dokument steht dazu das Folgende: „Die Klinik wurde im Mai eröffnet.“ [1]";
  expect(answerLanguage.valueOf(sampleTrial({ answer, quotes: GERMAN }))).toBe(false);
  expect(answerLanguage.valueOf(sampleRefusal({ answer: "Das steht nicht in den Dokumenten." }))).toBe(false);
});

it("goes by what the answer says of itself where it has no words of its own", () => {
  const answer = "Die Klinik wurde im Mai eröffnet. [1]";
  expect(answerLanguage.valueOf(sampleTrial({ answer, quotes: GERMAN }))).toBe(true);
});

it("is not asked of noise", () => {
  expect(answerLanguage.valueOf(sampleRefusal({ testCase: { ...UNANSWERED, kind: "noise" } }))).toBeNull();
});
