import type { SearchTerm, WeightedWord } from "../../contracts/ports.js";

/**
 * BM25 as in S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the
 * idf of Lucene, which is never negative. k1 and b are the usual ones of Lucene and SQLite.
 */
const BM25 = { k1: 1.2, b: 0.75 } as const;

/** The corpus that a passage is weighed against. */
export interface WordStatistics {
  readonly passages: number;
  /** Words of all passages together. */
  readonly words: number;
}

/** A word of the query, and in how many passages it stands. */
export interface QueryWord extends WeightedWord {
  readonly frequency: number;
}

/** Words that stand for one another. */
export type QueryTerm = readonly QueryWord[];

export interface CountedWords {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

/** Keeps the words of a passage in a form in which they are counted quickly. */
export function countWords(words: readonly string[]): CountedWords {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, length: words.length };
}

function idf(passages: number, frequency: number): number {
  return Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
}

/** The terms as lists of weighted words, each once. */
export function queryTerms(terms: readonly SearchTerm[], frequency: (word: string) => number): QueryTerm[] {
  const listed = terms.map((term) => (typeof term === "string" ? [{ word: term, weight: 1 }] : term));
  const once = new Map(listed.map((words) => [words.map(({ word, weight }) => `${word} ${weight}`).join("\n"), words]));
  return [...once.values()].map((words) => words.map((each) => ({ ...each, frequency: frequency(each.word) })));
}

/**
 * Scores passages against a query: BM25 as a share of what a passage would get that consists of every term of the query
 * without end, so 0 to 1. Terms that no passage holds count among what is missing. Of words that stand for one another
 * the best found counts, with its own idf (the "disjunction maximum" of Lucene): a common word that replaces a rare one
 * must not make it common.
 */
export function bm25Scorer(terms: readonly QueryTerm[], corpus: WordStatistics): (passage: CountedWords) => number {
  const weighted = terms.map((words) => words.map((each) => ({ ...each, worth: worthOf(each, corpus.passages) })));
  const most = weighted.reduce((sum, words) => sum + ceiling(words), 0) * (BM25.k1 + 1);
  const averageLength = corpus.words / Math.max(1, corpus.passages);
  return ({ counts, length }) => {
    const saturation = BM25.k1 * (1 - BM25.b + (BM25.b * length) / Math.max(1, averageLength));
    let sum = 0;
    for (const words of weighted) {
      let best = 0;
      for (const { word, worth } of words) {
        const count = counts.get(word) ?? 0;
        if (count > 0) best = Math.max(best, (worth * count * (BM25.k1 + 1)) / (count + saturation));
      }
      sum += best;
    }
    return most > 0 ? sum / most : 0;
  };
}

function worthOf({ weight, frequency }: QueryWord, passages: number): number {
  return weight * idf(passages, frequency);
}

/** What a term can bring at most: by the words that the corpus knows, if it knows any. */
function ceiling(words: readonly (QueryWord & { readonly worth: number })[]): number {
  const known = words.filter(({ frequency }) => frequency > 0);
  return Math.max(0, ...(known.length > 0 ? known : words).map(({ worth }) => worth));
}
