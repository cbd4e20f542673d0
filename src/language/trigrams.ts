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
 * How far the words of one text stand in another by their spelling, from 0 to 1: the mean over `asked` of the best
 * Jaccard similarity of trigrams with a word of `text`. Names, compounds and words of Greek and Latin roots meet across
 * languages by it ("Onkologie", "oncology"). 0 when nothing is asked for.
 */
export function spellingOverlap(asked: readonly Trigrams[], text: readonly Trigrams[]): number {
  if (asked.length === 0) return 0;
  const sum = asked.reduce((total, word) => total + Math.max(0, ...text.map((other) => jaccard(word, other))), 0);
  return sum / asked.length;
}

function jaccard(one: Trigrams, other: Trigrams): number {
  let shared = 0;
  for (const trigram of one) if (other.has(trigram)) shared += 1;
  return shared / (one.size + other.size - shared);
}
