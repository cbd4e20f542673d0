import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Document, DocumentWithText, Origin } from "../../contracts/document.js";
import type { IndexedPassage } from "../../contracts/passage.js";
import type { OriginSummary } from "../../contracts/ports.js";
import { type Revision, revisionSchema } from "./artefact.js";
import type { Connection } from "./connection.js";
import { type Condition, foldName } from "./filter.js";
import { decodeDocument, decodeJson, decodeRow, encodePassage, encodeVectors, originSchema } from "./rows.js";
import { recipeNumber } from "./schema.js";
import { encodeWordStates } from "./word-states.js";
import { encodeWords } from "./word-tokens.js";

const numberAndRevision = z.tuple([z.number(), z.string(), z.number(), z.number(), z.number()]);
const keyAndText = z.tuple([z.number(), z.string()]);
const twoTexts = z.tuple([z.string(), z.string()]);
const fourTexts = z.tuple([z.string(), z.string(), z.string(), z.string()]);
const originRow = z.tuple([z.string(), z.string(), z.instanceof(Uint8Array)]);

const INSERT_DOCUMENT = `INSERT INTO documents (id, revision, recipe, language, published_at, publisher_key,
  partner_keys, first_passage, passage_count, word_count, metadata, origin) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)`;
const INSERT_CONTENT = "INSERT INTO contents (document, text, bytes) VALUES (?, ?, ?)";
const INSERT_PASSAGE =
  "INSERT INTO passages (document, passage, words, vector, sentence_vectors, sentence_words) VALUES (?, ?, ?, ?, ?, ?)";
const INSERT_WORDS = "INSERT INTO word_index (rowid, words) VALUES (?, ?)";
// The index keeps no copy of the words: it has to be told which ones go.
const DELETE_WORDS = "INSERT INTO word_index (word_index, rowid, words) VALUES ('delete', ?, ?)";

/** Removes the document within the open transaction; what was there, null when nothing was. */
export function deleteDocument(connection: Connection, id: string): Revision | null {
  const row = connection.one(
    "SELECT number, revision, first_passage, passage_count, word_count FROM documents WHERE id = ?",
    [id],
  );
  if (row === undefined) return null;
  const [number, revision, first, passages, words] = decodeRow(numberAndRevision, row);
  for (const entry of connection.all("SELECT key, words FROM passages WHERE document = ?", [number])) {
    connection.run(DELETE_WORDS, decodeRow(keyAndText, entry));
  }
  connection.run("DELETE FROM passages WHERE document = ?", [number]);
  connection.run("DELETE FROM documents WHERE number = ?", [number]);
  return revisionSchema.parse({ revision, first, passages, words });
}

/** Stores a document of a new id within the open transaction. */
export function insertDocument(
  connection: Connection,
  metadata: Document,
  text: string,
  passages: readonly IndexedPassage[],
  origin: Origin,
): Revision {
  const recipe = recipeNumber(connection, origin.recipe);
  const revision = randomUUID();
  const words = passages.reduce((sum, passage) => sum + passage.words.length, 0);
  const { source, name, mediaType, given } = origin;
  const number = connection.run(INSERT_DOCUMENT, [
    metadata.id,
    revision,
    recipe,
    metadata.language,
    metadata.publishedAt,
    metadata.publisher === null ? null : foldName(metadata.publisher),
    JSON.stringify(metadata.partners.map(foldName)),
    passages.length,
    words,
    JSON.stringify(metadata),
    JSON.stringify({ source, name, mediaType, given }),
  ]);
  connection.run(INSERT_CONTENT, [number, JSON.stringify(text), Buffer.from(origin.bytes)]);
  const keys = passages.map((passage) => insertPassage(connection, number, recipe, passage));
  const first = keys[0] ?? 0;
  if (keys.some((key, offset) => key !== first + offset)) throw new Error("The keys of a document have a gap");
  connection.run("UPDATE documents SET first_passage = ? WHERE number = ?", [first, number]);
  return { revision, first, passages: passages.length, words };
}

function insertPassage(connection: Connection, document: number, recipe: number, passage: IndexedPassage): number {
  const tokens = encodeWords(recipe, passage.words);
  const vectors = [encodeVectors([passage.vector]), encodeVectors(passage.sentenceVectors)];
  const states = passage.sentenceWords === null ? null : encodeWordStates(passage.sentenceWords);
  const key = connection.run(INSERT_PASSAGE, [document, encodePassage(passage), tokens, ...vectors, states]);
  connection.run(INSERT_WORDS, [key, tokens]);
  return key;
}

export function readDocument(connection: Connection, id: string): DocumentWithText | null {
  const row = connection.one(
    "SELECT d.metadata, c.text FROM documents AS d JOIN contents AS c ON c.document = d.number WHERE d.id = ?",
    [id],
  );
  if (row === undefined) return null;
  const [metadata, text] = decodeRow(twoTexts, row);
  return { ...decodeDocument(metadata), text: decodeJson(z.string(), text) };
}

export function readOrigin(connection: Connection, id: string): Origin | null {
  const row = connection.one(
    `SELECT d.origin, r.name, c.bytes FROM documents AS d
     JOIN contents AS c ON c.document = d.number JOIN recipes AS r ON r.number = d.recipe WHERE d.id = ?`,
    [id],
  );
  if (row === undefined) return null;
  const [origin, recipe, bytes] = decodeRow(originRow, row);
  return { ...decodeJson(originSchema, origin), recipe, bytes: Uint8Array.from(bytes) };
}

export function readOrigins(connection: Connection): ReadonlyMap<string, OriginSummary> {
  const rows = connection.all(
    "SELECT d.id, d.origin, d.metadata, r.name FROM documents AS d JOIN recipes AS r ON r.number = d.recipe ORDER BY d.id",
  );
  return new Map(
    rows.map((row) => {
      const [id, origin, metadata, recipe] = decodeRow(fourTexts, row);
      return [id, { source: decodeJson(originSchema, origin).source, sha256: decodeDocument(metadata).sha256, recipe }];
    }),
  );
}

/** Up to `limit` documents after an id, in the order of their ids (by code point). */
export function readDocumentsAfter(
  connection: Connection,
  after: string,
  limit: number,
  condition: Condition,
): Document[] {
  const sql = `SELECT d.id, d.metadata FROM documents AS d WHERE d.id > ? AND ${condition.sql} ORDER BY d.id LIMIT ?`;
  const rows = connection.all(sql, [after, ...condition.parameters, limit]);
  return rows.map((row) => decodeDocument(decodeRow(twoTexts, row)[1]));
}

/** Made once: it is read with every question. */
const languageCountRow = z.tuple([z.string().nullable(), z.number()]);

export function countLanguages(connection: Connection, recipe: number): Record<"de" | "en", number> {
  const rows = connection.all("SELECT language, COUNT(*) FROM documents WHERE recipe = ? GROUP BY language", [recipe]);
  const counted = new Map(rows.map((row) => decodeRow(languageCountRow, row)));
  return { de: counted.get("de") ?? 0, en: counted.get("en") ?? 0 };
}
