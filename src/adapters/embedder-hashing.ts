import { KonsilError } from "../contracts/errors.js";
import type { Embedder } from "../contracts/ports.js";

const WORD_WEIGHT = 1;
/** What all texts have in common: lifts cosines to between about .75 and 1, where those of e5 lie and are judged. */
const COMMON = 0.75;
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

  return {
    id: `hashing-${dimensions}@1`,
    dimensions,
    async embedQuestion(text, signal) {
      const [vector] = await embed([text], signal);
      return vector ?? new Float32Array(dimensions);
    },
    embedPassages: (texts, signal) =>
      closed || signal?.aborted
        ? Promise.reject(new KonsilError("cancelled", "The embedding was cancelled."))
        : embed(texts, signal),
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

/** 32-bit FNV-1a over UTF-16 code units (Fowler, Noll and Vo; RFC 9923). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
