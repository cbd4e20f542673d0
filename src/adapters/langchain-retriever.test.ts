import { describe, expect, it } from "vitest";
import type { FoundPassage } from "../contracts/answer.js";
import { KonsilRetriever } from "./langchain-retriever.js";

const FOUND: FoundPassage = {
  documentId: "auental",
  passageId: "auental#3",
  title: "Neues Labor",
  publisher: "Klinikum Auental",
  publishedAt: "2025-04-02",
  url: "https://auental.example/labor",
  language: "de",
  heading: null,
  text: "Das Labor öffnet im Mai.",
  start: 120,
  end: 144,
  score: 0.8,
  scores: { vector: 0.9, words: 0.1 },
};

describe("KonsilRetriever", () => {
  it("gives LangChain documents with the passage's place and origin", async () => {
    const asked: unknown[] = [];
    const retriever = new KonsilRetriever({
      k: 7,
      search: async (query, k) => {
        asked.push([query, k]);
        return [FOUND];
      },
    });
    const [document, ...others] = await retriever.invoke("Wann öffnet das Labor?");
    expect(asked).toEqual([["Wann öffnet das Labor?", 7]]);
    expect(others).toEqual([]);
    expect(document?.pageContent).toBe(FOUND.text);
    expect(document?.id).toBe("auental#3");
    expect(document?.metadata).toEqual({
      documentId: "auental",
      passageId: "auental#3",
      title: "Neues Labor",
      publisher: "Klinikum Auental",
      publishedAt: "2025-04-02",
      url: "https://auental.example/labor",
      language: "de",
      heading: null,
      start: 120,
      end: 144,
      score: 0.8,
    });
  });

  it("lets the search's errors through", async () => {
    const retriever = new KonsilRetriever({ search: () => Promise.reject(new Error("not ready")) });
    await expect(retriever.invoke("Wann?")).rejects.toThrow("not ready");
  });
});
