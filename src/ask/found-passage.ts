import type { FoundPassage } from "../contracts/answer.js";
import type { Candidate } from "./steps.js";

/** A candidate as it is handed out. */
export function foundPassage({
  passage,
  document,
  score,
  wholeScore,
  sentenceScores,
  wordsScore,
}: Candidate): FoundPassage {
  return {
    documentId: document.id,
    passageId: passage.id,
    title: document.title,
    publisher: document.publisher,
    publishedAt: document.publishedAt,
    url: document.url,
    language: document.language,
    heading: passage.heading,
    text: passage.text,
    start: passage.start,
    end: passage.end,
    score,
    scores: { vector: Math.max(wholeScore, ...sentenceScores), words: wordsScore },
  };
}
