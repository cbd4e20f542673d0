import { describe, expect, it } from "vitest";
import { ANSWER, CITATION } from "../../../tests/fakes/http-parts.js";
import type { Answer } from "../../contracts/answer.js";
import { answerText } from "./ask-tool.js";

describe("answerText", () => {
  it("puts below an answer each source with its quotation, and what can be asked next", () => {
    expect(answerText({ ...ANSWER, readAs: "Wann wurde das Institut gegründet?" })).toBe(
      [
        "Gelesen als: Wann wurde das Institut gegründet?",
        "",
        ANSWER.answer,
        "",
        "Quellen:",
        `[1] “${CITATION.quote}”`,
        "    Klinikum Lindental · Title of lindental · 2025-03-03 · https://example.org/lindental · " +
          `konsil://documents/lindental, characters 0 to ${CITATION.quote.length}`,
        "",
        "Weitere Fragen:",
        "- Wie heißt das Institut?",
      ].join("\n"),
    );
  });

  it("shows the passages that come closest where there is no answer", () => {
    const message = "The documents do not say it.";
    const closest = [
      { ...CITATION, title: null, publisher: null, publishedAt: null, url: null, documentId: "süd-ost" },
    ];
    const abstained: Answer = {
      ...ANSWER,
      ...{ status: "abstained", language: "en", answer: message, citations: [], followUps: [] },
      abstention: { reason: "no_evidence", message, closest },
    };
    expect(answerText(abstained)).toBe(
      `${message}\n\nClosest:\n- “${CITATION.quote}”\n  konsil://documents/s%C3%BCd-ost, characters 0 to ${CITATION.quote.length}`,
    );
  });
});
