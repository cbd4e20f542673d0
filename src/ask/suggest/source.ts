import type { Document } from "../../contracts/document.js";
import type { IndexedPassage } from "../../contracts/passage.js";
import type { Library } from "../../contracts/ports.js";
import { viewsOf } from "../sentence-views.js";
import type { SentenceView } from "../steps.js";

/** A sentence of a document that a question may be made from. */
export interface Source {
  readonly view: SentenceView;
  readonly passage: IndexedPassage;
}

/** Of a long document only so many passages are read: enough for more questions than anybody is shown. */
const READ = 30;

/**
 * The sentences of a document in their order. Of a long document always the same ones, whatever was asked: those
 * nearest to a vector that means nothing. Throws what the library throws.
 */
export async function sourcesOf(document: Document, library: Library, dimensions: number): Promise<Source[]> {
  const vector = new Float32Array(dimensions);
  vector[0] = 1;
  const hits = await library.nearest(vector, READ, { documentIds: [document.id] });
  const passages = hits.map(({ passage }) => passage).sort((a, b) => a.ordinal - b.ordinal);
  return passages.flatMap((passage) => viewsOf(passage, document).map((view) => ({ view, passage })));
}

/** A text as a pattern that matches just itself. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
