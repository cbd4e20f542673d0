import { Worker } from "node:worker_threads";
import { KonsilError } from "../../contracts/errors.js";
import type { WorkerMessage, WorkerRequest, WorkerSetup } from "./messages.js";
import { admitWorker, awaitRunning, createGate, loadRuntime, noteStart } from "./onnx-runtime.js";
import type { Spawn } from "./worker-pool.js";

/** A small young generation makes the collector free the model's output tensors early: 70 MB a worker less. */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 } as const;

/**
 * Starts `worker.ts` in a thread: the built file, or the source where this file itself runs from source.
 * Throws `model_unavailable` where the native runtime does not load.
 */
export function workerSpawner(model: Omit<WorkerSetup, "gate">): Spawn {
  try {
    loadRuntime();
  } catch (cause) {
    throw new KonsilError("model_unavailable", "The native runtime of the embedding model does not load.", { cause });
  }
  const built = import.meta.url.endsWith(".js");
  const entry = new URL(built ? "./worker.js" : "./worker-from-source.mjs", import.meta.url);

  return ({ reply, death }) => {
    const gate = createGate();
    const workerData: WorkerSetup = { ...model, gate };
    const worker = new Worker(entry, { workerData, resourceLimits: RESOURCE_LIMITS, execArgv: [] });
    const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
    const beforeExit = () => awaitRunning(gate); // for a `process.exit` that nobody closed the embedder before
    process.once("exit", beforeExit);
    let error: unknown;
    worker.on("message", (message: WorkerMessage) => {
      if (message.kind === "at-gate") admitWorker(gate);
      else reply(message);
    });
    worker.on("error", (thrown) => {
      error = thrown;
    });
    worker.on("exit", (code) => {
      process.off("exit", beforeExit);
      death(error ?? `exit code ${code}`);
    });
    return {
      embed(text) {
        noteStart(gate);
        worker.postMessage({ kind: "embed", ...text } satisfies WorkerRequest);
      },
      // Asked, not terminated: a thread that is stopped inside onnxruntime takes the process with it.
      close: () => {
        worker.postMessage({ kind: "close" } satisfies WorkerRequest);
        return ended;
      },
    };
  };
}
