import { basename, dirname, join } from "node:path";
import { MODEL_FILE } from "./model-folder.js";
import type { OnnxRuntime } from "./onnx-runtime.js";

/** XLM-RoBERTa's positions end there. */
const MAX_TOKENS = 512;
/** More characters than 512 tokens cover (four each is usual); keeps the tokenizer from reading a book to throw it away. */
const MAX_CHARACTERS = 8_000;

export interface Encoder {
  /** Unit vector of a text with its prefix. Blocks the thread while it computes. */
  encode(text: string): Promise<Float32Array<ArrayBuffer>>;
}

/**
 * Loads tokenizer and model into this thread.
 *
 * The tokenizer comes from transformers.js; the session is opened on its onnxruntime directly, because the library
 * passes no session options on: here with one thread (several workers share the cores) and from the file's path (a
 * buffer costs 80 MB more of resident memory).
 */
export async function loadEncoder(runtime: OnnxRuntime, folder: string, dimensions: number): Promise<Encoder> {
  const { AutoTokenizer, env } = await import("@xenova/transformers");
  env.allowRemoteModels = false;
  env.localModelPath = `${dirname(folder)}/`;
  const tokenizer = await AutoTokenizer.from_pretrained(basename(folder));
  const session = await runtime.InferenceSession.create(join(folder, MODEL_FILE), {
    executionProviders: ["cpu"],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    enableCpuMemArena: false, // 40 MB less a session, at the same speed
  });

  return {
    // One text a run, never a batch: the model is quantized dynamically, so the vector of a text would depend on what
    // else is in its batch (by up to .05 a component before normalising, texts of equal length included).
    async encode(text) {
      const ids = cutToWindow(tokenizer.encode(text.slice(0, MAX_CHARACTERS)));
      const dims = [1, ids.length];
      const feeds: Record<string, unknown> = {};
      for (const name of session.inputNames) feeds[name] = new runtime.Tensor("int64", inputOf(name, ids), dims);
      const states = Object.values(await session.run(feeds))[0];
      if (states === undefined || states.dims[2] !== dimensions)
        throw new Error(`the model does not give ${dimensions} numbers a token`);
      return unitMean(states.data, ids.length, dimensions);
    },
  };
}

/** The first 511 tokens and the closing one: transformers.js would cut the closing one off. */
function cutToWindow(ids: readonly number[]): readonly number[] {
  return ids.length <= MAX_TOKENS ? ids : [...ids.slice(0, MAX_TOKENS - 1), ...ids.slice(-1)];
}

function inputOf(name: string, ids: readonly number[]): BigInt64Array {
  if (name === "input_ids") return BigInt64Array.from(ids, BigInt);
  const constant = { attention_mask: 1n, token_type_ids: 0n }[name];
  if (constant === undefined) throw new Error(`the model wants an input that is not known here: ${name}`);
  return new BigInt64Array(ids.length).fill(constant);
}

/** The mean of the token states, at unit length: how E5 is meant to be read (arXiv:2212.03533). */
export function unitMean(states: Float32Array, tokens: number, dimensions: number): Float32Array<ArrayBuffer> {
  const sums = new Float64Array(dimensions);
  for (let token = 0; token < tokens; token++)
    for (let i = 0; i < dimensions; i++) sums[i] = (sums[i] ?? 0) + (states[token * dimensions + i] ?? 0);
  const length = Math.hypot(...sums);
  return Float32Array.from(sums, (sum) => sum / length);
}
