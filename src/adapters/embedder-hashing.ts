import { KonsilError } from "../contracts/errors.js";
import type { Embedder, PassageText, QuestionWord } from "../contracts/ports.js";
import { fold } from "../language/fold.js";
import { stem } from "../language/stem.js";

const WORD_WEIGHT = 1;
/** What all texts have in common: lifts cosines to between about .75 and 1, where those of e5 lie and are judged. */
const COMMON = 0.75;
/** Dimensions of a word's state, each either +1 or -1 before it is brought to length. */
const STATE_DIMENSIONS = 64;
/** How rare every word is taken to be: nothing is known of any. */
const RARITY = 8;
/** Trigrams make "Klinik" and "Kliniken" neighbours. */
const TRIGRAM_WEIGHT = 0.3;

/**
 * Embeds by hashing words and their letter trigrams into a vector: no model, no threads, the same vector on every
 * machine. Finds texts that share words and knows nothing of meaning: for tests, and for trying things out.
 */
export function createHashingEmbedder(dimensions = 256): Embedder {
  let closed = false;
  const embed = async (texts: readonly string[], signal: AbortSignal | undefined): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = [];
    for (const text of texts) {
      await Promise.resolve(); // like a real engine: a question that comes now need not wait for all of these
      if (closed || signal?.aborted) throw new KonsilError("cancelled", "The embedding was cancelled.");
      vectors.push(hashedVector(text, dimensions));
    }
    return vectors;
  };

  const embedQuestion = async (text: string, signal?: AbortSignal): Promise<Float32Array> => {
    const [vector] = await embed([text], signal);
    return vector ?? new Float32Array(dimensions);
  };
  const embedPassages = (texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> =>
    closed || signal?.aborted
      ? Promise.reject(new KonsilError("cancelled", "The embedding was cancelled."))
      : embed(texts, signal);

  return {
    id: `hashing-${dimensions}@2`,
    dimensions,
    embedQuestion,
    embedPassages,
    async readQuestion(text, signal) {
      return { vector: await embedQuestion(text, signal), words: wordsOf(text) };
    },
    async readPassages(passages, signal) {
      const vectors = await embedPassages(
        passages.map(({ context, text }) => context + text),
        signal,
      );
      return passages.map((passage, at) => ({
        vector: vectors[at] ?? new Float32Array(dimensions),
        sentenceWords: sentenceWordsOf(passage),
      }));
    },
    async close() {
      closed = true;
    },
  };
}

function hashedVector(text: string, dimensions: number): Float32Array {
  const sums = new Float64Array(dimensions);
  const add = (feature: string, weight: number) => {
    const hash = fnv1a(feature);
    const sign = hash & 1 ? 1 : -1;
    const slot = (hash >>> 1) % dimensions;
    sums[slot] = (sums[slot] ?? 0) + sign * weight;
  };
  for (const [word] of text
    .normalize("NFKD")
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    add(word, WORD_WEIGHT);
    const padded = `^${word}$`;
    for (let i = 0; i + 3 <= padded.length; i++) add(padded.slice(i, i + 3), TRIGRAM_WEIGHT);
  }
  const length = Math.hypot(...sums);
  const vector = Float32Array.from(sums, (sum) => (length === 0 ? 0 : (sum / length) * Math.sqrt(1 - COMMON)));
  // The last slot is the same for all texts; a text without words has nothing else.
  const own = vector[dimensions - 1] ?? 0;
  const rest = vector.reduce((sum, value) => sum + value * value, 0) - own * own;
  vector[dimensions - 1] = Math.sqrt(1 - rest);
  return vector;
}

/** The words of a text, those of one stem with one state. */
function wordsOf(text: string): QuestionWord[] {
  return [...text.matchAll(/\S+/g)]
    .filter(([word]) => /[\p{L}\p{N}]/u.test(word))
    .map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      rarity: RARITY,
      state: hashedState(word),
    }));
}

function sentenceWordsOf({ text, sentences }: PassageText): Int8Array[] {
  return sentences.map(({ start, end }) => {
    const words = wordsOf(text.slice(start, end));
    const states = new Int8Array(words.length * STATE_DIMENSIONS);
    for (const [at, { state }] of words.entries()) states.set(state, at * STATE_DIMENSIONS);
    return states;
  });
}

function hashedState(word: string): Int8Array {
  const letters = fold(word).replace(/[^\p{L}\p{N}]/gu, "");
  let random = fnv1a(stem(letters, "de"));
  const component = Math.round(127 / Math.sqrt(STATE_DIMENSIONS));
  return new Int8Array(STATE_DIMENSIONS).map(() => {
    // A linear congruential generator (Press et al., Numerical Recipes, 7.1), of which the highest bit is the best.
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    return random >>> 31 === 1 ? component : -component;
  });
}

/** 32-bit FNV-1a over UTF-16 code units (Fowler, Noll and Vo; RFC 9923). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
