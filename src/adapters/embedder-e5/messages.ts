import type { EncodedWord } from "./encoder.js";
import type { Gate } from "./onnx-runtime.js";

/** What a worker is started with. */
export interface WorkerSetup {
  /** Folder of the model, absolute and complete. */
  readonly folder: string;
  readonly dimensions: number;
  readonly gate: Gate;
}

/** A text, prefix included. */
export interface TextToEmbed {
  readonly text: string;
  /** Offset from which on the words are wanted too; null where the vector is enough. */
  readonly wordsFrom: number | null;
}

export interface Embedded {
  readonly vector: Float32Array<ArrayBuffer>;
  /** Null where none are wanted, or the model has no projection for them. */
  readonly words: EmbeddedWords | null;
}

export interface EmbeddedWords {
  /** In order, with offsets into the text that was given. */
  readonly spans: readonly EncodedWord[];
  /** The direction of each: unit length times 127, one after the other. */
  readonly states: Int8Array<ArrayBuffer>;
}

export type WorkerRequest =
  /** A worker gets the next text only after it has answered the last one. */
  | ({ readonly kind: "embed" } & TextToEmbed)
  /** End when the running text is done. */
  | { readonly kind: "close" };

export type WorkerReply =
  | { readonly kind: "ready" }
  /** The model cannot be loaded: trying again would not help. */
  | { readonly kind: "unloadable"; readonly reason: string }
  | ({ readonly kind: "embedded" } & Embedded)
  /** This text cannot be embedded; the worker goes on. */
  | { readonly kind: "refused"; readonly reason: string };

/** What a worker says: a reply, or that it waits to load the native runtime (`onnx-runtime.ts`). */
export type WorkerMessage = WorkerReply | { readonly kind: "at-gate" };
