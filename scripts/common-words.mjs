// Writes src/language/common-words.txt anew from the tokenizer of the bundled model: `node scripts/common-words.mjs`.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const TOKENIZER = new URL("../models/multilingual-e5-small-de-en/tokenizer.json", import.meta.url);
export const COMMON_WORDS = fileURLToPath(new URL("../src/language/common-words.txt", import.meta.url));

/** A piece that begins a word ("▁" stands for the space before it) and consists of letters of German or English. */
const WORD = /^▁[a-zäöüß]{5,}$/;

/** A tokenizer learns the frequent words of its languages as one piece each: they are its words of five letters and more. */
export function commonWords() {
  const { model } = JSON.parse(readFileSync(TOKENIZER, "utf8"));
  const words = model.vocab.map(([piece]) => piece.toLowerCase()).filter((piece) => WORD.test(piece));
  return `${[...new Set(words)]
    .map((piece) => piece.slice(1))
    .sort()
    .join("\n")}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(COMMON_WORDS, commonWords());
