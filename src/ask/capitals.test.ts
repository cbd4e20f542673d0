import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHashingEmbedder } from "../adapters/embedder-hashing.js";
import { createMemoryLibrary } from "../adapters/library-memory.js";
import type { Library } from "../contracts/ports.js";
import { createIngester } from "../ingest/ingest.js";
import { recipeOf } from "../ingest/recipe.js";
import { restoreCapitals } from "./capitals.js";

const TEXT = `# Klinikum Nordtal and Aurora Medtech

Klinikum Nordtal and Aurora Medtech signed an agreement. The WTZ of Nordtal trains surgeons. Surgeons welcome the agreement.
Aurora Medtech and Klinikum Nordtal train together. See aurora-medtech.example for more.
`;

let library: Library;

beforeAll(async () => {
  const embedder = createHashingEmbedder();
  library = createMemoryLibrary({ recipe: recipeOf(embedder.id), dimensions: embedder.dimensions });
  const bytes = new TextEncoder().encode(TEXT);
  await createIngester({ library, embedder }).ingestUpload({
    name: "a.md",
    mediaType: "text/markdown",
    bytes,
    given: { language: "en" },
  });
});
afterAll(() => library.close());

describe("restoreCapitals", () => {
  it.each([
    ["who signed with aurora medtech?", "who signed with Aurora Medtech?"],
    ["what does the wtz do", "what does the WTZ do"],
    ["what do surgeons say of the agreement", "what do surgeons say of the agreement"],
    // Has a capital: whoever types so means the small letters.
    ["Who signed with aurora medtech?", "Who signed with aurora medtech?"],
    ["who is frans block", "who is frans block"],
    ["", ""],
  ])("reads %j as %j", async (question, restored) => {
    expect(await restoreCapitals(question, library)).toBe(restored);
  });
});
