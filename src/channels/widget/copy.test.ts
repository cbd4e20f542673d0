import { describe, expect, it } from "vitest";
import type { Answer, Citation } from "../../contracts/answer.js";
import { answerAsText } from "./copy.js";
import { textsIn } from "./texts.js";

const citation: Citation = {
  ...{
    marker: 1,
    documentId: "ten-years",
    title: "Ten years",
    publisher: "Example Hospital",
    publishedAt: "2026-02-09",
  },
  ...{ url: "https://example.org/news", language: "en", passageId: "ten-years#0", heading: null },
  ...{ quote: "They work together for ten years.", start: 10, end: 43 },
};

const answer: Answer = {
  ...{ id: "ans_1", status: "answered", answer: "For ten years. [1]", language: "en", citations: [citation] },
  ...{ abstention: null, asOf: "2026-02-09", writer: { kind: "extract" }, warnings: [], followUps: [] },
  timings: { understandMs: 0, retrieveMs: 0, judgeMs: 0, composeMs: 0, groundMs: 0, totalMs: 0 },
};

describe("an answer as text", () => {
  it("holds question, answer, and each source with its quotation and address", () => {
    expect(answerAsText("How long?", answer, textsIn("en"))).toBe(
      [
        ...["How long?", "", "For ten years. [1]", "", "Sources:"],
        "[1] Ten years, Example Hospital, 9 February 2026",
        "    “They work together for ten years.”",
        ...["    https://example.org/news", "", "Sources as of 9 February 2026", ""],
      ].join("\n"),
    );
  });

  it("says of an abstention what comes closest, and nothing of an address that is none", () => {
    const closest = [{ ...citation, url: "javascript:alert(1)", publishedAt: null, publisher: null }];
    const abstained: Answer = {
      ...answer,
      ...{ status: "abstained", answer: "The documents do not say.", citations: [], asOf: null },
      abstention: { reason: "no_evidence", message: "", closest },
    };
    expect(answerAsText("How many?", abstained, textsIn("en"))).toBe(
      "How many?\n\nThe documents do not say.\n\n" +
        "These passages come closest, without answering the question:\n" +
        "- Ten years\n    “They work together for ten years.”\n",
    );
  });
});
