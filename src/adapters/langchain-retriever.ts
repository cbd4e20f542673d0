import { Document } from "@langchain/core/documents";
import { BaseRetriever, type BaseRetrieverInput } from "@langchain/core/retrievers";
import type { FoundPassage } from "../contracts/answer.js";

/** What a passage says of itself in LangChain; `documentText.slice(start, end)` is its text. */
export type PassageMetadata = {
  readonly documentId: string;
  readonly passageId: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** Of the section that the passage stands in. */
  readonly heading: string | null;
  readonly start: number;
  readonly end: number;
  /** Only its order means anything. Absent where nothing was searched. */
  readonly score?: number;
};

export interface KonsilRetrieverInput extends BaseRetrieverInput {
  /** `searchOverHttp`, or in one's own process `(query, k) => asker.search({ query, limit: k })`. */
  readonly search: (query: string, k: number) => Promise<readonly FoundPassage[]>;
  readonly k?: number;
}

/** Konsil's search as a LangChain retriever, best passage first. What `search` throws comes through. */
export class KonsilRetriever extends BaseRetriever<PassageMetadata> {
  override lc_namespace = ["konsil", "retrievers"];
  readonly k: number;
  readonly #search: KonsilRetrieverInput["search"];

  static override lc_name(): string {
    return "KonsilRetriever";
  }

  constructor({ search, k = 5, ...input }: KonsilRetrieverInput) {
    super(input);
    this.#search = search;
    this.k = k;
  }

  override async _getRelevantDocuments(query: string): Promise<Document<PassageMetadata>[]> {
    const found = await this.#search(query, this.k);
    return found.map((passage) => passageDocument(passage, passage.text, passage.score));
  }
}

/** A passage as a LangChain document, its id that of the passage. */
export function passageDocument(
  passage: Omit<PassageMetadata, "score">,
  text: string,
  score?: number,
): Document<PassageMetadata> {
  const { documentId, passageId, title, publisher, publishedAt, url, language, heading, start, end } = passage;
  const about = { title, publisher, publishedAt, url, language, heading };
  const metadata: PassageMetadata = { documentId, passageId, ...about, start, end };
  return new Document({
    id: passageId,
    pageContent: text,
    metadata: score === undefined ? metadata : { ...metadata, score },
  });
}
