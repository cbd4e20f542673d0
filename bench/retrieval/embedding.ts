import { join } from "node:path";
import { cacheEmbedder } from "../../evals/judge/cached-embedder.js";
import { LANGUAGES } from "../../evals/open-data/directions.js";
import { createMemoryLibrary } from "../../src/adapters/library-memory.js";
import type { IndexedPassage } from "../../src/contracts/passage.js";
import type { Embedder } from "../../src/contracts/ports.js";
import { recipeOf } from "../../src/ingest/recipe.js";
import { loadBundledModel } from "../model.js";
import type { Xquad } from "./corpora.js";
import type { EmbeddedQuestion } from "./system.js";
import { ingest } from "./systems.js";

const CACHE = join(import.meta.dirname, "../../evals/report/cache");

export interface EmbeddedXquad {
  readonly xquad: Xquad;
  readonly questions: readonly EmbeddedQuestion[];
  /** All passages in both languages, with the vectors of their sentences. */
  readonly passages: readonly IndexedPassage[];
  /** Answers from memory for every text of XQuAD. */
  readonly embedder: Embedder;
}

/** Embeds everything once, so that nothing that is measured later waits for a model. Takes minutes the first time. */
export async function embedAll(xquad: Xquad): Promise<EmbeddedXquad> {
  const embedder = cacheEmbedder(await loadBundledModel(), CACHE);
  const library = createMemoryLibrary({ recipe: recipeOf(embedder.id), dimensions: embedder.dimensions });
  for (const language of LANGUAGES) {
    await ingest(xquad.paragraphs[language], library, embedder);
    await embedder.embedPassages(xquad.paragraphs[language].map(({ text }) => text));
  }
  const questions: EmbeddedQuestion[] = [];
  for (const question of xquad.questions) {
    questions.push({ ...question, vector: await embedder.embedQuestion(question.text) });
  }
  embedder.save();
  const { passages } = await library.statistics();
  const hits = await library.nearest(new Float32Array(embedder.dimensions), passages);
  return { xquad, questions, passages: hits.map(({ passage }) => passage), embedder };
}
