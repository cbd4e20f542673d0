import { fold } from "./fold.js";

/** Shorter words are alike too often, and in any language. */
const SHORTEST = 4;
const WORD = /[\p{L}\p{N}]+/gu;

/** The trigrams of a word, its edges marked: "^kl", "kli", …, "ik$". */
export type Trigrams = ReadonlySet<string>;

/** The trigrams of each word of a text that is long enough, in folded spelling. */
export function trigramsOf(text: string): Trigrams[] {
  const words = fold(text).match(WORD) ?? [];
  return words.filter((word) => word.length >= SHORTEST).map(trigramsOfWord);
}

function trigramsOfWord(word: string): Trigrams {
  const marked = `^${word}$`;
  const trigrams = new Set<string>();
  for (let at = 0; at + 3 <= marked.length; at += 1) trigrams.add(marked.slice(at, at + 3));
  return trigrams;
}

/**
 * How far each word of one text stands in another by its spelling, from 0 to 1: the best Jaccard similarity of trigrams
 * with a word of `text`. Names, compounds and words of Greek and Latin roots meet across languages by it ("Onkologie",
 * "oncology").
 */
export function spellingMatches(asked: readonly Trigrams[], text: readonly Trigrams[]): readonly number[] {
  const holders = holdersOf(asked);
  const best = asked.map(() => 0);
  const shared = new Uint16Array(asked.length);
  for (const word of text) {
    shared.fill(0);
    let isAlike = false;
    for (const trigram of word) {
      for (const at of holders.get(trigram) ?? NONE) {
        shared[at] = (shared[at] ?? 0) + 1;
        isAlike = true;
      }
    }
    if (!isAlike) continue;
    for (const [at, { size }] of asked.entries()) {
      const both = shared[at] ?? 0;
      best[at] = Math.max(best[at] ?? 0, both / (size + word.size - both));
    }
  }
  return best;
}

const NONE: readonly number[] = [];
/** The words of a question are compared with those of many sentences. */
const known = new WeakMap<readonly Trigrams[], ReadonlyMap<string, readonly number[]>>();

/** Which of the words hold each trigram, so that a text has to be looked through only once for all of them. */
function holdersOf(words: readonly Trigrams[]): ReadonlyMap<string, readonly number[]> {
  const made = known.get(words);
  if (made !== undefined) return made;
  const holders = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    for (const trigram of word) {
      const held = holders.get(trigram);
      if (held === undefined) holders.set(trigram, [at]);
      else held.push(at);
    }
  }
  known.set(words, holders);
  return holders;
}
