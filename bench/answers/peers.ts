import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { z } from "zod";
import type { Place } from "../../evals/open-data/place.js";
import { sum } from "../../evals/statistics/sum.js";
import { KonsilEmbeddings } from "../../src/adapters/langchain-embeddings.js";
import type { Language } from "../../src/contracts/document.js";
import type { Embedder } from "../../src/contracts/ports.js";
import { indexWords } from "../../src/language/index-words.js";
import { cosine, embedAsked } from "./konsil.js";

/** A sentence that a peer may put forward. */
export interface PeerSentence {
  readonly place: Place;
  readonly language: Language;
  readonly text: string;
  readonly vector: Float32Array;
}

export interface Asked {
  readonly text: string;
  readonly language: Language;
}

/** What a peer puts first. */
export interface Pick {
  readonly first: Place;
  /** By which it would have to refuse: comparable between questions, more is surer. */
  readonly score: number;
}

/** A way to choose one sentence among those of the documents that are allowed; null when it finds none. */
export interface Peer {
  readonly name: string;
  pick(question: Asked, isAllowed: (documentId: string) => boolean): Promise<Pick | null>;
}

/** The sentence with the highest cosine to the question, by the same model. */
export function cosinePeer(embedder: Embedder, sentences: readonly PeerSentence[]): Peer {
  return {
    name: "highest cosine",
    async pick({ text }, isAllowed) {
      const asked = await embedAsked(embedder, text);
      return bestOf(sentences, isAllowed, ({ vector }) => cosine(asked, vector));
    },
  };
}

/** The usual parameters of BM25. */
const BM25 = { k1: 1.2, b: 0.75 } as const;

/**
 * The best sentence by BM25 (S. Robertson and H. Zaragoza, 2009) over all sentences, with the words by which Konsil
 * indexes passages: stems, parts of compounds, quantities, and concepts, in which the two languages meet. The score is
 * the share of what a sentence with every word of the question would have.
 */
export function bm25Peer(sentences: readonly PeerSentence[]): Peer {
  const words = sentences.map(({ text, language }) => indexWords(text, language));
  const average = sum(words.map(({ length }) => length)) / Math.max(1, words.length);
  const postings = postingsOf(words);
  return {
    name: "BM25",
    async pick({ text, language }, isAllowed) {
      const scores = new Float64Array(sentences.length);
      let most = 0;
      for (const word of new Set(indexWords(text, language))) {
        const found = postings.get(word) ?? new Map<number, number>();
        const idf = Math.log(1 + (sentences.length - found.size + 0.5) / (found.size + 0.5));
        most += idf * (BM25.k1 + 1);
        for (const [at, count] of found) {
          const saturation = BM25.k1 * (1 - BM25.b + (BM25.b * (words[at]?.length ?? 0)) / average);
          scores[at] = (scores[at] ?? 0) + (idf * count * (BM25.k1 + 1)) / (count + saturation);
        }
      }
      return bestOf(sentences, isAllowed, (_, at) => (most === 0 ? 0 : (scores[at] ?? 0) / most));
    },
  };
}

/** How often each word stands in each text that holds it, by the texts' indices. */
function postingsOf(texts: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const postings = new Map<string, Map<number, number>>();
  for (const [at, words] of texts.entries()) {
    for (const word of words) {
      const counts = postings.get(word) ?? new Map<number, number>();
      postings.set(word, counts.set(at, (counts.get(at) ?? 0) + 1));
    }
  }
  return postings;
}

/** The first of the best, in the order of the sentences. */
function bestOf(
  sentences: readonly PeerSentence[],
  isAllowed: (documentId: string) => boolean,
  scoreOf: (sentence: PeerSentence, at: number) => number,
): Pick | null {
  let best: Pick | null = null;
  for (const [at, sentence] of sentences.entries()) {
    if (!isAllowed(sentence.place.documentId)) continue;
    const score = scoreOf(sentence, at);
    if (best === null || score > best.score) best = { first: sentence.place, score };
  }
  return best;
}

/** A passage as a LangChain chain hands it on, by the places of its sentences. */
export interface PeerPassage {
  readonly text: string;
  readonly sentences: readonly Place[];
}

/** What LangChain's store holds beside a text. */
const metadataSchema = z.object({ at: z.int() });
/** So many passages are looked at for one that is allowed. */
const DEPTH = 10;

/** The top passage of LangChain's `HNSWLib` store with the parameters that it has when none are given. */
export async function openLangChain(embedder: Embedder, passages: readonly PeerPassage[]) {
  const texts = passages.map(({ text }) => text);
  const metadata = passages.map((_, at) => ({ at }));
  const store = await HNSWLib.fromTexts(texts, metadata, new KonsilEmbeddings(embedder));
  return async ({ text }: Asked, isAllowed: (documentId: string) => boolean) => {
    const found = await store.similaritySearchWithScore(text, Math.min(DEPTH, passages.length));
    for (const [document, distance] of found) {
      const passage = passages[metadataSchema.parse(document.metadata).at];
      const first = passage?.sentences[0];
      if (passage !== undefined && first !== undefined && isAllowed(first.documentId)) {
        return { passage, first, score: 1 - distance };
      }
    }
    return null;
  };
}
