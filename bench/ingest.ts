import { join } from "node:path";
import { sum } from "../evals/statistics/sum.js";
import { createLocalLibrary } from "../src/adapters/library-local.js";
import type { Embedder } from "../src/contracts/ports.js";
import { createIngester } from "../src/ingest/ingest.js";
import { recipeOf } from "../src/ingest/recipe.js";
import { writeCorpus } from "./corpus.js";
import type { Measurement } from "./measurement.js";
import { timed } from "./timed.js";

const ROUNDS = 4;
const DOCUMENTS_A_ROUND = 12;
const PARAGRAPHS = 8;
const EXPECTED_RATIO = 0.85;

/**
 * What is left of the embedder's speed when whole documents are ingested: read, cut, stored and indexed. Every round
 * ingests new documents, then embeds the very same texts bare.
 */
export async function measureIngest(embedder: Embedder, folder: string): Promise<Measurement[]> {
  const recipe = recipeOf(embedder.id);
  const library = await createLocalLibrary({ folder: join(folder, "data"), recipe, dimensions: embedder.dimensions });
  const recorded: string[] = [];
  const recorder: Embedder = {
    ...embedder,
    readPassages(passages, signal) {
      recorded.push(...passages.map(({ context, text }) => context + text));
      return embedder.readPassages(passages, signal);
    },
    embedPassages(texts, signal) {
      recorded.push(...texts);
      return embedder.embedPassages(texts, signal);
    },
  };
  const ingester = createIngester({ library, embedder: recorder });
  const rounds: { texts: number; ingestMs: number; bareMs: number }[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const corpus = join(folder, `round-${round}`);
      writeCorpus(corpus, round * DOCUMENTS_A_ROUND, (round + 1) * DOCUMENTS_A_ROUND, PARAGRAPHS);
      recorded.length = 0;
      const { ms: ingestMs, result } = await timed(() => ingester.ingestPaths([corpus]));
      if (result.added.length !== DOCUMENTS_A_ROUND) throw new Error(`not ingested: ${JSON.stringify(result.failed)}`);
      const texts = [...recorded];
      const { ms: bareMs } = await timed(() => embedder.embedPassages(texts));
      rounds.push({ texts: texts.length, ingestMs, bareMs });
    }
  } finally {
    await library.close();
  }
  const texts = sum(rounds.map((round) => round.texts));
  const bare = (1000 * texts) / sum(rounds.map((round) => round.bareMs));
  const ingest = (1000 * texts) / sum(rounds.map((round) => round.ingestMs));
  return [
    { name: "ingest / bare embedding", value: ingest / bare, unit: "", expected: { atLeast: EXPECTED_RATIO } },
    { name: "texts embedded bare", value: bare, unit: "/s" },
    { name: "texts embedded inside ingest", value: ingest, unit: "/s" },
  ];
}
