import { writeFileSync } from "node:fs";
import path from "node:path";
import { loadEncoder } from "../../src/adapters/embedder-e5/encoder.js";
import { inspectModel } from "../../src/adapters/embedder-e5/model-folder.js";
import { loadRuntime } from "../../src/adapters/embedder-e5/onnx-runtime.js";
import { PROJECTION_FILE } from "../../src/adapters/embedder-e5/word-projection.js";
import { readOmos, writePage } from "../open-data/omos.js";
import { readXquad } from "../open-data/xquad.js";
import { principalComponents } from "./principal-components.js";

/**
 * Fits `word-projection.bin` of the bundled model: the principal components of the states of words, as the model gives them
 * in the paragraphs of XQuAD's articles with an even index, in both languages, and in the even half of the pages of OMoS-QA.
 * The other halves are what is measured on.
 */
const ROOT = path.resolve(import.meta.dirname, "../..");
const DATA = path.resolve(ROOT, "../shared/data");
const FOLDER = path.join(ROOT, "models/multilingual-e5-small-de-en");

/** The best sentence is as often the first with 128 dimensions as with all 384, and less often with 64. */
const KEPT = 128;

const PREFIX = "passage: ";

const { dimensions } = await inspectModel(FOLDER);
const encoder = await loadEncoder(loadRuntime(), FOLDER, dimensions);
const states: Float32Array[] = [];
for (const { title, text } of texts()) {
  const above = title === null ? PREFIX : `${PREFIX}${title}\n`;
  states.push((await encoder.encode(above + text, above.length)).wordStates);
}
const words = joined(states);
const { mean, components } = principalComponents(words, dimensions, KEPT);
const numbers = joined([mean, ...components]);
writeFileSync(path.join(FOLDER, PROJECTION_FILE), new Uint8Array(numbers.buffer));
console.log(`${words.length / dimensions} words of ${states.length} texts`);

function joined(arrays: readonly (Float32Array | Float64Array)[]): Float32Array<ArrayBuffer> {
  const all = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const each of arrays) {
    all.set(each, at);
    at += each.length;
  }
  return all;
}

function texts(): { readonly title: string | null; readonly text: string }[] {
  const paragraphs = (["de", "en"] as const).flatMap((language) => readXquad(DATA, language));
  const pages = new Map(readOmos(DATA).map(({ page }) => [page.id, page]));
  return [
    ...paragraphs.filter(({ article }) => article % 2 === 0),
    ...[...pages.values()].filter(({ number }) => number % 2 === 0).map((page) => writePage(page).document),
  ];
}
