import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { z } from "zod";
import { KonsilError } from "../../contracts/errors.js";
import { PROJECTION_FILE } from "./word-projection.js";

export const MODEL_FILE = "onnx/model_quantized.onnx";
const MODEL_FILES = ["config.json", "tokenizer.json", "tokenizer_config.json", MODEL_FILE] as const;
/** Everything that vectors and word states depend on; the last one need not be there. */
const IDENTITY_FILES = ["config.json", "tokenizer.json", MODEL_FILE, PROJECTION_FILE] as const;

const configSchema = z.object({ hidden_size: z.int().positive() });

/** The folder itself when `model` is one, else the folder of that name below `modelsFolder`. */
export async function locateModel(model: string, modelsFolder: string): Promise<string> {
  const asPath = resolve(model);
  return (await exists(join(asPath, "config.json"))) ? asPath : resolve(modelsFolder, model);
}

export async function missingFiles(folder: string): Promise<readonly string[]> {
  const present = await Promise.all(MODEL_FILES.map((name) => exists(join(folder, name))));
  return MODEL_FILES.filter((_, i) => !present[i]);
}

/** Checks that the folder holds a model. Throws `model_unavailable`, saying which files are expected. */
export async function inspectModel(folder: string): Promise<{ readonly dimensions: number }> {
  const name = basename(folder);
  const missing = await missingFiles(folder);
  if (missing.length > 0)
    throw new KonsilError(
      "model_unavailable",
      `The embedding model ${name} is not complete: ${missing.join(", ")} missing. ` +
        `Its folder, in the models folder or named by KONSIL_EMBEDDER, must hold ${MODEL_FILES.join(", ")}.`,
      { cause: new Error(`looked in ${folder}`) },
    );
  return { dimensions: await readDimensions(folder) };
}

/** `<folder name>@<12 hex digits>`, of the files that vectors and word states depend on; reads every byte once (about 60 ms for 37 MB). */
export async function identifyModel(folder: string): Promise<string> {
  return `${basename(folder)}@${await fingerprint(folder)}`;
}

async function readDimensions(folder: string): Promise<number> {
  try {
    return configSchema.parse(JSON.parse(await readFile(join(folder, "config.json"), "utf8"))).hidden_size;
  } catch (cause) {
    throw new KonsilError(
      "model_unavailable",
      `The embedding model ${basename(folder)} cannot be used: its config.json names no hidden_size.`,
      { cause },
    );
  }
}

async function fingerprint(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of IDENTITY_FILES) {
    if (name === PROJECTION_FILE && !(await exists(join(folder, name)))) continue;
    for await (const chunk of createReadStream(join(folder, name), { highWaterMark: 1 << 20 })) hash.update(chunk);
  }
  return hash.digest("hex").slice(0, 12);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
