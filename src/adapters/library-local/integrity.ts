import { z } from "zod";
import type { Connection } from "./connection.js";
import type { CorpusIndex } from "./corpus-index.js";
import { decodeVectorRow } from "./rows.js";

const textRow = z.tuple([z.string()]);

const PASSAGES_AS_RECORDED = `SELECT d.id FROM documents AS d LEFT JOIN passages AS p ON p.document = d.number
  GROUP BY d.number HAVING COUNT(p.key) <> d.passage_count
  OR (d.passage_count > 0 AND (MIN(p.key) <> d.first_passage OR MAX(p.key) <> d.first_passage + d.passage_count - 1))`;
const WITHOUT_CONTENT = "SELECT id FROM documents WHERE number NOT IN (SELECT document FROM contents)";
const VECTORS =
  "SELECT p.key, p.vector FROM passages AS p JOIN documents AS d ON d.number = p.document WHERE d.recipe = ?";

/**
 * Compares everything that is stored twice; what is wrong, in words, and nothing when all is sound. Reads the whole
 * database.
 */
export function findDamage(
  connection: Connection,
  index: CorpusIndex,
  kind: { readonly recipeNumber: number; readonly dimensions: number },
): string[] {
  const problems: string[] = [];
  for (const row of connection.all("PRAGMA integrity_check")) {
    const [message] = textRow.parse(row);
    if (message !== "ok") problems.push(`database: ${message}`);
  }
  if (connection.all("PRAGMA foreign_key_check").length > 0) problems.push("database: rows without their parents");
  for (const row of connection.all(PASSAGES_AS_RECORDED)) problems.push(`passages missing: ${textRow.parse(row)[0]}`);
  for (const row of connection.all(WITHOUT_CONTENT)) problems.push(`text missing: ${textRow.parse(row)[0]}`);
  const vectors = connection.all(VECTORS, [kind.recipeNumber]).map((row) => decodeVectorRow(row, kind.dimensions));
  if (vectors.length !== index.statistics().passages) problems.push("vectors: index and database differ in number");
  const unfound = vectors.filter(({ key, vector }) => !index.vectors().nearest(vector, NEIGHBOURS).includes(key));
  if (unfound.length > 0) problems.push(`vectors: ${unfound.length} of ${vectors.length} are not found by themselves`);
  return problems;
}

/** Passages with the same text have the same vector: more than one is looked at. */
const NEIGHBOURS = 50;

/** Whether the full-text index and the words of the passages agree. Writes, if nothing: call it inside `write`. */
export function wordsAgree(connection: Connection): boolean {
  try {
    connection.exec("INSERT INTO word_index (word_index, rank) VALUES ('integrity-check', 1)");
    return true;
  } catch (error) {
    if (error instanceof Error && "rawCode" in error && Number(error.rawCode) % 256 === SQLITE_CORRUPT) return false;
    throw error;
  }
}

const SQLITE_CORRUPT = 11;
