import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Language } from "../contracts/document.js";

const LENGTH = 127;
const meansSchema = z.object({ de: z.array(z.number()), en: z.array(z.number()) });

/** Of each language the mean state of the words of its texts, in the units of the states. Made by `npm run judge:fit`. */
export type WordMeans = z.infer<typeof meansSchema>;

let loaded: WordMeans | null = null;

/** The means of `word-means.json`, which is read once. Throws when the file does not hold them. */
function wordMeans(): WordMeans {
  loaded ??= meansSchema.parse(JSON.parse(readFileSync(new URL("./word-means.json", import.meta.url), "utf8")));
  return loaded;
}

/**
 * A word's state moved from one language into another, by the difference of their mean states: the model keeps languages
 * apart, by about half the length of a state. Unit length times 127. States of another number of dimensions come from another
 * model, and are handed back as they are.
 */
export function moveToLanguage(state: Int8Array, from: Language, to: Language, means = wordMeans()): Int8Array {
  const [own, other] = [means[from], means[to]];
  if (from === to || own.length !== state.length) return state;
  const moved = Float64Array.from(state, (value, at) => value - (own[at] ?? 0) + (other[at] ?? 0));
  const length = Math.hypot(...moved);
  return Int8Array.from(moved, (value) => Math.round((value * LENGTH) / (length || 1)));
}
