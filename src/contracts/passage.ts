/** A half-open range of UTF-16 offsets into a document's canonical text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What a sentence is in its document. Only `prose`, `item` and `row` can answer on their own; the others give
 * context (`heading`, `caption`, `dateline`).
 */
export type SentenceKind = "prose" | "item" | "row" | "heading" | "caption" | "dateline";

/** The smallest unit that is quoted. */
export interface Sentence extends Span {
  readonly kind: SentenceKind;
  /** The sentence that introduces a list item ("The focus areas are:"); null elsewhere. */
  readonly leadIn: Span | null;
}

/** Where a passage stands in its document: the report itself, or the paragraph about an organisation at its end. */
export type Section = "body" | "about";

/** A run of whole sentences below one heading: the unit of retrieval. */
export interface Passage {
  /** `<documentId>#<ordinal>`, stable as long as the document's text is. */
  readonly id: string;
  readonly documentId: string;
  readonly ordinal: number;
  readonly heading: string | null;
  readonly section: Section;
  readonly start: number;
  readonly end: number;
  /** `document.text.slice(start, end)` */
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** A passage as it is stored: with the vectors, word states and analysed words by which it is found and judged. */
export interface IndexedPassage extends Passage {
  /** Unit length, of title, heading and text. */
  readonly vector: Float32Array;
  /** Unit length, one for each of `sentences`. */
  readonly sentenceVectors: readonly Float32Array[];
  /**
   * One for each of `sentences`: the states of its words, each a direction of unit length times 127, one after the other;
   * empty where there are none. Null where the embedder gives no word states.
   */
  readonly sentenceWords: readonly Int8Array[] | null;
  /** Analysed words (`language/words`), in order, repeated as often as they occur. */
  readonly words: readonly string[];
}
