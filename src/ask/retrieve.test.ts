import { describe, expect, it } from "vitest";
import { createHashingEmbedder } from "../adapters/embedder-hashing.js";
import { createMemoryLibrary } from "../adapters/library-memory.js";
import type { QuestionReading } from "../contracts/ports.js";
import { createIngester } from "../ingest/ingest.js";
import { recipeOf } from "../ingest/recipe.js";
import { retrieve } from "./retrieve.js";
import { understand } from "./understand.js";

const TEXT = `# Klinikum Lindental

Das Klinikum Lindental liegt am Fluss. Vera Talmann leitet das Klinikum Lindental. Die Kantine öffnet mittags.
`;
const QUESTION = "Wer leitet das Klinikum Lindental?";

const embedder = createHashingEmbedder();

/** What is found for the question in a library of one document, whose passage has three sentences. */
async function find(reading: Promise<QuestionReading>) {
  const library = createMemoryLibrary({ recipe: recipeOf(embedder.id), dimensions: embedder.dimensions });
  const bytes = new TextEncoder().encode(TEXT);
  await createIngester({ library, embedder }).ingestUpload({ name: "a.md", mediaType: "text/markdown", bytes });
  const { passages } = await library.statistics();
  const { candidates } = await retrieve(understand({ question: QUESTION }), { library, reading, passages });
  const [candidate] = candidates;
  if (candidate === undefined) throw new RangeError("nothing found");
  return candidate;
}

describe("retrieve", () => {
  it("scores every sentence of a passage by its words, the one that holds most of the question's highest", async () => {
    const { passage, lateScores } = await find(embedder.readQuestion(QUESTION));
    expect(lateScores).toHaveLength(passage.sentences.length);
    const [liegt = 0, leitet = 0, kantine = 0] = lateScores.map((score) => score ?? Number.NaN);
    expect(leitet).toBeGreaterThan(liegt);
    expect(liegt).toBeGreaterThan(kantine);
  });

  it("knows no such scores where the embedder gives no words", async () => {
    const vector = await embedder.embedQuestion(QUESTION);
    const { lateScores, lateMatch, sentenceScores } = await find(Promise.resolve({ vector, words: null }));
    expect(lateScores).toEqual(sentenceScores.map(() => null));
    expect(lateMatch).toBeNull();
  });
});
