import { Document, type DocumentInterface } from "@langchain/core/documents";
import type { BaseDocumentCompressor } from "@langchain/core/retrievers/document_compressors";
import { z } from "zod";
import { KonsilError } from "../contracts/errors.js";
import type { Reranker } from "../contracts/ports.js";
import { RunningCalls } from "./running-calls.js";

const metadataSchema = z.object({ textIndex: z.int().nonnegative() });

/**
 * Any LangChain document compressor as a reranker: a text's score is its place from the end, as the compressor orders
 * them, and 0 for one that it dropped. Texts are told apart by `textIndex` in their metadata. A compressor knows no
 * signal: after `cancelled` it goes on unheard. It is not closed with the reranker. Throws `model_unavailable` for
 * whatever it throws, and when it loses the metadata.
 */
export function createLangChainReranker(
  compressor: BaseDocumentCompressor,
  id: string = compressor.constructor.name,
): Reranker {
  const calls = new RunningCalls();

  async function compressed(documents: DocumentInterface[], question: string) {
    try {
      return await compressor.compressDocuments(documents, question);
    } catch (cause) {
      throw new KonsilError("model_unavailable", `The reranker ${id} failed`, { cause });
    }
  }

  return {
    id,
    rerank: (question, texts, signal) =>
      calls.run(async () => {
        if (texts.length === 0) return [];
        const documents = texts.map(
          (pageContent, textIndex) => new Document({ pageContent, metadata: { textIndex }, id: String(textIndex) }),
        );
        return scoresByPlace(await compressed(documents, question), texts.length, id);
      }, signal),
    async close() {
      calls.close();
    },
  };
}

/** A text that comes back in several pieces has the place of its first. */
function scoresByPlace(ordered: readonly DocumentInterface[], count: number, id: string): number[] {
  const scores = new Array<number>(count).fill(0);
  for (const [place, { metadata }] of ordered.entries()) {
    const { data } = metadataSchema.safeParse(metadata);
    if (data === undefined || data.textIndex >= count)
      throw new KonsilError("model_unavailable", `The reranker ${id} gave back a document without its metadata`);
    scores[data.textIndex] ||= ordered.length - place;
  }
  return scores;
}
