import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The parts of onnxruntime-node 1.14 that are used here. */
export interface OnnxRuntime {
  readonly InferenceSession: {
    create(path: string, options: Readonly<Record<string, unknown>>): Promise<OnnxSession>;
  };
  readonly Tensor: new (type: "int64", data: BigInt64Array, dims: readonly number[]) => unknown;
}
export interface OnnxSession {
  readonly inputNames: readonly string[];
  run(feeds: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, OnnxTensor>>>;
}
export interface OnnxTensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/*
 * onnxruntime-node 1.14 keeps one reference to a JavaScript function for the whole process. A thread that loads it
 * replaces the reference, and so frees one of another thread: when that thread runs at the moment, or has ended, this
 * damages the heap ("free(): invalid pointer"). And once all threads that loaded it have ended, no other can. So:
 * the main thread loads it first; while a worker loads it, the main thread stands still; while the main thread then
 * takes the reference back, the worker stands still. 60 workers started and ended this way did no harm.
 */
const WAITING = 0;
const ADMITTED = 1;
const LOADED = 2;
const RELEASED = 3;
const LONGEST_STANDSTILL_MS = 10_000;

/** The place where a worker and the main thread wait for each other: cell 0 for loading, cell 1 for ending. */
export type Gate = Int32Array<SharedArrayBuffer>;
const LOADING = 0;
const RUNNING = 1;

export function createGate(): Gate {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** Loads the runtime into the calling thread (about 25 ms the first time): the one that transformers.js brings. */
export function loadRuntime(): OnnxRuntime {
  return requireFromTransformers("onnxruntime-node");
}

/** In a worker: loads the runtime once the main thread, told by `announce`, has called `admitWorker`. */
export function loadRuntimeThroughGate(gate: Gate, announce: () => void): OnnxRuntime {
  requireFromTransformers("onnxruntime-common"); // its files are read before anybody stands still
  announce();
  Atomics.wait(gate, LOADING, WAITING);
  try {
    return loadRuntime();
  } finally {
    advance(gate, LOADED);
    Atomics.wait(gate, LOADING, LOADED, LONGEST_STANDSTILL_MS);
  }
}

/** In the main thread: lets a worker load the runtime, and returns when both may go on, some milliseconds later. */
export function admitWorker(gate: Gate): void {
  noteStart(gate);
  advance(gate, ADMITTED);
  Atomics.wait(gate, LOADING, ADMITTED, LONGEST_STANDSTILL_MS);
  process.dlopen({ exports: {} }, bindingPath());
  advance(gate, RELEASED);
}

function advance(gate: Gate, state: number): void {
  Atomics.store(gate, LOADING, state);
  Atomics.notify(gate, LOADING);
}

/** In the main thread: a worker is about to be given work. */
export function noteStart(gate: Gate): void {
  Atomics.store(gate, RUNNING, 1);
}

/** In a worker: runs the work, and notes its end. */
export async function notingEnd<T>(gate: Gate, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    Atomics.store(gate, RUNNING, 0);
    Atomics.notify(gate, RUNNING);
  }
}

/**
 * In the main thread: stands still until the worker has done what it was given. A thread that is ended inside native
 * code aborts the process ("terminate called after throwing an instance of 'Napi::Error'").
 */
export function awaitRunning(gate: Gate): void {
  Atomics.wait(gate, RUNNING, 1, LONGEST_STANDSTILL_MS);
}

function fromTransformers(): NodeJS.Require {
  return createRequire(createRequire(import.meta.url).resolve("@xenova/transformers"));
}

function requireFromTransformers(name: string) {
  return fromTransformers()(name);
}

function bindingPath(): string {
  const entry = fromTransformers().resolve("onnxruntime-node");
  return join(dirname(entry), "..", "bin", "napi-v3", process.platform, process.arch, "onnxruntime_binding.node");
}
