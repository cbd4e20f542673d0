import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DocumentWithText, Origin } from "../contracts/document.js";
import type { IndexedPassage } from "../contracts/passage.js";
import { createHashingEmbedder } from "./embedder-hashing.js";
import { KonsilEmbeddings } from "./langchain-embeddings.js";
import { exportToHnswLib } from "./langchain-export.js";
import { createMemoryLibrary } from "./library-memory.js";

const embedder = createHashingEmbedder(64);
const embeddings = new KonsilEmbeddings(embedder);
const ORIGIN: Origin = { source: null, name: "a.md", mediaType: null, bytes: new Uint8Array(), given: {}, recipe: "r" };

async function documentOf(id: string, paragraphs: readonly string[]) {
  const text = paragraphs.join("\n");
  const vectors = await embedder.embedPassages(paragraphs);
  const passages = paragraphs.map((paragraph, ordinal): IndexedPassage => {
    const start = text.indexOf(paragraph);
    const end = start + paragraph.length;
    const vector = vectors[ordinal] ?? new Float32Array(embedder.dimensions);
    return {
      id: `${id}#${ordinal}`,
      documentId: id,
      ordinal,
      heading: null,
      section: "body",
      start,
      end,
      text: paragraph,
      sentences: [{ start, end, kind: "prose", leadIn: null }],
      vector,
      sentenceVectors: [vector],
      sentenceWords: null,
      words: paragraph.toLowerCase().split(" "),
    };
  });
  const document: DocumentWithText = {
    id,
    title: `Title of ${id}`,
    publisher: null,
    publishedAt: "2025-01-31",
    url: null,
    language: "en",
    partners: [],
    kind: null,
    length: text.length,
    passages: passages.length,
    sha256: "0".repeat(64),
    ingestedAt: "2025-02-01T00:00:00Z",
    metadata: {},
    text,
  };
  return { document, passages };
}

const SUBJECTS = ["ferry", "ward", "garden", "laboratory", "bridge", "library", "kitchen"];
const VERBS = ["opened", "moved", "closed", "grew", "burned"];
const PLACES = ["Auental", "Birkental", "Lindenhof"];

/** A different sentence for every `i` below 105. */
function sentence(i: number): string {
  return `The ${SUBJECTS[i % 7]} ${VERBS[i % 5]} in ${PLACES[i % 3]}.`;
}

describe("exportToHnswLib", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "konsil-export-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("writes a folder in which LangChain's own HNSWLib finds the same passages", async () => {
    const library = createMemoryLibrary({ recipe: "r", dimensions: embedder.dimensions });
    for (let i = 0; i < 105; i++) {
      const { document, passages } = await documentOf(`report-${i}`, [sentence(i), `Report ${i} ends here.`]);
      await library.put(document, passages, ORIGIN);
    }
    expect(await exportToHnswLib(library, embeddings, folder)).toBe(210);

    const store = await HNSWLib.load(folder, embeddings);
    for (const question of ["Which ferry burned in Auental?", "When was the ward of Lindenhof closed?"]) {
      const [expected] = await library.nearest(await embedder.embedQuestion(question), 1);
      const [found] = await store.similaritySearch(question, 1);
      expect(found?.pageContent).toBe(expected?.passage.text);
      expect(found?.metadata).toMatchObject({
        passageId: expected?.passage.id,
        documentId: expected?.document.id,
        title: expected?.document.title,
        publishedAt: "2025-01-31",
        start: expected?.passage.start,
        end: expected?.passage.end,
      });
    }
  });

  it("refuses to export nothing", async () => {
    const library = createMemoryLibrary({ recipe: "r", dimensions: embedder.dimensions });
    await expect(exportToHnswLib(library, embeddings, folder)).rejects.toMatchObject({ code: "index_not_ready" });
  });
});
