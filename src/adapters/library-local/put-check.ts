import { type Document, type DocumentWithText, documentSchema } from "../../contracts/document.js";
import { KonsilError } from "../../contracts/errors.js";
import type { IndexedPassage } from "../../contracts/passage.js";

function refuse(reason: string): never {
  throw new KonsilError("internal", `A document cannot be stored: ${reason}`);
}

/** The document without its text. */
export function metadataOf(document: DocumentWithText): Document {
  const { text: _text, ...metadata } = document;
  return documentSchema.parse(metadata);
}

/** Throws `internal` for passages that could never be found or quoted: a mistake of the caller, caught before it is kept. */
export function checkPassages(
  document: DocumentWithText,
  passages: readonly IndexedPassage[],
  dimensions: number,
): void {
  const ids = new Set(passages.map(({ id }) => id));
  if (ids.size !== passages.length) refuse("two passages have one id");
  for (const passage of passages) {
    if (passage.documentId !== document.id) refuse("a passage belongs to another document");
    if (document.text.slice(passage.start, passage.end) !== passage.text) refuse("a passage is not where it says");
    if (passage.sentenceVectors.length !== passage.sentences.length) refuse("a sentence has no vector, or two");
    if (passage.sentenceWords !== null && passage.sentenceWords.length !== passage.sentences.length)
      refuse("a sentence has no word states, or two");
    for (const vector of [passage.vector, ...passage.sentenceVectors]) {
      if (vector.length !== dimensions) refuse(`a vector has ${vector.length} dimensions instead of ${dimensions}`);
    }
  }
}

/** Throws `internal` for a vector that cannot be compared with those of the library. */
export function checkQueryVector(vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions) {
    throw new KonsilError("internal", `A query vector has ${vector.length} dimensions instead of ${dimensions}`);
  }
}
