import { z } from "zod";
import type { Filter } from "../../contracts/document.js";
import type { Hit, SearchTerm } from "../../contracts/ports.js";
import { bm25Scorer, type CountedWords, countWords, type QueryWord, queryTerms } from "./bm25.js";
import { createBoundedCache } from "./bounded-cache.js";
import type { Connection } from "./connection.js";
import type { CorpusIndex } from "./corpus-index.js";
import { filterCondition } from "./filter.js";
import type { PassageReader, Scored } from "./passage-reader.js";
import { decodeJson, decodeRow } from "./rows.js";
import { anyOf, decodeWord, decodeWords, encodeWord, wordsOfRecipe } from "./word-tokens.js";

/**
 * `all`: when the words stand in no more passages than this, every one of them is scored. Otherwise the full-text index
 * chooses by its own BM25, which differs from ours only in words that most passages hold: `perHit` times as many as are
 * asked for, and at least `least`. `terms`: so many words go into one query to the engine, whose parser slows down with
 * more (5,000 took 80 ms); a longer list is asked in parts.
 */
const CANDIDATES = { all: 500, perHit: 10, least: 200, terms: 128 } as const;
const KEPT = { passages: 8192, frequencies: 20_000 } as const;

export interface WordSearchParts {
  readonly connection: Connection;
  readonly recipeNumber: number;
  readonly index: CorpusIndex;
  readonly reader: PassageReader;
}

export interface WordSearch {
  matching(terms: readonly SearchTerm[], k: number, filter: Filter | undefined): Hit[];
  frequency(word: string): number;
  /** Every word with its frequency; the same map while the index has the same version. */
  vocabulary(): ReadonlyMap<string, number>;
}

const numberRow = z.tuple([z.number()]);
const textRow = z.tuple([z.string()]);
const keysSchema = z.array(z.number());
const wordsRow = z.tuple([z.number(), z.string()]);
const vocabularySchema = z.array(z.tuple([z.string(), z.number()]));
const VOCABULARY = `SELECT json_group_array(json_array(term, doc)) FROM vocabulary WHERE term >= ? AND term < ?`;
const WORDS = "SELECT key, words FROM passages WHERE key IN (SELECT value FROM json_each(?))";

/**
 * The keys of matching passages as one JSON array, which crosses from the engine twice as fast as rows. Ranking costs the
 * engine another query for each word, so it is left out where all matches are taken anyway.
 */
function matchSql(filterSql: string | null, ranked: boolean): string {
  const filtered =
    filterSql === null
      ? "WHERE w.word_index MATCH ?"
      : `JOIN passages AS p ON p.key = w.rowid JOIN documents AS d ON d.number = p.document
         WHERE w.word_index MATCH ? AND ${filterSql}`;
  const order = ranked ? "ORDER BY w.rank LIMIT ?" : "";
  return `SELECT json_group_array(key) FROM (SELECT w.rowid AS key FROM word_index AS w ${filtered} ${order})`;
}

/** Call its functions inside `read`, after the index has been synchronised. */
export function createWordSearch({ connection, recipeNumber, index, reader }: WordSearchParts): WordSearch {
  const counted = createBoundedCache<number, CountedWords>(KEPT.passages);
  const frequencies = createBoundedCache<string, number>(KEPT.frequencies);
  let countedAt = -1;
  let words: ReadonlyMap<string, number> | null = null;
  let wordsAt = -1;

  function frequency(word: string): number {
    if (countedAt !== index.version()) {
      frequencies.clear();
      countedAt = index.version();
    }
    const kept = frequencies.get(word);
    if (kept !== undefined) return kept;
    const row = connection.one("SELECT doc FROM vocabulary WHERE term = ?", [encodeWord(recipeNumber, word)]);
    const found = row === undefined ? 0 : decodeRow(numberRow, row)[0];
    frequencies.set(word, found);
    return found;
  }

  function vocabulary(): ReadonlyMap<string, number> {
    if (words === null || wordsAt !== index.version()) {
      const [rows] = decodeRow(textRow, connection.one(VOCABULARY, wordsOfRecipe(recipeNumber)));
      words = new Map(decodeJson(vocabularySchema, rows).map(([token, count]) => [decodeWord(token), count]));
      wordsAt = index.version();
    }
    return words;
  }

  function candidates(terms: readonly QueryWord[], k: number, filter: Filter | undefined): Set<number> {
    const most = Math.min(
      index.statistics().passages,
      terms.reduce((sum, term) => sum + term.frequency, 0),
    );
    const limit = Math.max(CANDIDATES.least, k * CANDIDATES.perHit);
    const ranked = most > Math.max(CANDIDATES.all, limit);
    const condition = filter === undefined ? null : filterCondition(filter);
    const sql = matchSql(condition?.sql ?? null, ranked);
    const rest = [...(condition?.parameters ?? []), ...(ranked ? [limit] : [])];
    const found = new Set<number>();
    for (let from = 0; from < terms.length; from += CANDIDATES.terms) {
      const tokens = terms.slice(from, from + CANDIDATES.terms).map(({ word }) => encodeWord(recipeNumber, word));
      const [keys] = decodeRow(textRow, connection.one(sql, [anyOf(tokens), ...rest]));
      for (const key of decodeJson(keysSchema, keys)) found.add(key);
    }
    return found;
  }

  function countedWords(keys: Iterable<number>): ReadonlyMap<number, CountedWords> {
    const found = new Map<number, CountedWords>();
    const unknown: number[] = [];
    for (const key of keys) {
      const kept = counted.get(key);
      if (kept === undefined) unknown.push(key);
      else found.set(key, kept);
    }
    if (unknown.length === 0) return found;
    for (const row of connection.all(WORDS, [JSON.stringify(unknown)])) {
      const [key, tokens] = decodeRow(wordsRow, row);
      const words = countWords(decodeWords(tokens));
      counted.set(key, words);
      found.set(key, words);
    }
    return found;
  }

  return {
    frequency,
    vocabulary,
    matching(wanted, k, filter) {
      const terms = queryTerms(wanted, frequency);
      const score = bm25Scorer(terms, index.statistics());
      const scored: Scored[] = [];
      const known = [...new Map(terms.flat().map((term) => [term.word, term])).values()].filter(isKnown);
      for (const [key, passage] of countedWords(candidates(known, k, filter))) {
        scored.push({ key, score: score(passage) });
      }
      return reader.best(scored, k);
    },
  };
}

function isKnown({ frequency }: QueryWord): boolean {
  return frequency > 0;
}
