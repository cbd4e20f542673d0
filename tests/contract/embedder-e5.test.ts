import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createE5Embedder, type E5Embedder } from "../../src/adapters/embedder-e5.js";
import { describeEmbedder } from "./embedder.js";

const MODEL = {
  model: "multilingual-e5-small-de-en",
  modelsFolder: fileURLToPath(new URL("../../models", import.meta.url)),
};

describeEmbedder("embedder-e5", () => createE5Embedder(MODEL));

describe("embedder-e5", () => {
  let embedder: E5Embedder;
  beforeAll(async () => {
    embedder = await createE5Embedder({ ...MODEL, workers: 1 });
    await embedder.ready();
  }, 60_000);
  afterAll(() => embedder.close());

  const similarity = (a: Float32Array, b: Float32Array | undefined) =>
    a.reduce((sum, value, i) => sum + value * (b?.[i] ?? Number.NaN), 0);

  it("names the model and its weights", () => {
    expect(embedder.id).toMatch(/^multilingual-e5-small-de-en@[0-9a-f]{12}$/);
    expect(embedder.dimensions).toBe(384);
  });

  it("finds the English translation of a German question, and the other way round", async () => {
    const passages = [
      "The hospital in Birkental and the company Beispieltechnik have worked together since 2019.",
      "The hospital in Birkental has a cafeteria that is open on Sundays.",
      "Das Krankenhaus hat im Mai 2021 ein neues Gerät für die Strahlentherapie gekauft.",
      "Das Krankenhaus sucht Pflegekräfte für die Nachtschicht.",
    ];
    const vectors = await embedder.embedPassages(passages);
    const best = async (question: string) => {
      const vector = await embedder.embedQuestion(question);
      const scores = vectors.map((passage) => similarity(vector, passage));
      return scores.indexOf(Math.max(...scores));
    };
    expect(await best("Seit wann arbeiten die Klinik in Birkental und Beispieltechnik zusammen?")).toBe(0);
    expect(await best("When did the hospital buy a new machine for radiotherapy?")).toBe(2);
  });

  it("reads a word near to its translation, in the question of one language and the passage of the other", async () => {
    const question = "Wann hat das Krankenhaus ein neues Gerät gekauft?";
    const passage = "In May the hospital in Birkental bought a new machine.";
    const { words } = await embedder.readQuestion(question);
    const [reading] = await embedder.readPassages([
      { context: "", text: passage, sentences: [{ start: 0, end: passage.length }] },
    ]);
    const nearest = (german: string) => {
      const asked = words?.find(({ start, end }) => question.slice(start, end) === german)?.state ?? new Int8Array();
      const states = reading?.sentenceWords?.[0] ?? new Int8Array();
      const products = passage
        .split(" ")
        .map((_, word) => asked.reduce((sum, value, i) => sum + value * (states[word * asked.length + i] ?? 0), 0));
      return passage.split(" ")[products.indexOf(Math.max(...products))];
    };
    expect(["Krankenhaus", "neues", "Gerät"].map(nearest)).toEqual(["hospital", "new", "machine."]);
  });

  it("reads the words within the first 512 tokens", async () => {
    const sentence = "Das Labor in Birkental prüft Implantate.";
    const text = Array.from({ length: 100 }, () => sentence).join(" ");
    const sentences = Array.from({ length: 100 }, (_, at) => {
      const start = at * (sentence.length + 1);
      return { start, end: start + sentence.length };
    });
    const [reading] = await embedder.readPassages([{ context: "", text, sentences }]);
    const lengths = reading?.sentenceWords?.map(({ length }) => length) ?? [];
    expect(lengths).toHaveLength(100);
    expect(lengths[1]).toBe(lengths[0]);
    expect(lengths[99]).toBe(0);
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
  });

  it("treats questions and passages differently, as the model wants it", async () => {
    const [passage] = await embedder.embedPassages(["Birkental"]);
    expect(await embedder.embedQuestion("Birkental")).not.toEqual(passage);
  });

  it("reads the first 512 tokens", async () => {
    const opening = "Das Labor in Birkental prüft Implantate. ".repeat(100);
    const [a, b] = await embedder.embedPassages([`${opening}Ende.`, `${opening}Ganz anderer Schluss.`]);
    expect(a).toEqual(b);
  });

  it("embeds alike in every instance", async () => {
    const other = await createE5Embedder({ ...MODEL, workers: 2 });
    try {
      expect(await other.embedPassages(["Alike.", "Gleich."])).toEqual(
        await embedder.embedPassages(["Alike.", "Gleich."]),
      );
      expect(other.id).toBe(embedder.id);
    } finally {
      await other.close();
    }
  }, 60_000);
});
