import { KonsilError } from "../../contracts/errors.js";

/**
 * Fetches a model by its hub id into `modelsFolder/<id>`, where it is found from then on.
 * Throws `model_unavailable`. The session that transformers.js opens to do so is thrown away.
 */
export async function downloadModel(id: string, modelsFolder: string, host: string | undefined): Promise<void> {
  try {
    const { AutoModel, AutoTokenizer, env } = await import("@xenova/transformers");
    env.allowRemoteModels = true;
    env.localModelPath = modelsFolder;
    env.cacheDir = modelsFolder;
    if (host !== undefined) env.remoteHost = host;
    await AutoTokenizer.from_pretrained(id);
    const model = await AutoModel.from_pretrained(id, { quantized: true });
    await model.dispose();
  } catch (cause) {
    throw new KonsilError("model_unavailable", `The embedding model ${id} cannot be downloaded.`, { cause });
  }
}
