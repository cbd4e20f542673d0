import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import type { Answer, Citation } from "../../contracts/answer.js";
import { answerLines } from "./ask.js";

const plain = { colors: picocolors.createColors(false) };

const citation: Citation = {
  marker: 1,
  documentId: "harrow",
  title: "A research alliance",
  publisher: null,
  publishedAt: "2025-09-15",
  url: "https://harrow.example/alliance",
  language: "en",
  passageId: "harrow#0",
  heading: null,
  quote: "The alliance studies\nheart failure.",
  start: 10,
  end: 45,
};

const answer: Answer = {
  id: "ans_1",
  status: "answered",
  answer: "It studies heart failure. [1]",
  language: "en",
  citations: [citation],
  abstention: null,
  asOf: "2025-09-15",
  writer: { kind: "extract" },
  warnings: [],
  followUps: [],
  timings: { understandMs: 0, retrieveMs: 0, judgeMs: 0, composeMs: 0, groundMs: 0, totalMs: 0 },
};

describe("answerLines", () => {
  it("puts the numbered sources below the answer, leaving out what is not known", () => {
    expect(answerLines(answer, plain)).toEqual([
      "It studies heart failure. [1]",
      "",
      "[1] “The alliance studies heart failure.”",
      "    A research alliance · 2025-09-15",
      "    harrow, characters 10 to 45 · https://harrow.example/alliance",
    ]);
  });

  it("shows the closest passages of an abstention in the language of the question", () => {
    const abstention: NonNullable<Answer["abstention"]> = {
      reason: "no_evidence",
      message: "Dazu steht nichts da.",
      closest: [citation],
    };
    const lines = answerLines(
      { ...answer, status: "abstained", answer: abstention.message, language: "de", citations: [], abstention },
      plain,
    );
    expect(lines.slice(0, 5)).toEqual([
      "Dazu steht nichts da.",
      "",
      "Am nächsten kommt:",
      "",
      "- “The alliance studies heart failure.”",
    ]);
  });

  it("says first how a misspelled question was read", () => {
    const lines = answerLines({ ...answer, readAs: "Who signed?" }, plain);
    expect(lines.slice(0, 3)).toEqual(["Read as: Who signed?", "", answer.answer]);
  });

  it("adds further questions and warnings", () => {
    const lines = answerLines({ ...answer, followUps: ["Who pays?"], warnings: ["documents_disagree"] }, plain);
    expect(lines.slice(-5)).toEqual(["", "Further questions:", "  Who pays?", "", "Warning: documents_disagree"]);
  });
});
