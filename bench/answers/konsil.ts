import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cacheEmbedder } from "../../evals/judge/cached-embedder.js";
import type { Place } from "../../evals/open-data/place.js";
import type { PlainDocument } from "../../evals/open-data/plain-document.js";
import { createLocalLibrary } from "../../src/adapters/library-local.js";
import { createAsker } from "../../src/ask/ask.js";
import { rankSentences } from "../../src/ask/judge.js";
import { retrieve } from "../../src/ask/retrieve.js";
import { understand } from "../../src/ask/understand.js";
import type { Answer } from "../../src/contracts/answer.js";
import type { IndexedPassage } from "../../src/contracts/passage.js";
import type { Embedder } from "../../src/contracts/ports.js";
import { createIngester } from "../../src/ingest/ingest.js";
import { recipeOf } from "../../src/ingest/recipe.js";
import { loadBundledModel } from "../model.js";

const CACHE = join(import.meta.dirname, "../../evals/report/cache");

/** The bundled model, which remembers on disk what it has embedded in earlier runs. */
export async function openEmbedder(): Promise<Embedder & { save(): void }> {
  return cacheEmbedder(await loadBundledModel(), CACHE);
}

/** The vector of each text; both kinds live in one space. */
export async function embedTexts(embedder: Embedder, texts: readonly string[]): Promise<Float32Array[]> {
  return embedder.embedPassages(texts);
}

export async function embedAsked(embedder: Embedder, question: string): Promise<Float32Array> {
  return embedder.embedQuestion(question);
}

/** Of unit vectors. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let product = 0;
  for (let at = 0; at < a.length; at += 1) product += (a[at] ?? 0) * (b[at] ?? 0);
  return product;
}

/** A sentence that is put forward, with the probability that it answers. */
export interface Ranked {
  readonly place: Place;
  readonly probability: number;
}

/** Konsil over a library of its own. */
export interface Konsil {
  /** Every sentence that may answer, most probable first, whatever its probability. No documents: all of them. */
  rank(question: string, documentIds?: readonly string[]): Promise<readonly Ranked[]>;
  /** The answer as it is shown. */
  ask(question: string, options?: AskedOf): Promise<Answer>;
  /** The canonical text, to which all offsets refer. Throws for an unknown id. */
  textOf(documentId: string): Promise<string>;
  /** All passages, with their sentences and vectors. */
  passages(): Promise<readonly IndexedPassage[]>;
  close(): Promise<void>;
}

export interface AskedOf {
  readonly documentIds?: readonly string[];
}

/** Ingests the documents into a library that is deleted when it is closed. */
export async function openKonsil(
  embedder: Embedder,
  { documents }: { readonly documents: readonly PlainDocument[] },
): Promise<Konsil> {
  const folder = await mkdtemp(join(tmpdir(), "konsil-bench-answers-"));
  const { id, dimensions } = embedder;
  const library = await createLocalLibrary({ folder, recipe: recipeOf(id), dimensions });
  const ingester = createIngester({ library, embedder });
  for (const { id, language, title, text } of documents) {
    const bytes = new TextEncoder().encode(text);
    const given = { language, ...(title === null ? {} : { title }) };
    await ingester.ingestUpload({ name: `${id}.txt`, mediaType: "text/plain", bytes, given }, { id });
  }
  await library.flush();
  const { passages } = await library.statistics();
  const asker = createAsker({ library, embedder });
  return {
    async rank(question, documentIds) {
      const understood = understand({ question });
      const reading = embedder.readQuestion(understood.standalone);
      const filter = documentIds === undefined ? undefined : { documentIds: [...documentIds] };
      const evidence = await retrieve(understood, { library, reading, passages }, { filter });
      return rankSentences(understood, evidence).map(({ candidate, view, probability }) => {
        const { start, end } = view.sentence;
        return { place: { documentId: candidate.document.id, start, end }, probability };
      });
    },
    ask(question, { documentIds } = {}) {
      const filter = documentIds === undefined ? {} : { filter: { documentIds: [...documentIds] } };
      return asker.ask({ question, ...filter });
    },
    async textOf(documentId) {
      const document = await library.document(documentId);
      if (document === null) throw new Error(`there is no document ${documentId}`);
      return document.text;
    },
    async passages() {
      const hits = await library.nearest(new Float32Array(dimensions), passages);
      return hits.map(({ passage }) => passage);
    },
    async close() {
      await library.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
