import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { loadEncoder } from "./encoder.js";
import type { WorkerMessage, WorkerRequest, WorkerSetup } from "./messages.js";
import { loadRuntimeThroughGate, notingEnd } from "./onnx-runtime.js";

/** A thread that holds the model: it embeds one text at a time, as `session.run` blocks the thread it runs on. */
async function serve(port: MessagePort, { folder, dimensions, gate }: WorkerSetup): Promise<void> {
  const say = (message: WorkerMessage) => port.postMessage(message);
  try {
    const encoder = await notingEnd(gate, async () => {
      const runtime = loadRuntimeThroughGate(gate, () => say({ kind: "at-gate" }));
      return loadEncoder(runtime, folder, dimensions);
    });
    port.on("message", (request: WorkerRequest) => {
      if (request.kind === "close") return port.close();
      notingEnd(gate, () => encoder.encode(request.text)).then(
        (vector) => port.postMessage({ kind: "vector", vector } satisfies WorkerMessage, [vector.buffer]),
        (error: unknown) => say({ kind: "refused", reason: String(error) }),
      );
    });
    say({ kind: "ready" });
  } catch (error) {
    say({ kind: "unloadable", reason: String(error) });
  }
}

if (parentPort === null) throw new Error("worker.ts runs as a worker thread");
await serve(parentPort, workerData);
