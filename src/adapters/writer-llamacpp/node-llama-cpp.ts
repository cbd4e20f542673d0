import { z } from "zod";
import { KonsilError } from "../../contracts/errors.js";

/** What is used of node-llama-cpp, which is not installed everywhere, and whose types are not either. */
export interface NodeLlamaCpp {
  getLlama(options: {
    readonly build: "never";
    readonly skipDownload: true;
    readonly progressLogs: false;
    readonly logLevel: "disabled";
    readonly maxThreads: number;
  }): Promise<Llama>;
  readGgufFileInfo(
    path: string,
    options: { readonly sourceType: "filesystem"; readonly readTensorInfo: false; readonly logWarnings: false },
  ): Promise<unknown>;
  readonly LlamaChatSession: new (options: { readonly contextSequence: ContextSequence }) => ChatSession;
}

export interface Llama {
  loadModel(options: { readonly modelPath: string }): Promise<LlamaModel>;
  dispose(): Promise<void>;
}

export interface LlamaModel {
  createContext(options: { readonly contextSize: number }): Promise<{ getSequence(): ContextSequence }>;
  tokenize(text: string): readonly unknown[];
}

/** Remembers what it has read, and reads only what is different the next time. */
export interface ContextSequence {
  readonly contextSize: number;
}

export type ChatItem =
  | { readonly type: "system" | "user"; readonly text: string }
  | { readonly type: "model"; readonly response: readonly string[] };

export interface ChatSession {
  setChatHistory(history: readonly ChatItem[]): void;
  /** Rejects with the reason of the signal. */
  prompt(
    text: string,
    options: {
      readonly signal: AbortSignal;
      readonly maxTokens: number;
      readonly temperature: number;
      readonly repeatPenalty: false;
      /** Of the reply alone, without thoughts. */
      onTextChunk(text: string): void;
    },
  ): Promise<string>;
  dispose(options: { readonly disposeSequence: false }): void;
}

const INSTALL = "npm install node-llama-cpp@3.22.1";
/** In a variable, since a compiler would look for what is not there. */
const PACKAGE: string = "node-llama-cpp";

const moduleSchema = z.custom<NodeLlamaCpp>((value) => {
  const names = ["getLlama", "readGgufFileInfo", "LlamaChatSession"];
  return (
    typeof value === "object" && value !== null && names.every((name) => typeof Reflect.get(value, name) === "function")
  );
});

/** Throws `invalid_configuration` where the package is not installed, or is another version. */
export async function loadNodeLlamaCpp(name: string = PACKAGE): Promise<NodeLlamaCpp> {
  let loaded: unknown;
  try {
    loaded = await import(name);
  } catch (cause) {
    const isMissing = cause instanceof Error && "code" in cause && cause.code === "ERR_MODULE_NOT_FOUND";
    const what = isMissing ? "a package that is not installed" : "a package that cannot be loaded";
    throw new KonsilError("invalid_configuration", `KONSIL_WRITER=llamacpp needs ${what}: ${INSTALL}`, { cause });
  }
  const { data } = moduleSchema.safeParse(loaded);
  if (data !== undefined) return data;
  throw new KonsilError("invalid_configuration", `KONSIL_WRITER=llamacpp needs another version: ${INSTALL}`);
}
