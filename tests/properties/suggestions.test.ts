import "./seed.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHashingEmbedder } from "../../src/adapters/embedder-hashing.js";
import { createMemoryLibrary } from "../../src/adapters/library-memory.js";
import { candidatesOf } from "../../src/ask/suggest/candidates.js";
import { sourcesOf } from "../../src/ask/suggest/source.js";
import { KonsilError } from "../../src/contracts/errors.js";
import { createIngester } from "../../src/ingest/ingest.js";
import { recipeOf } from "../../src/ingest/recipe.js";
import { randomMarkdown } from "./random-documents.js";

/** Sentences that suggest questions, with names that hold what patterns are made of. */
const odd = fc.constantFrom(
  "C++",
  "(x",
  "a|b",
  "[y]",
  "$1",
  "\\d",
  "Klinik",
  "Zentrum Nord",
  "Ärzte*innen",
  "µ·",
  "Dr. X",
);
const telling = fc
  .tuple(odd, odd)
  .map(([a, b]) =>
    [
      `${a} ist ein Verfahren.`,
      `${a} is an approach.`,
      `${a} und ${b} arbeiten seit 2020 zusammen.`,
      `Eva ${a} ist die Direktorin des Klinikums ${b}.`,
      `Klinikum ${b} hat 120 Betten und beschäftigt 400 Menschen.`,
      `„Das ist gut“, sagte Eva ${b}, Leiterin der Klinik ${a}.`,
    ].join(" "),
  );

describe("the questions that a random document suggests", () => {
  it("are one line each, and made from places in its text", async () => {
    const embedder = createHashingEmbedder();
    let suggested = 0;
    await fc.assert(
      fc.asyncProperty(randomMarkdown, telling, fc.constantFrom("de", "en"), async (random, sentences, language) => {
        const library = createMemoryLibrary({ recipe: recipeOf(embedder.id), dimensions: embedder.dimensions });
        const bytes = new TextEncoder().encode(`${random}\n\n${sentences}\n`);
        try {
          await createIngester({ library, embedder }).ingestUpload(
            { name: "d.md", mediaType: null, bytes },
            { id: "d" },
          );
        } catch (error) {
          if (error instanceof KonsilError && error.code === "unreadable_document") return;
          throw error;
        }
        for (const document of (await library.documents()).documents) {
          const sources = await sourcesOf(document, library, embedder.dimensions);
          for (const candidate of candidatesOf(document, sources, language)) {
            expect(candidate.question).toMatch(/^[^\n]{5,300}\?$/u);
            for (const { start, end } of candidate.sources)
              expect([start < end, end <= document.length]).toEqual([true, true]);
            suggested += 1;
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(suggested).toBeGreaterThan(0);
  });
});
