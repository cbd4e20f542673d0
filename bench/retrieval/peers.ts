import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { create, insertMultiple, search } from "@orama/orama";
import { z } from "zod";
import { KonsilEmbeddings } from "../../src/adapters/langchain-embeddings.js";
import type { Language } from "../../src/contracts/document.js";
import { timed } from "../timed.js";
import { DEPTH } from "./metrics.js";
import type { OpenSystems } from "./system.js";
import { sizeOf } from "./systems.js";

const metadataSchema = z.object({ id: z.string() });

/** LangChain's HNSWLib store over whole paragraphs, with the parameters that it has when none are given. */
export const openLangChain: OpenSystems = async ({ paragraphs }, embedder) => {
  const folder = await mkdtemp(join(tmpdir(), "konsil-bench-langchain-"));
  const texts = paragraphs.map(({ text }) => text);
  const metadata = paragraphs.map(({ id }) => ({ id }));
  const { ms, result: store } = await timed(async () => {
    const made = await HNSWLib.fromTexts(texts, metadata, new KonsilEmbeddings(embedder));
    await made.save(folder);
    return made;
  });
  const langChain = {
    name: "LangChain HNSWLib",
    // Its embeddings know the question's vector already.
    search: async ({ text }: { readonly text: string }) => {
      const found = await store.similaritySearch(text, DEPTH);
      return found.map((document) => metadataSchema.parse(document.metadata).id);
    },
  };
  return {
    systems: [langChain],
    buildMs: ms,
    diskBytes: await sizeOf(folder),
    close: () => rm(folder, { recursive: true, force: true }),
  };
};

const TOKENIZERS: Readonly<Record<Language, string>> = { de: "german", en: "english" };

/**
 * Orama's hybrid search over whole paragraphs, with the parameters that it has when none are given, and with its
 * tokenizer for the language of the index where that has one. It keeps its index in memory.
 */
export const openOrama: OpenSystems = async ({ language, paragraphs }, embedder) => {
  const vectors = await embedder.embedPassages(paragraphs.map(({ text }) => text));
  const documents = paragraphs.map(({ id, text }, at) => ({ id, text, vector: [...(vectors[at] ?? [])] }));
  const { ms, result: database } = await timed(async () => {
    const made = create({
      schema: { text: "string", vector: `vector[${embedder.dimensions}]` },
      ...(language === null ? {} : { language: TOKENIZERS[language] }),
    });
    await insertMultiple(made, documents);
    return made;
  });
  const orama = {
    name: "Orama hybrid",
    search: async ({ text, vector }: { readonly text: string; readonly vector: Float32Array }) => {
      const { hits } = await search(database, {
        mode: "hybrid",
        term: text,
        vector: { value: [...vector], property: "vector" },
      });
      return hits.map(({ id }) => id);
    },
  };
  return { systems: [orama], buildMs: ms, diskBytes: null, close: async () => undefined };
};
