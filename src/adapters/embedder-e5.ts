import { availableParallelism } from "node:os";
import type { Embedder } from "../contracts/ports.js";
import { downloadModel } from "./embedder-e5/download-model.js";
import type { TextToEmbed } from "./embedder-e5/messages.js";
import { identifyModel, inspectModel, locateModel, missingFiles } from "./embedder-e5/model-folder.js";
import { workerSpawner } from "./embedder-e5/spawn-worker.js";
import { questionWords, sentenceWords } from "./embedder-e5/word-states.js";
import { createWorkerPool } from "./embedder-e5/worker-pool.js";

/** Two workers on two cores embed twice as much as one; more cost 150 MB each and help only large ingests. */
const MAX_WORKERS_BY_DEFAULT = 2;

/** The prefixes that the model was trained with. */
const QUESTION = "query: ";
const PASSAGE = "passage: ";

export interface E5Options {
  /** Path of a model folder, or its name (a hub id too) below `modelsFolder`. */
  readonly model: string;
  readonly modelsFolder: string;
  /** Threads, each with its own copy of the model; by default 2, or 1 on one core. */
  readonly workers?: number;
  /** Downloads a model that is not there into `modelsFolder`. Off by default: nothing leaves the machine. */
  readonly allowRemote?: boolean;
  /** Where to download from, in place of the hub. */
  readonly remoteHost?: string;
}

export interface E5Embedder extends Embedder {
  /** Resolves when the first worker has loaded the model; questions may be asked before. Throws `model_unavailable`. */
  ready(): Promise<void>;
}

/**
 * Embeds with a multilingual E5 model (Wang et al., arXiv:2402.05672) in worker threads. Returns while the workers
 * still load, about 0.1 s after the call. Texts are cut at 512 tokens; the same text always gives the same vector,
 * bit for bit. Throws `model_unavailable` when the folder does not hold a model.
 */
export async function createE5Embedder(options: E5Options): Promise<E5Embedder> {
  const folder = await locateModel(options.model, options.modelsFolder);
  if (options.allowRemote === true && (await missingFiles(folder)).length > 0)
    await downloadModel(options.model, options.modelsFolder, options.remoteHost);
  const { dimensions } = await inspectModel(folder);
  const workers = options.workers ?? Math.min(MAX_WORKERS_BY_DEFAULT, availableParallelism());
  const pool = createWorkerPool(workerSpawner({ folder, dimensions }), Math.max(1, workers));
  // Read while the first worker is starting.
  const id = await identifyModel(folder).catch(async (error: unknown) => {
    await pool.close();
    throw error;
  });
  const embedOne = async (text: TextToEmbed, signal: AbortSignal | undefined) => {
    const [embedded] = await pool.embed([text], true, signal);
    if (embedded === undefined) throw new Error("the pool resolved without a vector");
    return embedded;
  };

  return {
    id,
    dimensions,
    ready: () => pool.ready(),
    async embedQuestion(text, signal) {
      return (await embedOne({ text: QUESTION + text, wordsFrom: null }, signal)).vector;
    },
    async embedPassages(texts, signal) {
      const prefixed = texts.map((text) => ({ text: PASSAGE + text, wordsFrom: null }));
      return (await pool.embed(prefixed, false, signal)).map(({ vector }) => vector);
    },
    async readQuestion(text, signal) {
      const { vector, words } = await embedOne({ text: QUESTION + text, wordsFrom: QUESTION.length }, signal);
      return { vector, words: words === null ? null : questionWords(words, QUESTION.length) };
    },
    async readPassages(passages, signal) {
      const startOf = (context: string) => PASSAGE.length + context.length;
      const prefixed = passages.map(({ context, text }) => ({
        text: PASSAGE + context + text,
        wordsFrom: startOf(context),
      }));
      const embedded = await pool.embed(prefixed, false, signal);
      return embedded.map(({ vector, words }, at) => {
        const passage = passages[at];
        if (words === null || passage === undefined) return { vector, sentenceWords: null };
        return { vector, sentenceWords: sentenceWords(words, passage.sentences, startOf(passage.context)) };
      });
    },
    close: () => pool.close(),
  };
}
