import { Embeddings, type EmbeddingsParams } from "@langchain/core/embeddings";
import type { Embedder } from "../contracts/ports.js";

/** Any embedder of Konsil as LangChain embeddings, with the right prefixes for questions and passages. */
export class KonsilEmbeddings extends Embeddings {
  readonly #embedder: Embedder;

  constructor(embedder: Embedder, params: EmbeddingsParams = {}) {
    super(params);
    this.#embedder = embedder;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors = await this.#embedder.embedPassages(texts);
    return vectors.map((vector) => Array.from(vector));
  }

  override async embedQuery(text: string): Promise<number[]> {
    return Array.from(await this.#embedder.embedQuestion(text));
  }
}
