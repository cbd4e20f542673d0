import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHashingEmbedder } from "../../src/adapters/embedder-hashing.js";
import type { Answer } from "../../src/contracts/answer.js";
import type { DocumentWithText } from "../../src/contracts/document.js";
import { documentSet } from "../asking/document-sets.js";
import type { System } from "../asking/system.js";
import { langChain, openChain } from "./langchain.js";
import { readDocuments } from "./read-documents.js";

const paragraph = (about: string) =>
  Array.from({ length: 12 }, (_, at) => `The ${about} has its sentence number ${at} about the ${about} here.`).join(
    " ",
  );

describe("the LangChain peer", () => {
  let folder: string;
  let documents: readonly DocumentWithText[];
  let chain: System;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "konsil-peer-"));
    const write = (name: string, publisher: string, subjects: readonly string[]) => {
      const text = subjects.map(paragraph).join("\n\n");
      const head = ["---", `publisher: "${publisher}"`, 'publishedAt: "2025-01-02"', "---"].join("\n");
      writeFileSync(path.join(folder, name), `${head}\n\n# About ${name}\n\n${text}\n`);
    };
    write("alpha.md", "Alpha", ["garden", "laboratory", "kitchen"]);
    write("beta.md", "Beta", ["telescope", "harbour", "library"]);
    documents = await readDocuments(folder);
    chain = await openChain(documents, createHashingEmbedder());
  });
  afterAll(async () => {
    await chain.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(question: string, filter?: { readonly publishers: string[] }) {
    const told: number[] = [];
    const answer: Answer = await chain.ask({ question, ...(filter === undefined ? {} : { filter }) }, (it) => {
      told.push(it);
    });
    return { answer, told };
  }

  it("reads the documents as Konsil does, without their front matter", () => {
    expect(documents.map(({ id, publisher }) => [id, publisher])).toEqual([
      ["alpha", "Alpha"],
      ["beta", "Beta"],
    ]);
    expect(documents.every(({ text }) => !text.includes("publishedAt"))).toBe(true);
  });

  it("answers with the four nearest passages, each a line with its marker and a verbatim citation", async () => {
    const { answer } = await ask("What does the telescope have?");
    expect(answer.status).toBe("answered");
    expect(answer.citations.map(({ marker }) => marker)).toEqual([1, 2, 3, 4]);
    expect(answer.answer.split("\n").map((line) => line.slice(-4))).toEqual([" [1]", " [2]", " [3]", " [4]"]);
    for (const { documentId, quote, start, end } of answer.citations) {
      expect((await chain.textOf(documentId))?.slice(start, end)).toBe(quote);
      expect(quote.length).toBeLessThanOrEqual(1000);
    }
    expect(answer.citations[0]?.quote).toContain("telescope");
  });

  it("tells how near the nearest passage is, and never refuses", async () => {
    const near = await ask("The telescope has its sentence number 3 about the telescope here.");
    const far = await ask("Quarterly dividends?");
    expect(near.told).toHaveLength(1);
    expect(near.told[0]).toBeGreaterThan(far.told[0] ?? 1);
    expect(far.answer.status).toBe("answered");
  });

  it("keeps to the documents that a filter allows, and has nothing to say where it allows none", async () => {
    const { answer } = await ask("What does the telescope have?", { publishers: ["Alpha"] });
    expect(new Set(answer.citations.map(({ documentId }) => documentId))).toEqual(new Set(["alpha"]));
    const none = await ask("What does the telescope have?", { publishers: ["Gamma"] });
    expect(none.answer).toMatchObject({ status: "abstained", citations: [] });
  });

  it("is not asked over a library that changes", async () => {
    const changing = { ...documentSet("corpus"), changes: [{ remove: "charite" }] };
    await expect(langChain().open(changing)).rejects.toThrow("deletes no document");
  });
});
