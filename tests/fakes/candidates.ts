import { viewsOf } from "../../src/ask/sentence-views.js";
import type { Candidate, Finding } from "../../src/ask/steps.js";
import type { Document } from "../../src/contracts/document.js";
import type { IndexedPassage } from "../../src/contracts/passage.js";
import { splitSentences } from "../../src/language/sentences.js";

/** A candidate made of a text, for the tests of the steps; every sentence has the same score. */
export function candidateOf(text: string, document: Partial<Document> = {}): Candidate {
  const sentences = splitSentences(text).map((span) => ({ ...span, kind: "prose" as const, leadIn: null }));
  const full: Document = {
    id: "d",
    title: "Zentrum Nord und Medtech Süd",
    publisher: null,
    publishedAt: "2024-03-01",
    url: null,
    language: "de",
    partners: [],
    kind: null,
    length: text.length,
    passages: 1,
    sha256: "0".repeat(64),
    ingestedAt: "2024-03-02T00:00:00.000Z",
    metadata: {},
    ...document,
  };
  const passage: IndexedPassage = {
    id: `${full.id}#0`,
    documentId: full.id,
    ordinal: 0,
    heading: null,
    section: "body",
    start: 0,
    end: text.length,
    text,
    sentences,
    vector: new Float32Array([1]),
    sentenceVectors: sentences.map(() => new Float32Array([1])),
    sentenceWords: null,
    words: [],
  };
  const sentenceScores = sentences.map(() => 0.9);
  const lateScores = sentences.map(() => null);
  return {
    passage,
    document: full,
    score: 0.9,
    wholeScore: 0.9,
    sentenceScores,
    lateScores,
    lateMatch: null,
    wordsScore: 0.5,
  };
}

/** The first sentence of a text as a finding. */
export function findingOf(text: string, document: Partial<Document> = {}): Finding {
  const candidate = candidateOf(text, document);
  const view = viewsOf(candidate.passage, candidate.document)[0];
  if (view === undefined) throw new RangeError("no sentence");
  return { candidate, at: 0, view, probability: 0.9, rank: 0 };
}
