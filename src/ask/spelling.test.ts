import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHashingEmbedder } from "../adapters/embedder-hashing.js";
import { createMemoryLibrary } from "../adapters/library-memory.js";
import type { Library } from "../contracts/ports.js";
import { createIngester } from "../ingest/ingest.js";
import { recipeOf } from "../ingest/recipe.js";
import { correctSpelling } from "./spelling.js";

const TEXT = `# Klinikum Nordtal und Aurora Medtech

Das Klinikum Nordtal und Aurora Medtech haben einen Kooperationsvertrag unterzeichnet. Die Strahlentherapie bekommt
neue Geräte. Professorin Wiltrud Ackermann leitet die Radiologie in Homburg.
`;

let library: Library;

beforeAll(async () => {
  const embedder = createHashingEmbedder();
  library = createMemoryLibrary({ recipe: recipeOf(embedder.id), dimensions: embedder.dimensions });
  const bytes = new TextEncoder().encode(TEXT);
  await createIngester({ library, embedder }).ingestUpload({ name: "a.md", mediaType: "text/markdown", bytes });
});
afterAll(() => library.close());

describe("correctSpelling", () => {
  it.each([
    ["Wer leitet die Radiolgie?", "Radiolgie", "Radiologie"],
    ["Was steht im Koperationsvertrag?", "Koperationsvertrag", "Kooperationsvertrag"],
    ["Was bekommt die Strahlenterapie?", "Strahlenterapie", "Strahlentherapie"],
    ["Wer ist Frau Ackermnan?", "Ackermnan", "Ackermann"],
    // No document holds the word; its meaning may be found in another one.
    ["Wie viele Mitarbeter hat es?", "Mitarbeter", "Mitarbeiter"],
  ])("reads %j as the documents write it", async (question, from, to) => {
    const spelling = await correctSpelling(question, library);
    expect(spelling).toEqual({ question: question.replace(from, to), corrections: [{ from, to }] });
  });

  it.each([
    "Wer leitet die Radiologie?",
    // A place that is not the place in the documents.
    "Wer leitet die Radiologie in Hamburg?",
    // Words of the language that no document holds, and that are near to one which they do hold.
    "Welche Verträge sind generell gekündigt?",
    "Which devices does the hospital generate?",
    "Was ist ein digitaler Zwilling?",
    // Near as stems only, and words of another language.
    "Was unterscheidet die Geräte?",
    "How is the effect quantified?",
    // Rare words near to usual ones that no document holds, and another prefix.
    "In wie viele Zentren ist es gegliedert?",
    "Which workflows will they redesign?",
    "Was streben sie an?",
    "Wie lautet die Strahlenüberschrift?",
    "Wie is de directeur die het instituut leidt?",
    "Was ist mit UKM und WTZ?",
    "🙂 ?!",
    "x".repeat(2000),
    "",
  ])("leaves %j as it is", async (question) => {
    expect(await correctSpelling(question, library)).toEqual({ question, corrections: [] });
  });
});
