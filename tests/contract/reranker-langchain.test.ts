import { setImmediate } from "node:timers/promises";
import type { DocumentInterface } from "@langchain/core/documents";
import { BaseDocumentCompressor } from "@langchain/core/retrievers/document_compressors";
import { describe, expect, it } from "vitest";
import { createLangChainReranker } from "../../src/adapters/reranker-langchain.js";
import { sharedWords } from "../fakes/reranker-overlap.js";
import { describeReranker } from "./reranker.js";

/** Orders by shared words, makes new documents as compressors do, and keeps `most` of them. */
class OverlapCompressor extends BaseDocumentCompressor {
  constructor(readonly most = Number.POSITIVE_INFINITY) {
    super();
  }

  override async compressDocuments(documents: DocumentInterface[], query: string): Promise<DocumentInterface[]> {
    await setImmediate();
    const scored = documents.map((document) => ({ document, score: sharedWords(query, document.pageContent) }));
    const sorted = scored.sort((a, b) => b.score - a.score).map(({ document }) => document);
    return sorted.slice(0, this.most).map(({ pageContent, metadata }) => ({ pageContent, metadata: { ...metadata } }));
  }
}

/** Does what it is given. */
class GivenCompressor extends BaseDocumentCompressor {
  constructor(override readonly compressDocuments: BaseDocumentCompressor["compressDocuments"]) {
    super();
  }
}

describeReranker("reranker-langchain", {
  create: async () => createLangChainReranker(new OverlapCompressor()),
  createBroken: async () => createLangChainReranker(new GivenCompressor(() => Promise.reject(new Error("no quota")))),
});

describe("createLangChainReranker", () => {
  const QUESTION = "ferry on the lake";
  const TEXTS = ["a garden", "a ferry on the lake", "the lake"];

  it("gives what the compressor dropped the lowest score", async () => {
    expect(await createLangChainReranker(new OverlapCompressor(1)).rerank(QUESTION, TEXTS)).toEqual([0, 1, 0]);
    expect(await createLangChainReranker(new OverlapCompressor(0)).rerank(QUESTION, TEXTS)).toEqual([0, 0, 0]);
  });

  it("gives a text that comes back in pieces the place of its first piece", async () => {
    const pieces = new GivenCompressor(async ([first, second, third]) =>
      [second, third, second].filter((it) => it !== undefined).concat(first ?? []),
    );
    const [a = 0, b = 0, c = 0] = await createLangChainReranker(pieces).rerank(QUESTION, TEXTS);
    expect([b > c, c > a, a > 0]).toEqual([true, true, true]);
  });

  it("is named after the compressor, or as it is told", () => {
    expect(createLangChainReranker(new OverlapCompressor()).id).toBe("OverlapCompressor");
    expect(createLangChainReranker(new OverlapCompressor(), "ours").id).toBe("ours");
  });

  it.each([
    ["without metadata", {}],
    ["with a number that was not given", { textIndex: 3 }],
  ])("refuses a document %s", async (_what, metadata) => {
    const careless = new GivenCompressor(async () => [{ pageContent: "a garden", metadata }]);
    await expect(createLangChainReranker(careless).rerank(QUESTION, TEXTS)).rejects.toMatchObject({
      code: "model_unavailable",
      message: expect.stringContaining("metadata"),
    });
  });

  it("fails alike where the compressor throws before it promises anything", async () => {
    const hasty = new GivenCompressor(() => {
      throw new Error("not configured");
    });
    await expect(createLangChainReranker(hasty, "ours").rerank(QUESTION, TEXTS)).rejects.toMatchObject({
      code: "model_unavailable",
      message: "The reranker ours failed",
    });
  });
});
