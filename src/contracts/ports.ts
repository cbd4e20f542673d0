import type { Document, DocumentWithText, Filter, Language, Origin } from "./document.js";
import type { IndexedPassage, Span } from "./passage.js";

/** A word of a question as the model reads it there, for late interaction (Khattab and Zaharia, arXiv:2004.12832). */
export interface QuestionWord extends Span {
  /** Minus the natural logarithm of its probability in text: about 4 for "the", 12 and more for a name. */
  readonly rarity: number;
  /** A direction, of unit length times 127. States of one embedder have the same number of dimensions. */
  readonly state: Int8Array;
}

export interface QuestionReading {
  /** What `embedQuestion` gives. */
  readonly vector: Float32Array;
  /** What stands between white space, in order, as far as the model reads; null for an embedder that gives no word states. */
  readonly words: readonly QuestionWord[] | null;
}

export interface PassageText {
  /** What stands above the text: it is read too, and none of its words are given. */
  readonly context: string;
  readonly text: string;
  /** In `text`. */
  readonly sentences: readonly Span[];
}

export interface PassageReading {
  /** What `embedPassages` gives for context and text in one. */
  readonly vector: Float32Array;
  /** As `IndexedPassage.sentenceWords`. */
  readonly sentenceWords: readonly Int8Array[] | null;
}

/** Turns text into unit vectors. Its conformance suite: `tests/contract/embedder.ts`. */
export interface Embedder {
  /** Names the model and its exact weights: vectors of different ids are never compared. */
  readonly id: string;
  readonly dimensions: number;
  /** One unit vector; jumps the queue ahead of waiting passages. Throws `cancelled`, `model_unavailable`. */
  embedQuestion(text: string, signal?: AbortSignal): Promise<Float32Array>;
  /** One unit vector a text, in the order of the texts. Throws `cancelled`, `model_unavailable`. */
  embedPassages(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
  /** `embedQuestion`, with the states of the words from the same run. Throws `cancelled`, `model_unavailable`. */
  readQuestion(text: string, signal?: AbortSignal): Promise<QuestionReading>;
  /** `embedPassages`, with the states of the words from the same runs. Throws `cancelled`, `model_unavailable`. */
  readPassages(passages: readonly PassageText[], signal?: AbortSignal): Promise<PassageReading[]>;
  close(): Promise<void>;
}

/** A passage that a search found, with its document's metadata. */
export interface Hit {
  readonly passage: IndexedPassage;
  readonly document: Document;
  /** `nearest`: cosine similarity. `matching`: BM25 as a share of a passage that holds every word, 0 to 1. */
  readonly score: number;
}

export interface WeightedWord {
  readonly word: string;
  /** Above 0, at most 1: how far finding this word counts. */
  readonly weight: number;
}

/** One thing to search for: a word, or words that stand for one another, of which the best found counts. */
export type SearchTerm = string | readonly WeightedWord[];

/** What the corpus holds, for signals that compare a question with the whole. */
export interface LibraryStatistics {
  readonly documents: number;
  readonly passages: number;
  readonly languages: Readonly<Record<Language, number>>;
}

export interface DocumentPage {
  readonly documents: readonly Document[];
  /** Hand it to `documents` for the next page; null on the last. */
  readonly nextCursor: string | null;
}

export interface OriginSummary {
  readonly source: string | null;
  readonly sha256: string;
  readonly recipe: string;
}

/**
 * Keeps documents, and finds their passages. `put` and `remove` are atomic and effective for the very next search.
 * A library is opened for one recipe: documents of another one are kept and listed, and not found by a search.
 * Its conformance suite: `tests/contract/library.ts`.
 */
export interface Library {
  /** Stores a document with its passages, in place of any earlier one of the same id. Throws `storage_unavailable`. */
  put(document: DocumentWithText, passages: readonly IndexedPassage[], origin: Origin): Promise<void>;
  /** True when there was such a document. */
  remove(documentId: string): Promise<boolean>;
  document(documentId: string): Promise<DocumentWithText | null>;
  /** What the document was made from; null for an unknown one. */
  origin(documentId: string): Promise<Origin | null>;
  /** The origins of all documents by id, without their bytes. */
  origins(): Promise<ReadonlyMap<string, OriginSummary>>;
  /** Ordered by id. */
  documents(
    filter?: Filter,
    page?: { readonly limit?: number; readonly cursor?: string | null },
  ): Promise<DocumentPage>;
  /** The `k` passages nearest to the vector, best first; the filter is applied inside the search. */
  nearest(vector: Float32Array, k: number, filter?: Filter): Promise<Hit[]>;
  /** The `k` passages that hold the terms best, best first; passages that hold none are left out. */
  matching(terms: readonly SearchTerm[], k: number, filter?: Filter): Promise<Hit[]>;
  /** In how many passages each word stands; 0 for an unknown one. */
  frequencies(words: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Every indexed word, with the number of passages it stands in; the same object until the library changes, then another. */
  vocabulary(): Promise<ReadonlyMap<string, number>>;
  statistics(): Promise<LibraryStatistics>;
  /** Writes rebuildable artefacts beside the truth, so that the next start is quick. Not needed for soundness. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Scores texts by how well they answer a question. Its conformance suite: `tests/contract/reranker.ts`. */
export interface Reranker {
  /** Names the model and where it runs, for the log and for `konsil doctor`. */
  readonly id: string;
  /**
   * One finite relevance score a text, in the order of the texts: higher is better, on any scale, comparable within one
   * call only. Throws `cancelled`, `model_unavailable`.
   */
  rerank(question: string, texts: readonly string[], signal?: AbortSignal): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** A text that a writer may cite, under the number by which it does. */
export interface WriterSource {
  readonly marker: number;
  readonly title: string;
  readonly text: string;
}

export interface Message {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
  /**
   * The same message for a model that cites by itself: the sources are handed to it apart, and `content` here does
   * without them. What it cites comes back as markers in the text ("… [2]"), as other models write them.
   */
  readonly citable?: { readonly content: string; readonly sources: readonly WriterSource[] };
}

export interface WriteOptions {
  readonly signal?: AbortSignal;
  /** The reply ends there at the latest. */
  readonly maxTokens?: number;
}

/** A language model. Its conformance suite: `tests/contract/writer.ts`. */
export interface Writer {
  /** Names the model and where it runs, for the log and for `konsil doctor`; holds no credentials. */
  readonly id: string;
  /** As in an answer's `writer.provider`: "openai", "anthropic", "ollama", "llamacpp", "langchain". */
  readonly provider: string;
  readonly model: string;
  /** How many tokens messages and reply may have together; null where nobody knows. */
  readonly contextTokens: number | null;
  /**
   * The reply in pieces, none of them empty, as they come; no piece at all where the model says nothing, or asks for a
   * tool. The model is stopped when the signal fires and when the caller stops reading. Throws `WriterError`, and
   * `cancelled` when the signal fires.
   */
  write(messages: readonly Message[], options?: WriteOptions): AsyncIterable<string>;
  close(): Promise<void>;
}
