import type { Gate } from "./onnx-runtime.js";

/** What a worker is started with. */
export interface WorkerSetup {
  /** Folder of the model, absolute and complete. */
  readonly folder: string;
  readonly dimensions: number;
  readonly gate: Gate;
}

export type WorkerRequest =
  /** A text, prefix included. A worker gets the next one only after it has answered the last one. */
  | { readonly kind: "embed"; readonly text: string }
  /** End when the running text is done. */
  | { readonly kind: "close" };

export type WorkerReply =
  | { readonly kind: "ready" }
  /** The model cannot be loaded: trying again would not help. */
  | { readonly kind: "unloadable"; readonly reason: string }
  | { readonly kind: "vector"; readonly vector: Float32Array<ArrayBuffer> }
  /** This text cannot be embedded; the worker goes on. */
  | { readonly kind: "refused"; readonly reason: string };

/** What a worker says: a reply, or that it waits to load the native runtime (`onnx-runtime.ts`). */
export type WorkerMessage = WorkerReply | { readonly kind: "at-gate" };
