import { createHash } from "node:crypto";
import type { DocumentWithText, Origin } from "../../src/contracts/document.js";
import type { IndexedPassage } from "../../src/contracts/passage.js";

/** What every library under test is opened with. */
export const RECIPE = "synthetic-model@1";
export const DIMENSIONS = 16;

/** A reproducible stream of numbers from 0 to 1 (mulberry32, T. Ettinger, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function seedOf(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32LE(0);
}

/** Of unit length; the same seed gives the same vector. */
export function unitVector(seed: number, dimensions = DIMENSIONS): Float32Array {
  const random = seededRandom(seed);
  const numbers = Array.from({ length: dimensions }, () => random() - 0.5);
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (number) => number / length);
}

/** Of the words of a text, each of 4 dimensions. */
function wordStates(text: string): Int8Array {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return Int8Array.from(
    words.flatMap((word) => [...unitVector(seedOf(word), 4)].map((value) => Math.round(127 * value))),
  );
}

export interface PassageSketch {
  readonly text: string;
  /** The words of the text, lower case, unless given. */
  readonly words?: readonly string[];
  /** Made from the text unless given. */
  readonly vector?: Float32Array;
}

export interface Sketch extends Partial<Omit<DocumentWithText, "text" | "id">> {
  readonly recipe?: string;
  readonly bytes?: Uint8Array;
  readonly source?: string | null;
}

export interface Stored {
  readonly document: DocumentWithText;
  readonly passages: readonly IndexedPassage[];
  readonly origin: Origin;
}

/** A document whose passages are the given texts, each one sentence. */
export function syntheticDocument(
  id: string,
  sketches: readonly (string | PassageSketch)[],
  sketch: Sketch = {},
): Stored {
  const { recipe = RECIPE, source = null, bytes, ...metadata } = sketch;
  const parts = sketches.map((part) => (typeof part === "string" ? { text: part } : part));
  const text = parts.map((part) => part.text).join("\n\n");
  const source8 = bytes ?? new TextEncoder().encode(text);
  let position = 0;
  const passages = parts.map((part, ordinal): IndexedPassage => {
    const start = position;
    const end = start + part.text.length;
    position = end + 2;
    return {
      id: `${id}#${ordinal}`,
      documentId: id,
      ordinal,
      heading: ordinal === 0 ? null : `Heading ${ordinal}`,
      section: ordinal % 2 === 0 ? "body" : "about",
      start,
      end,
      text: part.text,
      sentences: [{ start, end, kind: "prose", leadIn: ordinal === 0 ? null : { start: 0, end: 1 } }],
      vector: part.vector ?? unitVector(seedOf(part.text)),
      sentenceVectors: [unitVector(seedOf(`${part.text}/sentence`))],
      sentenceWords: [wordStates(part.text)],
      words: part.words ?? part.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [],
    };
  });
  const document: DocumentWithText = {
    id,
    title: `Title of ${id}`,
    publisher: null,
    publishedAt: null,
    url: null,
    language: "en",
    partners: [],
    kind: null,
    length: text.length,
    passages: passages.length,
    sha256: createHash("sha256").update(source8).digest("hex"),
    ingestedAt: "2026-01-02T03:04:05.000Z",
    metadata: {},
    ...metadata,
    text,
  };
  const origin: Origin = { source, name: `${id}.md`, mediaType: "text/markdown", bytes: source8, given: {}, recipe };
  return { document, passages, origin };
}
