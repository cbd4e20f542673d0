import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalLibrary } from "../../src/adapters/library-local.js";
import { createMemoryLibrary } from "../../src/adapters/library-memory.js";
import { vocabularyOf } from "../../src/ask/library-vocabulary.js";
import { retrieve } from "../../src/ask/retrieve.js";
import { fuse } from "../../src/ask/retrieve-fusion.js";
import { searchTerms } from "../../src/ask/retrieve-terms.js";
import { understand } from "../../src/ask/understand.js";
import type { Embedder, Hit, Library } from "../../src/contracts/ports.js";
import { createIngester } from "../../src/ingest/ingest.js";
import { recipeOf } from "../../src/ingest/recipe.js";
import { timed } from "../timed.js";
import type { IndexedParagraph } from "./corpora.js";
import type { EmbeddedQuestion, OpenSystems, System } from "./system.js";

/** A long paragraph is several passages: of so many passages, ten paragraphs remain. */
const PASSAGES = 20;

/** Exact search by vectors, in memory. */
export const openExact: OpenSystems = async ({ paragraphs }, embedder) => {
  const library = createMemoryLibrary({ recipe: recipeOf(embedder.id), dimensions: embedder.dimensions });
  const { ms } = await timed(() => ingest(paragraphs, library, embedder));
  const { passages } = await library.statistics();
  return {
    systems: [nearest("vectors, exact", library), nearestWithSentences(library, passages)],
    buildMs: ms,
    diskBytes: null,
    close: () => library.close(),
  };
};

/** Konsil itself, and its two searches each for itself, all on the same library. */
export const openKonsil: OpenSystems = async ({ paragraphs }, embedder) => {
  const folder = await mkdtemp(join(tmpdir(), "konsil-bench-retrieval-"));
  const library = await createLocalLibrary({
    folder,
    recipe: recipeOf(embedder.id),
    dimensions: embedder.dimensions,
  });
  const { ms } = await timed(async () => {
    await ingest(paragraphs, library, embedder);
    await library.flush();
  });
  return {
    systems: [nearest("vectors, HNSW", library), words(library), konsil(library)],
    buildMs: ms,
    diskBytes: await sizeOf(folder),
    async close() {
      await library.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Puts paragraphs into a library as anything comes in: one document each, without a title. */
export async function ingest(
  paragraphs: readonly IndexedParagraph[],
  library: Library,
  embedder: Embedder,
): Promise<void> {
  const ingester = createIngester({ library, embedder });
  for (const { id, language, text } of paragraphs) {
    const bytes = new TextEncoder().encode(text);
    await ingester.ingestUpload({ name: `${id}.txt`, mediaType: "text/plain", bytes, given: { language } }, { id });
  }
}

function nearest(name: string, library: Library): System {
  return { name, search: async ({ vector }) => paragraphsOf(await library.nearest(vector, PASSAGES)) };
}

/** As `retrieve` scores when it knows of no words and of one language only. */
function nearestWithSentences(library: Library, passages: number): System {
  return {
    name: "vectors with sentences, exact",
    async search({ vector }) {
      const hits = await library.nearest(vector, passages);
      return paragraphsOf(fuse(hits, [], { vector, detected: null }, passages));
    },
  };
}

function words(library: Library): System {
  return { name: "words alone", search: async ({ text }) => paragraphsOf(await matchWords(library, text)) };
}

/** The search for words as `retrieve` does it. */
async function matchWords(library: Library, question: string): Promise<Hit[]> {
  const terms = searchTerms(understand({ question }).words, vocabularyOf(await library.vocabulary()));
  return library.matching(terms, PASSAGES);
}

function konsil(library: Library): System {
  return {
    name: "Konsil",
    async search({ text, vector }: EmbeddedQuestion) {
      const { passages } = await library.statistics();
      const from = { library, reading: Promise.resolve({ vector, words: null }), passages };
      const { candidates } = await retrieve(understand({ question: text }), from, { limit: PASSAGES });
      return paragraphsOf(candidates);
    },
  };
}

/** A paragraph counts where its best passage stands. */
function paragraphsOf(hits: readonly Pick<Hit, "document">[]): string[] {
  return [...new Set(hits.map(({ document }) => document.id))];
}

/** Bytes of all files in a folder. */
export async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
