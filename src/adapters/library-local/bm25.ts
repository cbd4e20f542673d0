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
export interface Term {
  readonly word: string;
  readonly frequency: number;
}

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

/**
 * Scores passages against a query: BM25 as a share of what a passage would get that consists of every word of the query
 * without end, so 0 to 1. Words that no passage holds count among what is missing.
 */
export function bm25Scorer(terms: readonly Term[], corpus: WordStatistics): (passage: CountedWords) => number {
  const weights = terms.map(({ word, frequency }) => ({ word, weight: idf(corpus.passages, frequency) }));
  const most = weights.reduce((sum, { weight }) => sum + weight, 0) * (BM25.k1 + 1);
  const averageLength = corpus.words / Math.max(1, corpus.passages);
  return ({ counts, length }) => {
    const saturation = BM25.k1 * (1 - BM25.b + (BM25.b * length) / Math.max(1, averageLength));
    let sum = 0;
    for (const { word, weight } of weights) {
      const count = counts.get(word) ?? 0;
      if (count > 0) sum += (weight * count * (BM25.k1 + 1)) / (count + saturation);
    }
    return most > 0 ? sum / most : 0;
  };
}
