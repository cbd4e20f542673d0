import "../properties/seed.js";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reranker } from "../../src/contracts/ports.js";

const QUESTION = "Which ferry crosses the lake at night?";
/** Each shares a different number of words with the question. */
const TEXTS = [
  "The hospital opened a ward.",
  "The ferry crosses the lake at night.",
  "Ein Labor in Auental.",
  "A ferry crosses every twenty minutes.",
];
const BEST = 1;

export interface RerankerCreators {
  /** A fresh one that scores texts higher the more words they share with the question. */
  create(): Promise<Reranker>;
  /** One whose model fails. */
  createBroken(): Promise<Reranker>;
}

/** What every reranker does. The suite closes what it opens. */
export function describeReranker(name: string, { create, createBroken }: RerankerCreators): void {
  describe(`${name} keeps the contract of a reranker`, () => {
    let reranker: Reranker;
    beforeAll(async () => {
      reranker = await create();
    });
    afterAll(() => reranker.close());

    it("has an id", () => {
      expect(reranker.id).not.toBe("");
    });

    it("gives one finite score a text, the highest to the text that answers", async () => {
      const scores = await reranker.rerank(QUESTION, TEXTS);
      expect(scores).toHaveLength(TEXTS.length);
      expect(scores.filter(Number.isFinite)).toHaveLength(TEXTS.length);
      expect(scores.indexOf(Math.max(...scores))).toBe(BEST);
    });

    it("gives scores in the order of the texts, whatever that is", async () => {
      const forward = await reranker.rerank(QUESTION, TEXTS);
      const backward = await reranker.rerank(QUESTION, [...TEXTS].reverse());
      expect(backward).toEqual([...forward].reverse());
    });

    it("scores one text, and no texts with no scores", async () => {
      expect(await reranker.rerank(QUESTION, TEXTS.slice(0, 1))).toHaveLength(1);
      expect(await reranker.rerank(QUESTION, [])).toEqual([]);
    });

    it("takes the same text twice", async () => {
      expect(await reranker.rerank(QUESTION, ["Twice.", "Twice."])).toHaveLength(2);
    });

    it("takes any text: empty, very long, emoji, right-to-left, control characters, half a surrogate pair", async () => {
      const texts = [
        "",
        " \n\t ",
        "Wort ".repeat(20_000),
        "🏥👩🏽‍⚕️",
        "בית חולים مستشفى",
        "a\u0000b\u0007\u200b",
        "\ud83c",
      ];
      expect(await reranker.rerank("\ud83c \u0000", texts)).toHaveLength(texts.length);
    });

    it("takes any generated text", async () => {
      const text = fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
        .map((units) => String.fromCharCode(...units));
      await fc.assert(
        fc.asyncProperty(text, fc.array(text, { maxLength: 5 }), async (question, texts) => {
          const scores = await reranker.rerank(question, texts);
          expect(scores.filter(Number.isFinite)).toHaveLength(texts.length);
        }),
        { numRuns: 20 },
      );
    });

    it("refuses with `cancelled` when the signal fired before", async () => {
      const reranking = reranker.rerank(QUESTION, TEXTS, AbortSignal.abort());
      await expect(reranking).rejects.toMatchObject({ code: "cancelled" });
    });

    it("stops with `cancelled` when the signal fires meanwhile, and goes on with other work", async () => {
      const controller = new AbortController();
      const stopped = reranker.rerank(QUESTION, TEXTS, controller.signal);
      const kept = reranker.rerank(QUESTION, TEXTS);
      controller.abort();
      await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
      expect(await kept).toHaveLength(TEXTS.length);
    });

    it("refuses with `model_unavailable` when its model fails, without repeating what it was given", async () => {
      const broken = await createBroken();
      const error: unknown = await broken.rerank(QUESTION, TEXTS).catch((thrown: unknown) => thrown);
      await broken.close();
      expect(error).toMatchObject({ code: "model_unavailable", message: expect.stringMatching(/./) });
      for (const text of [QUESTION, ...TEXTS]) expect(String(error)).not.toContain(text);
    });

    it("refuses what waits and what comes when it is closed, and closes twice", async () => {
      const other = await create();
      const outcome = expect(other.rerank(QUESTION, TEXTS)).rejects.toMatchObject({ code: "cancelled" });
      await other.close();
      await outcome;
      await expect(other.rerank(QUESTION, TEXTS)).rejects.toMatchObject({ code: "cancelled" });
      await other.close();
    });
  });
}
