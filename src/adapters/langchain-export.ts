import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import type { Document } from "../contracts/document.js";
import { KonsilError } from "../contracts/errors.js";
import type { Hit, Library } from "../contracts/ports.js";
import { passageDocument } from "./langchain-retriever.js";

const DOCUMENTS_A_PAGE = 100;

/**
 * Writes every passage that can be found, with its stored vector, into a folder that LangChain's own
 * `HNSWLib.load(folder, embeddings)` reads. No passage is embedded again.
 * Returns the number of passages. Throws `index_not_ready` for an empty library.
 */
export async function exportToHnswLib(
  library: Library,
  embeddings: EmbeddingsInterface,
  folder: string,
): Promise<number> {
  // A library lists passages only by searching: asked for as many as the document has, any vector finds all of them.
  const anything = Float32Array.from(await embeddings.embedQuery(""));
  const hits: Hit[] = [];
  for await (const { id, passages } of allDocuments(library))
    hits.push(...(await library.nearest(anything, passages, { documentIds: [id] })));
  if (hits.length === 0) throw new KonsilError("index_not_ready", "There are no passages to export.");

  const store = new HNSWLib(embeddings, { space: "cosine", numDimensions: anything.length });
  await store.addVectors(
    hits.map(({ passage }) => Array.from(passage.vector)),
    hits.map(({ passage, document }) =>
      passageDocument({ ...document, ...passage, passageId: passage.id }, passage.text),
    ),
  );
  await store.save(folder);
  return hits.length;
}

async function* allDocuments(library: Library): AsyncGenerator<Document> {
  let cursor: string | null = null;
  do {
    const page = await library.documents({}, { limit: DOCUMENTS_A_PAGE, cursor });
    yield* page.documents;
    cursor = page.nextCursor;
  } while (cursor !== null);
}
