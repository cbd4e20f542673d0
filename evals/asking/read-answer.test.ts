import { describe, expect, it } from "vitest";
import { ANSWER, CITATION } from "../../tests/fakes/http-parts.js";
import { readAnswer } from "./read-answer.js";

describe("readAnswer", () => {
  it("reads an answer of Konsil as it is", () => {
    expect(readAnswer(ANSWER)).toEqual(ANSWER);
    const closest = [CITATION];
    const abstention = { reason: "out_of_scope", message: "Nein.", closest } as const;
    const refused = { ...ANSWER, status: "abstained", answer: "Nein.", citations: [], abstention } as const;
    expect(readAnswer(refused)).toEqual(refused);
  });

  it("fills in what is not graded", () => {
    const { marker, documentId, quote, start, end } = CITATION;
    const { status, answer, language } = ANSWER;
    const read = readAnswer({ status, answer, language, citations: [{ marker, documentId, quote, start, end }] });
    expect(read).toMatchObject({ status, answer, language, abstention: null, warnings: [] });
    expect(read.citations).toEqual([
      { ...CITATION, title: null, publisher: null, publishedAt: null, url: null, language: null, passageId: "" },
    ]);
  });

  it("takes a refusal for one without its reason", () => {
    const read = readAnswer({ status: "abstained", answer: "I do not know.", language: "en" });
    expect(read.abstention).toEqual({ reason: "no_evidence", message: "I do not know.", closest: [] });
  });

  it.each([
    ["a text", "On 3 May 2021."],
    ["an unknown status", { ...ANSWER, status: "done" }],
    ["no language", { ...ANSWER, language: undefined }],
    ["a citation without its place", { ...ANSWER, citations: [{ marker: 1, documentId: "alpha", quote: "A." }] }],
    ["a refusal within an answer of another shape", { ...ANSWER, abstention: "none" }],
  ])("does not take %s for an answer", (_, body) => {
    expect(() => readAnswer(body)).toThrow();
  });
});
