import { fileURLToPath } from "node:url";
import { createE5Embedder, type E5Embedder } from "../src/adapters/embedder-e5.js";

const MODELS = fileURLToPath(new URL("../models", import.meta.url));

/** The bundled model, loaded, as the server runs it. */
export async function loadBundledModel(workers?: number): Promise<E5Embedder> {
  const options = { model: "multilingual-e5-small-de-en", modelsFolder: MODELS };
  const embedder = await createE5Embedder(workers === undefined ? options : { ...options, workers });
  await embedder.ready();
  return embedder;
}
