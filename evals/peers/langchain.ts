import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { Document as Chunk } from "@langchain/core/documents";
import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import { z } from "zod";
import { createE5Embedder } from "../../src/adapters/embedder-e5.js";
import { KonsilEmbeddings } from "../../src/adapters/langchain-embeddings.js";
import { matchesFilter } from "../../src/adapters/library-local/filter.js";
import { readConfig } from "../../src/config.js";
import type { Answer, Citation } from "../../src/contracts/answer.js";
import type { DocumentWithText } from "../../src/contracts/document.js";
import type { Embedder } from "../../src/contracts/ports.js";
import type { AskRequest } from "../../src/contracts/question.js";
import { detectLanguage } from "../../src/language/detect.js";
import { codeVersion } from "../asking/code-version.js";
import type { Subject, System } from "../asking/system.js";
import { readDocuments } from "./read-documents.js";

/** As many passages as a LangChain retriever returns when nobody says how many. */
const TOP = 4;

/** Where a chunk stands in the canonical text of its document. */
const metadataSchema = z.object({ documentId: z.string(), start: z.int(), end: z.int() });

/**
 * A stock LangChain chain without a language model: `RecursiveCharacterTextSplitter` and `HNSWLib` as they are when
 * nothing is configured (1,000 characters a chunk, of which 200 overlap; cosine), with Konsil's own embedding model. Its
 * answer are the four nearest passages, each a line with its marker, and so it never refuses. What was said before is not
 * part of its question: rewriting a follow-up would need a language model.
 */
export function langChain(): Subject {
  return {
    name: "LangChain",
    version: `${codeVersion()} ${versionOf(fileURLToPath(import.meta.url))}`,
    isFixed: true,
    async open({ folder, changes }) {
      if (changes.length > 0)
        throw new Error("HNSWLib deletes no document, so it is not asked over a library that changes");
      const embedder = await createE5Embedder(readConfig({}).embedder);
      try {
        await embedder.ready();
        return await openChain(await readDocuments(folder), embedder);
      } catch (error) {
        await embedder.close();
        throw error;
      }
    },
  };
}

/** The chain over documents, which closes the embedder with itself. */
export async function openChain(documents: readonly DocumentWithText[], embedder: Embedder): Promise<System> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const store = await HNSWLib.fromDocuments(await chunksOf(documents), new KonsilEmbeddings(embedder));

  const citationOf = ({ metadata }: Chunk, at: number): Citation => {
    const { documentId, start, end } = metadataSchema.parse(metadata);
    const document = byId.get(documentId);
    if (document === undefined) throw new Error(`there is no document ${documentId}`);
    const { title, publisher, publishedAt, url, language, text } = document;
    const place = { passageId: `${documentId}:${start}`, heading: null, quote: text.slice(start, end), start, end };
    return { marker: at + 1, documentId, title, publisher, publishedAt, url, language, ...place };
  };
  const nearest = (question: string, filter: AskRequest["filter"]) => {
    if (filter === undefined) return store.similaritySearchWithScore(question, TOP);
    return store.similaritySearchWithScore(question, TOP, ({ metadata }) => {
      const document = byId.get(metadataSchema.parse(metadata).documentId);
      return document !== undefined && matchesFilter(document, filter);
    });
  };
  return {
    async ask({ question, filter }, onJudged) {
      const found = await nearest(question, filter);
      // The store gives distances, one minus the cosine.
      onJudged?.(Math.max(0, 1 - (found[0]?.[1] ?? 1)));
      return answerOf(
        question,
        found.map(([chunk], at) => citationOf(chunk, at)),
      );
    },
    // How well the store finds is measured in `bench/retrieval`.
    search: async () => null,
    textOf: async (id) => byId.get(id)?.text ?? null,
    close: () => embedder.close(),
  };
}

/** The splitter's chunks, which are pieces of the text, with their places. */
async function chunksOf(documents: readonly DocumentWithText[]): Promise<Chunk[]> {
  const splitter = new RecursiveCharacterTextSplitter();
  const chunks: Chunk[] = [];
  for (const { id: documentId, text } of documents) {
    let from = 0;
    for (const pageContent of await splitter.splitText(text)) {
      const start = text.indexOf(pageContent, from);
      if (start < 0) throw new Error(`a chunk of ${documentId} does not stand in it: ${pageContent.slice(0, 80)}`);
      const metadata = { documentId, start, end: start + pageContent.length };
      chunks.push(new Chunk({ pageContent, metadata }));
      from = start + 1;
    }
  }
  return chunks;
}

function answerOf(question: string, citations: readonly Citation[]): Answer {
  const isFound = citations.length > 0;
  const lines = citations.map(({ marker, quote }) => `${quote.replace(/\s+/g, " ")} [${marker}]`);
  return {
    id: "ans_langchain",
    status: isFound ? "answered" : "abstained",
    answer: lines.join("\n"),
    language: detectLanguage(question) ?? "en",
    citations: [...citations],
    abstention: isFound ? null : { reason: "no_evidence", message: "", closest: [] },
    asOf: null,
    writer: { kind: "extract" },
    warnings: [],
    followUps: [],
    timings: { understandMs: 0, retrieveMs: 0, judgeMs: 0, composeMs: 0, groundMs: 0, totalMs: 0 },
  };
}

function versionOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 16);
}
