import { createHashingEmbedder } from "../../src/adapters/embedder-hashing.js";
import { createMemoryLibrary } from "../../src/adapters/library-memory.js";
import type { DocumentWithText } from "../../src/contracts/document.js";
import { createIngester } from "../../src/ingest/ingest.js";
import { recipeOf } from "../../src/ingest/recipe.js";

/**
 * The documents of a folder as Konsil reads them, with their canonical texts, so that every system is asked over the same
 * words and cites the same places. Throws an `Error` that names what could not be read.
 */
export async function readDocuments(folder: string): Promise<DocumentWithText[]> {
  // What is found is not asked of this library, so that any vectors do.
  const embedder = createHashingEmbedder();
  const library = createMemoryLibrary({ recipe: recipeOf(embedder.id), dimensions: embedder.dimensions });
  try {
    const { added, failed } = await createIngester({ library, embedder }).ingestPaths([folder]);
    if (failed.length > 0) throw new Error(`not read: ${failed.map(({ name }) => name).join(", ")}`);
    const documents = await Promise.all([...added].sort().map((id) => library.document(id)));
    return documents.filter((document) => document !== null);
  } finally {
    await library.close();
    await embedder.close();
  }
}
