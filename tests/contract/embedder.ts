import "../properties/seed.js";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Embedder, PassageText } from "../../src/contracts/ports.js";

const PASSAGES = [
  "The Lindenhof hospital opened a new ward for heart patients in spring.",
  "Das Klinikum Auental und die Firma Beispieltechnik bauen gemeinsam ein Labor.",
  "A ferry crosses the lake every twenty minutes.",
  "Kurz.",
];

/** Three sentences, the second without a word. */
const FERRY = passage("A ferry crosses the lake each hour.", "– – –", "Kurz!");
const WARD = passage("The Lindenhof hospital opened a new ward for heart patients in spring.");
const NONE = new Int8Array();

function passage(...sentences: readonly string[]): PassageText {
  const text = sentences.join(" ");
  const spans = sentences.map((sentence) => ({
    start: text.indexOf(sentence),
    end: text.indexOf(sentence) + sentence.length,
  }));
  return { context: "", text, sentences: spans };
}

/** The highest product of a state with one of several. */
function nearest(state: Int8Array, states: Int8Array): number {
  const products: number[] = [];
  for (let from = 0; from < states.length; from += state.length) {
    products.push(state.reduce((sum, value, at) => sum + value * (states[from + at] ?? Number.NaN), 0));
  }
  return Math.max(...products);
}

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

    const wordsOf = async (question: string) => (await embedder.readQuestion(question)).words ?? [];
    const statesOf = async (passage: PassageText) => (await embedder.readPassages([passage]))[0]?.sentenceWords ?? [];

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

    it("reads questions and passages with the vectors that it embeds them with", async () => {
      const question = await embedder.readQuestion("Who opened the ward?");
      expect(question.vector).toEqual(await embedder.embedQuestion("Who opened the ward?"));
      const readings = await embedder.readPassages([WARD, { ...WARD, context: "Spring\n" }]);
      const vectors = await embedder.embedPassages([WARD.text, `Spring\n${WARD.text}`]);
      expect(readings.map(({ vector }) => vector)).toEqual(vectors);
    });

    it("says where the words of a question stand, and how rare they are", async () => {
      const text = "  Who opened – in spring – the (new) ward? ";
      const words = await wordsOf(text);
      const surfaces = words.map(({ start, end }) => text.slice(start, end));
      expect(surfaces).toEqual(["Who", "opened", "in", "spring", "the", "(new)", "ward?"]);
      for (const { rarity } of words) expect(rarity).toBeGreaterThan(0);
    });

    it("gives word states of one size, of unit length times 127, for questions and passages", async () => {
      const [first, ...others] = await wordsOf("Who opened the ward?");
      const size = first?.state.length ?? 0;
      expect(size).toBeGreaterThan(0);
      for (const { state } of others) expect(state).toHaveLength(size);
      const [ferry = NONE] = await statesOf(FERRY);
      const words = FERRY.text.split(".")[0]?.split(" ") ?? [];
      expect(ferry).toHaveLength(words.length * size);
      for (let at = 0; at < ferry.length; at += size) {
        expect(Math.abs(Math.hypot(...ferry.subarray(at, at + size)) / 127 - 1)).toBeLessThan(0.05);
      }
    });

    it("gives each sentence the states of its own words, and a sentence without any none", async () => {
      const [ferry = NONE, dots = NONE, kurz = NONE] = await statesOf(FERRY);
      const size = (await wordsOf("Kurz"))[0]?.state.length ?? 0;
      expect([ferry.length, dots.length, kurz.length].map((length) => length / size)).toEqual([7, 0, 1]);
    });

    it("leaves the words of what stands above a passage out", async () => {
      const [plain] = await embedder.readPassages([FERRY]);
      const [headed] = await embedder.readPassages([{ ...FERRY, context: "Timetable of the lake\n" }]);
      const lengths = (words: readonly Int8Array[] | null | undefined) => words?.map(({ length }) => length);
      expect(lengths(headed?.sentenceWords)).toEqual(lengths(plain?.sentenceWords));
    });

    it("finds a word of the question nearest to the same word of a passage", async () => {
      const text = "Does the ferry run?";
      const ferry = (await wordsOf(text)).find(({ start, end }) => text.slice(start, end) === "ferry");
      const [same = NONE] = await statesOf(FERRY);
      const [other = NONE] = await statesOf(WARD);
      expect(nearest(ferry?.state ?? NONE, same)).toBeGreaterThan(nearest(ferry?.state ?? NONE, other));
    });

    it("gives a passage the same word states, bit for bit, alone and among others", async () => {
      const [alone] = await embedder.readPassages([FERRY]);
      const together = await embedder.readPassages([WARD, FERRY, WARD]);
      expect(together[1]).toEqual(alone);
      expect(together[2]).toEqual(together[0]);
    });

    it("reads any text: empty, very long, without a letter, half a surrogate pair", async () => {
      const texts = ["", " \n ", "…", "Wort ".repeat(40_000), "x".repeat(50_000), "\ud83c"];
      const readings = await embedder.readPassages(
        texts.map((text) => ({ context: "", text, sentences: [{ start: 0, end: text.length }] })),
      );
      expect(readings.map(({ sentenceWords }) => sentenceWords?.length)).toEqual(texts.map(() => 1));
      for (const { vector } of readings) expectUnitVector(vector);
      for (const text of ["", "?!"]) expect((await embedder.readQuestion(text)).words).toEqual([]);
      expect(await embedder.readPassages([])).toEqual([]);
    });

    it("refuses with `cancelled` when the signal fired before", async () => {
      const signal = AbortSignal.abort();
      await expect(embedder.readQuestion("Who?", signal)).rejects.toMatchObject({ code: "cancelled" });
      await expect(embedder.readPassages([WARD], signal)).rejects.toMatchObject({ code: "cancelled" });
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
      await embedder.readQuestion("May I go first?").then(() => settled.push("question"));
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
