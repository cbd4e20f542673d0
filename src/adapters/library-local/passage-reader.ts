import { z } from "zod";
import type { Document } from "../../contracts/document.js";
import type { Hit } from "../../contracts/ports.js";
import { createBoundedCache } from "./bounded-cache.js";
import type { Connection } from "./connection.js";
import { decodeDocument, decodePassage, decodeRow, PASSAGE_COLUMNS, type StoredPassage } from "./rows.js";

/** How many parsed passages (about 20 kB each with their vectors and word states) and documents stay in memory. */
const KEPT = { passages: 2048, documents: 1024 } as const;

export interface Scored {
  /** `passages.key` */
  readonly key: number;
  readonly score: number;
}

/** Reads what was found. A key never changes its meaning, so what was parsed once is kept. */
export interface PassageReader {
  /** The best `k`, best first, equal ones by passage id. A key that is no longer in the database is left out. */
  best(scored: readonly Scored[], k: number): Hit[];
  /** The stored passages of these keys, where there are such. */
  passages(keys: readonly number[]): ReadonlyMap<number, StoredPassage>;
}

const BY_KEYS = `SELECT ${PASSAGE_COLUMNS} FROM passages WHERE key IN (SELECT value FROM json_each(?))`;
const metadataRow = z.tuple([z.string()]);

/** The `k` highest and whatever is as high as the last of them. */
function withTies(scored: readonly Scored[], k: number): Scored[] {
  const sorted = [...scored].sort((left, right) => right.score - left.score);
  const last = sorted[Math.min(k, sorted.length) - 1];
  return last === undefined ? [] : sorted.filter(({ score }) => score >= last.score);
}

function byScoreThenId(left: Hit, right: Hit): number {
  if (left.score !== right.score) return right.score - left.score;
  return left.passage.id < right.passage.id ? -1 : 1;
}

export function createPassageReader(connection: Connection, dimensions: number): PassageReader {
  const keptPassages = createBoundedCache<number, StoredPassage>(KEPT.passages);
  const keptDocuments = createBoundedCache<number, Document>(KEPT.documents);

  function documentOf(number: number): Document {
    const kept = keptDocuments.get(number);
    if (kept !== undefined) return kept;
    const row = connection.one("SELECT metadata FROM documents WHERE number = ?", [number]);
    const document = decodeDocument(decodeRow(metadataRow, row)[0]);
    keptDocuments.set(number, document);
    return document;
  }

  function passages(keys: readonly number[]): ReadonlyMap<number, StoredPassage> {
    const found = new Map<number, StoredPassage>();
    const unknown: number[] = [];
    for (const key of keys) {
      const kept = keptPassages.get(key);
      if (kept === undefined) unknown.push(key);
      else found.set(key, kept);
    }
    if (unknown.length === 0) return found;
    for (const row of connection.all(BY_KEYS, [JSON.stringify(unknown)])) {
      const stored = decodePassage(row, dimensions);
      keptPassages.set(stored.key, stored);
      found.set(stored.key, stored);
    }
    return found;
  }

  return {
    passages,
    best(scored, k) {
      const candidates = withTies(scored, k);
      const stored = passages(candidates.map(({ key }) => key));
      const hits: Hit[] = [];
      for (const { key, score } of candidates) {
        const row = stored.get(key);
        if (row !== undefined) hits.push({ passage: row.passage, document: documentOf(row.document), score });
      }
      return hits.sort(byScoreThenId).slice(0, k);
    },
  };
}
