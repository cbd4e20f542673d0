import { z } from "zod";
import { type Document, documentSchema } from "../../contracts/document.js";
import type { IndexedPassage, Passage } from "../../contracts/passage.js";
import { damagedRow } from "./storage-errors.js";
import { decodeWordStates } from "./word-states.js";
import { decodeWords } from "./word-tokens.js";

const spanSchema = z.object({ start: z.number(), end: z.number() });

const passageSchema = z.object({
  id: z.string(),
  documentId: z.string(),
  ordinal: z.number(),
  heading: z.string().nullable(),
  section: z.enum(["body", "about"]),
  start: z.number(),
  end: z.number(),
  text: z.string(),
  sentences: z.array(
    spanSchema.extend({
      kind: z.enum(["prose", "item", "row", "heading", "caption", "dateline"]),
      leadIn: spanSchema.nullable(),
    }),
  ),
}) satisfies z.ZodType<Passage>;

export const originSchema = z.object({
  source: z.string().nullable(),
  name: z.string(),
  mediaType: z.string().nullable(),
  given: z.record(z.string(), z.unknown()),
});

/** Parses what was stored; a row that does not fit is a damaged database. */
export function decodeRow<T>(schema: z.ZodType<T>, row: unknown): T {
  const result = schema.safeParse(row);
  if (!result.success) throw damagedRow(result.error);
  return result.data;
}

export function decodeJson<T>(schema: z.ZodType<T>, json: string): T {
  try {
    return decodeRow(schema, JSON.parse(json));
  } catch (error) {
    throw error instanceof SyntaxError ? damagedRow(error) : error;
  }
}

export function decodeDocument(json: string): Document {
  return decodeJson(documentSchema, json);
}

/** Vectors as bytes, one after the other. */
export function encodeVectors(vectors: readonly Float32Array[]): Buffer {
  return Buffer.concat(vectors.map((vector) => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)));
}

export function decodeVectors(bytes: Uint8Array, dimensions: number): Float32Array[] {
  if (bytes.byteLength % (4 * dimensions) !== 0) throw damagedRow(new Error("a vector of other dimensions"));
  // Copied, because the bytes that SQLite hands out need not be aligned.
  const numbers = new Float32Array(Uint8Array.from(bytes).buffer);
  return Array.from({ length: numbers.length / dimensions }, (_, index) =>
    numbers.subarray(index * dimensions, (index + 1) * dimensions),
  );
}

/** The part of a passage that is stored as JSON. */
export function encodePassage(passage: IndexedPassage): string {
  const {
    vector: _vector,
    sentenceVectors: _sentenceVectors,
    sentenceWords: _sentenceWords,
    words: _words,
    ...rest
  } = passage;
  return JSON.stringify(rest satisfies Passage);
}

const bytesSchema = z.instanceof(Uint8Array);
const passageRow = z.tuple([
  z.number(),
  z.number(),
  z.string(),
  z.string(),
  bytesSchema,
  bytesSchema,
  bytesSchema.nullable(),
]);

export const PASSAGE_COLUMNS = "key, document, passage, words, vector, sentence_vectors, sentence_words";

export interface StoredPassage {
  readonly key: number;
  /** `documents.number` */
  readonly document: number;
  readonly passage: IndexedPassage;
}

/** A row of `PASSAGE_COLUMNS`. */
export function decodePassage(row: unknown, dimensions: number): StoredPassage {
  const [key, document, json, tokens, vectorBytes, sentenceBytes, wordBytes] = decodeRow(passageRow, row);
  const [vector] = decodeVectors(vectorBytes, dimensions);
  if (vector === undefined) throw damagedRow(new Error("a passage without a vector"));
  const sentenceVectors = decodeVectors(sentenceBytes, dimensions);
  const parsed = decodeJson(passageSchema, json);
  const sentenceWords = wordBytes === null ? null : decodeWordStates(wordBytes, parsed.sentences.length);
  return { key, document, passage: { ...parsed, vector, sentenceVectors, sentenceWords, words: decodeWords(tokens) } };
}

const vectorRow = z.tuple([z.number(), bytesSchema]);

/** A row of `key, vector`. */
export function decodeVectorRow(
  row: unknown,
  dimensions: number,
): { readonly key: number; readonly vector: Float32Array } {
  const [key, bytes] = decodeRow(vectorRow, row);
  const [vector] = decodeVectors(bytes, dimensions);
  if (vector === undefined) throw damagedRow(new Error("a passage without a vector"));
  return { key, vector };
}
