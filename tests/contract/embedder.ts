import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Embedder } from "../../src/contracts/ports.js";

const PASSAGES = [
  "The Lindenhof hospital opened a new ward for heart patients in spring.",
  "Das Klinikum Auental und die Firma Beispieltechnik bauen gemeinsam ein Labor.",
  "A ferry crosses the lake every twenty minutes.",
  "Kurz.",
];

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? Number.NaN), 0);
}

/** What every embedder does. `create` opens a fresh one; the suite closes what it opens. */
export function describeEmbedder(name: string, create: () => Promise<Embedder>): void {
  describe(`${name} keeps the contract of an embedder`, () => {
    let embedder: Embedder;
    beforeAll(async () => {
      embedder = await create();
      await embedder.embedQuestion("Loaded?");
    }, 60_000);
    afterAll(() => embedder.close());

    const expectUnitVector = (vector: Float32Array) => {
      expect(vector).toBeInstanceOf(Float32Array);
      expect(vector).toHaveLength(embedder.dimensions);
      expect(Math.abs(Math.hypot(...vector) - 1)).toBeLessThan(1e-4);
    };

    it("has an id and a number of dimensions", () => {
      expect(embedder.id).not.toBe("");
      expect(embedder.dimensions).toBeGreaterThan(0);
    });

    it("gives unit vectors of its dimensions, for questions and passages", async () => {
      expectUnitVector(await embedder.embedQuestion("Who opened the ward?"));
      const vectors = await embedder.embedPassages(PASSAGES);
      expect(vectors).toHaveLength(PASSAGES.length);
      vectors.forEach(expectUnitVector);
    });

    it("keeps the order of the texts, whatever their lengths", async () => {
      const forward = await embedder.embedPassages(PASSAGES);
      const backward = await embedder.embedPassages([...PASSAGES].reverse());
      expect(backward).toEqual([...forward].reverse());
    });

    it("gives a text the same vector, bit for bit, alone and among others", async () => {
      const together = await embedder.embedPassages([...PASSAGES, ...PASSAGES]);
      for (const [i, text] of PASSAGES.entries()) {
        const [alone] = await embedder.embedPassages([text]);
        expect(together[i]).toEqual(alone);
        expect(together[i + PASSAGES.length]).toEqual(alone);
      }
    });

    it("gives vectors that the caller owns", async () => {
      const [first] = await embedder.embedPassages(["One and the same."]);
      const [second] = await embedder.embedPassages(["One and the same."]);
      const before = second?.slice();
      first?.fill(0);
      expect(second).toEqual(before);
    });

    it("finds a text nearest to itself", async () => {
      const vectors = await embedder.embedPassages(PASSAGES);
      const question = await embedder.embedQuestion("A ferry crosses the lake every twenty minutes.");
      const scores = vectors.map((vector) => dot(question, vector));
      expect(scores.indexOf(Math.max(...scores))).toBe(2);
    });

    it("embeds no texts to no vectors", async () => {
      expect(await embedder.embedPassages([])).toEqual([]);
    });

    it("takes any text: empty, very long, emoji, right-to-left, control characters, half a surrogate pair", async () => {
      const texts = [
        "",
        " \n\t ",
        "Wort ".repeat(40_000),
        "x".repeat(50_000),
        "🏥👩🏽‍⚕️",
        "בית חולים مستشفى",
        "a\u0000b\u0007\u200b",
        "\ud83c",
      ];
      const vectors = await embedder.embedPassages(texts);
      expect(vectors).toHaveLength(texts.length);
      vectors.forEach(expectUnitVector);
      expectUnitVector(await embedder.embedQuestion("\ud83c \u0000"));
    });

    it("takes any generated text", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }), async (units) => {
          expectUnitVector(await embedder.embedQuestion(String.fromCharCode(...units)));
        }),
        { numRuns: 20 },
      );
    });

    it("refuses with `cancelled` when the signal fired before", async () => {
      const signal = AbortSignal.abort();
      await expect(embedder.embedQuestion("Who?", signal)).rejects.toMatchObject({ code: "cancelled" });
      await expect(embedder.embedPassages(PASSAGES, signal)).rejects.toMatchObject({ code: "cancelled" });
    });

    it("stops with `cancelled` when the signal fires meanwhile, and goes on with other work", async () => {
      const controller = new AbortController();
      const many = Array.from({ length: 200 }, (_, i) => `Text number ${i} of very many.`);
      const stopped = embedder.embedPassages(many, controller.signal);
      const kept = embedder.embedPassages(PASSAGES);
      controller.abort();
      await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
      expect(await kept).toHaveLength(PASSAGES.length);
    });

    it("lets a question overtake waiting passages", async () => {
      const settled: string[] = [];
      const batches = Array.from({ length: 20 }, (_, batch) =>
        embedder
          .embedPassages(Array.from({ length: 10 }, (_, i) => `Passage ${i} of batch ${batch}.`))
          .then(() => settled.push("passages")),
      );
      await embedder.embedQuestion("May I go first?").then(() => settled.push("question"));
      await Promise.all(batches);
      expect(settled).toHaveLength(21);
      expect(settled.slice(0, 5)).toContain("question");
    });

    it("refuses what waits and what comes when it is closed, and closes twice", async () => {
      const other = await create();
      const waiting = other.embedPassages(PASSAGES);
      const outcome = expect(waiting).rejects.toMatchObject({ code: "cancelled" });
      await other.close();
      await outcome;
      await expect(other.embedQuestion("Too late?")).rejects.toMatchObject({ code: "cancelled" });
      await other.close();
    }, 60_000);
  });
}
