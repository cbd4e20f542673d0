import { availableParallelism } from "node:os";
import { WriterError } from "../../contracts/writer-error.js";
import { Slots } from "../writer/slots.js";
import type { ChatItem, ContextSequence, LlamaModel, NodeLlamaCpp } from "./node-llama-cpp.js";

/** Around each message stand its role and some signs. */
const TOKENS_PER_MESSAGE = 16;
/** With room for less than this there is no use in beginning. */
const SMALLEST_REPLY = 32;

export interface LocalModelOptions {
  /** Of a GGUF file. */
  readonly path: string;
  /** As in `Writer.id`. */
  readonly id: string;
  readonly contextTokens: number;
}

export interface Conversation {
  readonly history: readonly ChatItem[];
  /** The last thing said, by the user. */
  readonly prompt: string;
}

interface Loaded {
  readonly model: LlamaModel;
  readonly sequence: ContextSequence;
  dispose(): Promise<void>;
}

/** A GGUF file that is loaded when it is first asked, and does one thing at a time. */
export class LocalModel {
  readonly #library: NodeLlamaCpp;
  readonly #options: LocalModelOptions;
  readonly #turns = new Slots(1, Number.POSITIVE_INFINITY);
  #loaded: Promise<Loaded> | null = null;

  constructor(library: NodeLlamaCpp, options: LocalModelOptions) {
    this.#library = library;
    this.#options = options;
  }

  /** The reply in pieces; the model has stopped when this has ended, however it ends. Throws `WriterError`. */
  async *write(
    { history, prompt }: Conversation,
    { signal, maxTokens }: { readonly signal: AbortSignal; readonly maxTokens: number | undefined },
  ): AsyncGenerator<string> {
    const stop = new AbortController();
    const stopped = AbortSignal.any([signal, stop.signal]);
    const leave = await this.#turns.take(stopped);
    try {
      const { model, sequence } = await this.#load();
      stopped.throwIfAborted();
      const room = this.#roomFor(model, history, prompt);
      const pieces = new Pieces();
      const session = new this.#library.LlamaChatSession({ contextSequence: sequence });
      session.setChatHistory(history);
      const writing = session.prompt(prompt, {
        signal: stopped,
        maxTokens: Math.min(maxTokens ?? room, room),
        temperature: 0,
        // By default words and markers that come again are made improbable, and quotations with them.
        repeatPenalty: false,
        onTextChunk: (text) => pieces.push(text),
      });
      const ended = writing.then(
        () => pieces.end(),
        (error: unknown) => pieces.end(error),
      );
      try {
        yield* pieces.read();
      } finally {
        stop.abort();
        await ended;
        session.dispose({ disposeSequence: false });
      }
    } finally {
      leave?.();
    }
  }

  /** Frees the memory, once what runs has ended. */
  async close(): Promise<void> {
    const freed = await this.#turns.take(new AbortController().signal);
    const loaded = await this.#loaded?.catch(() => null);
    this.#loaded = null;
    await loaded?.dispose();
    freed?.();
  }

  #load(): Promise<Loaded> {
    this.#loaded ??= this.#open().catch((cause: unknown) => {
      // What was not there the first time, memory for example, may be there the next.
      this.#loaded = null;
      const why = "cannot be loaded; is there memory for it, and is it a GGUF file that this version reads?";
      throw new WriterError("failed", `The language model ${this.#options.id} ${why}`, { cause });
    });
    return this.#loaded;
  }

  async #open(): Promise<Loaded> {
    const llama = await this.#library.getLlama({
      // Nothing is compiled or downloaded while somebody waits.
      build: "never",
      skipDownload: true,
      progressLogs: false,
      logLevel: "disabled",
      // By itself it takes four at least, which wait for each other where there are two.
      maxThreads: availableParallelism(),
    });
    try {
      const model = await llama.loadModel({ modelPath: this.#options.path });
      const context = await model.createContext({ contextSize: this.#options.contextTokens });
      return { model, sequence: context.getSequence(), dispose: () => llama.dispose() };
    } catch (error) {
      await llama.dispose();
      throw error;
    }
  }

  /** How many tokens a reply may have; where it is too few, the library would drop the beginning of the prompt. */
  #roomFor(model: LlamaModel, history: readonly ChatItem[], prompt: string): number {
    const { id, contextTokens } = this.#options;
    const texts = [...history.map((item) => (item.type === "model" ? item.response.join("") : item.text)), prompt];
    const tokens = texts.reduce((sum, text) => sum + model.tokenize(text).length + TOKENS_PER_MESSAGE, 0);
    if (contextTokens - tokens >= SMALLEST_REPLY) return contextTokens - tokens;
    const what = `reads ${contextTokens} tokens, and was given ${tokens}`;
    throw new WriterError("context_exceeded", `The language model ${id} ${what}`);
  }
}

/** What one side puts in, in the order in which the other side takes it out. */
class Pieces {
  readonly #pieces: string[] = [];
  #ended: { readonly error: unknown } | null = null;
  #wake: () => void = () => undefined;

  push(piece: string): void {
    this.#pieces.push(piece);
    this.#wake();
  }

  /** With an error, if it is one. */
  end(error?: unknown): void {
    this.#ended = { error };
    this.#wake();
  }

  async *read(): AsyncGenerator<string> {
    for (;;) {
      const piece = this.#pieces.shift();
      if (piece !== undefined) {
        yield piece;
      } else if (this.#ended !== null) {
        if (this.#ended.error !== undefined) throw this.#ended.error;
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }
}
