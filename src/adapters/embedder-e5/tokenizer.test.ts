import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { AutoTokenizer, env } from "@xenova/transformers";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadTokenizer, type TokenizedText } from "./tokenizer.js";

const FOLDER = fileURLToPath(new URL("../../../models/multilingual-e5-small-de-en", import.meta.url));

describe("loadTokenizer", () => {
  let tokenize: (text: string) => TokenizedText;
  let encodeWhole: (text: string) => number[];
  let pieceOf: (id: number) => string | undefined;
  beforeAll(async () => {
    tokenize = await loadTokenizer(FOLDER);
    env.localModelPath = `${dirname(FOLDER)}/`;
    const tokenizer = await AutoTokenizer.from_pretrained("multilingual-e5-small-de-en");
    encodeWhole = (text) => tokenizer.encode(text);
    pieceOf = (id) => tokenizer.model.vocab[id];
  }, 60_000);

  const visible = (text: string) => tokenize(text).words.map(({ start, end }) => text.slice(start, end));

  it("gives the ids of the whole text, though it reads word by word", () => {
    const parts = [
      "Die Klinik",
      "Siemens-Healthineers/Charité",
      "„Straße“",
      "(24.000 €)",
      "a\u00a8",
      "½",
      "e\u0301",
      "\u0301",
      "👩🏽‍⚕️",
      "日本",
      "ﬁn",
      "…",
      "\ud83c",
      ...["\n", " ", "  ", "\t", "\u00a0", "\u200b", "\u2028", "\u3000", "\ufeff", "▁"],
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), (chosen) => {
        const text = chosen.join("");
        expect(tokenize(text).ids).toEqual(encodeWhole(text));
      }),
      { numRuns: 300 },
    );
  });

  it("says where each word stands, and leaves out what has no letter or digit", () => {
    expect(visible("  Wie viele – Beschäftigte\nhat (die) Charité? ")).toEqual([
      "Wie",
      "viele",
      "Beschäftigte",
      "hat",
      "(die)",
      "Charité?",
    ]);
  });

  it("says which tokens are a word's, without its punctuation", () => {
    const { ids, words } = tokenize("Die (Charité) hat");
    const spelled = words.map(({ tokens }) => tokens.map((at) => pieceOf(ids[at] ?? -1)).join(""));
    expect(spelled).toEqual(["▁Die", "Charité", "▁hat"]);
  });

  it("finds a rare word rarer than a common one", () => {
    const [the, rare] = tokenize("the Northwestern").words;
    expect(rare?.rarity).toBeGreaterThan(the?.rarity ?? Number.NaN);
    expect(the?.rarity).toBeGreaterThan(0);
  });

  it("ends at the window of the model", () => {
    const { ids, words } = tokenize("Wort ".repeat(2_000));
    expect(ids).toHaveLength(512);
    expect(ids.at(-1)).toBe(encodeWhole("").at(-1));
    expect(Math.max(...words.flatMap(({ tokens }) => tokens))).toBe(510);
  });
});
