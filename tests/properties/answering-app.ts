import { createMemoryLibrary } from "../../src/adapters/library-memory.js";
import { type Asker, createAsker } from "../../src/ask/ask.js";
import type { Embedder, Library } from "../../src/contracts/ports.js";
import { createIngester, type Ingester } from "../../src/ingest/ingest.js";
import { recipeOf } from "../../src/ingest/recipe.js";
import { type Collaboration, markdownOf } from "./random-collaborations.js";

export interface App {
  readonly library: Library;
  readonly ingester: Ingester;
  readonly asker: Asker;
}

/** An application over documents, which were taken in one after the other. */
export async function appWith(embedder: Embedder, documents: readonly Collaboration[]): Promise<App> {
  const library = createMemoryLibrary({ recipe: recipeOf(embedder.id), dimensions: embedder.dimensions });
  const app = { library, ingester: createIngester({ library, embedder }), asker: createAsker({ library, embedder }) };
  for (const document of documents) await put(app, document);
  return app;
}

/** Stores a document, in place of an earlier one of its id. */
export async function put({ ingester }: Pick<App, "ingester">, collaboration: Collaboration): Promise<void> {
  const { id } = collaboration;
  const bytes = new TextEncoder().encode(markdownOf(collaboration));
  await ingester.ingestUpload({ name: `${id}.md`, mediaType: null, bytes }, { id, replace: true });
}
