import { join } from "node:path";
import type { Span } from "../../contracts/passage.js";
import { MODEL_FILE } from "./model-folder.js";
import type { OnnxRuntime } from "./onnx-runtime.js";
import { loadTokenizer, type TokenizedWord } from "./tokenizer.js";

/** A word as the model reads it where it stands. */
export interface EncodedWord extends Span {
  /** Minus the natural logarithm of its probability in the vocabulary. */
  readonly rarity: number;
}

export interface EncodedText {
  /** Of unit length. */
  readonly vector: Float32Array<ArrayBuffer>;
  readonly words: readonly EncodedWord[];
  /** The mean state of the tokens of each word, one after the other. */
  readonly wordStates: Float32Array<ArrayBuffer>;
}

export interface Encoder {
  /** Reads a text with its prefix; `words` are those that begin at `wordsFrom` or later. Blocks the thread meanwhile. */
  encode(text: string, wordsFrom: number): Promise<EncodedText>;
}

/**
 * Loads tokenizer and model into this thread.
 *
 * The tokenizer comes from transformers.js; the session is opened on its onnxruntime directly, because the library
 * passes no session options on: here with one thread (several workers share the cores) and from the file's path (a
 * buffer costs 80 MB more of resident memory).
 */
export async function loadEncoder(runtime: OnnxRuntime, folder: string, dimensions: number): Promise<Encoder> {
  const tokenize = await loadTokenizer(folder);
  const session = await runtime.InferenceSession.create(join(folder, MODEL_FILE), {
    executionProviders: ["cpu"],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    enableCpuMemArena: false, // 40 MB less a session, at the same speed
  });

  return {
    // One text a run, never a batch: the model is quantized dynamically, so the vector of a text would depend on what
    // else is in its batch (by up to .05 a component before normalising, texts of equal length included).
    async encode(text, wordsFrom) {
      const { ids, words: all } = tokenize(text);
      const dims = [1, ids.length];
      const feeds: Record<string, unknown> = {};
      for (const name of session.inputNames) feeds[name] = new runtime.Tensor("int64", inputOf(name, ids), dims);
      const states = Object.values(await session.run(feeds))[0];
      if (states === undefined || states.dims[2] !== dimensions)
        throw new Error(`the model does not give ${dimensions} numbers a token`);
      const words = all.filter(({ start }) => start >= wordsFrom);
      return {
        vector: unitMean(states.data, ids.length, dimensions),
        words: words.map(({ start, end, rarity }) => ({ start, end, rarity })),
        wordStates: meanStates(states.data, words, dimensions),
      };
    },
  };
}

function inputOf(name: string, ids: readonly number[]): BigInt64Array {
  if (name === "input_ids") return BigInt64Array.from(ids, BigInt);
  const constant = { attention_mask: 1n, token_type_ids: 0n }[name];
  if (constant === undefined) throw new Error(`the model wants an input that is not known here: ${name}`);
  return new BigInt64Array(ids.length).fill(constant);
}

/** The mean of the token states, at unit length: how E5 is meant to be read (arXiv:2212.03533). */
function unitMean(states: Float32Array, tokens: number, dimensions: number): Float32Array<ArrayBuffer> {
  const sums = new Float64Array(dimensions);
  for (let token = 0; token < tokens; token++)
    for (let i = 0; i < dimensions; i++) sums[i] = (sums[i] ?? 0) + (states[token * dimensions + i] ?? 0);
  const length = Math.hypot(...sums);
  return Float32Array.from(sums, (sum) => sum / length);
}

function meanStates(
  states: Float32Array,
  words: readonly TokenizedWord[],
  dimensions: number,
): Float32Array<ArrayBuffer> {
  const means = new Float32Array(words.length * dimensions);
  for (const [word, { tokens }] of words.entries()) {
    for (const token of tokens) {
      for (let i = 0; i < dimensions; i++) {
        const at = word * dimensions + i;
        means[at] = (means[at] ?? 0) + (states[token * dimensions + i] ?? 0) / tokens.length;
      }
    }
  }
  return means;
}
