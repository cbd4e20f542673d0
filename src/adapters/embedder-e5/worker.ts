import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { type Encoder, loadEncoder } from "./encoder.js";
import type { Embedded, TextToEmbed, WorkerMessage, WorkerRequest, WorkerSetup } from "./messages.js";
import { loadRuntimeThroughGate, notingEnd } from "./onnx-runtime.js";
import { loadProjection, type ProjectWords } from "./word-projection.js";

/** A thread that holds the model: it embeds one text at a time, as `session.run` blocks the thread it runs on. */
async function serve(port: MessagePort, { folder, dimensions, gate }: WorkerSetup): Promise<void> {
  const say = (message: WorkerMessage) => port.postMessage(message);
  try {
    const { encoder, project } = await notingEnd(gate, async () => {
      const runtime = loadRuntimeThroughGate(gate, () => say({ kind: "at-gate" }));
      const project = await loadProjection(folder, dimensions);
      return { encoder: await loadEncoder(runtime, folder, dimensions), project };
    });
    port.on("message", (request: WorkerRequest) => {
      if (request.kind === "close") return port.close();
      notingEnd(gate, () => embed(encoder, project, request)).then(
        ({ vector, words }) => {
          const moved = [vector.buffer, ...(words === null ? [] : [words.states.buffer])];
          port.postMessage({ kind: "embedded", vector, words } satisfies WorkerMessage, moved);
        },
        (error: unknown) => say({ kind: "refused", reason: String(error) }),
      );
    });
    say({ kind: "ready" });
  } catch (error) {
    say({ kind: "unloadable", reason: String(error) });
  }
}

async function embed(
  encoder: Encoder,
  project: ProjectWords | null,
  { text, wordsFrom }: TextToEmbed,
): Promise<Embedded> {
  if (project === null || wordsFrom === null)
    return { vector: (await encoder.encode(text, Number.POSITIVE_INFINITY)).vector, words: null };
  const { vector, words, wordStates } = await encoder.encode(text, wordsFrom);
  return { vector, words: { spans: words, states: project(wordStates) } };
}

if (parentPort === null) throw new Error("worker.ts runs as a worker thread");
await serve(parentPort, workerData);
