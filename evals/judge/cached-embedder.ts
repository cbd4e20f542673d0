import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Embedder } from "../../src/contracts/ports.js";

/** Remembers vectors in a file, so that a second fit or evaluation takes seconds. `save` writes what is new. */
export function cacheEmbedder(embedder: Embedder, folder: string): Embedder & { save(): void } {
  const file = path.join(folder, `${createHash("sha256").update(embedder.id).digest("hex").slice(0, 16)}.vectors`);
  const size = embedder.dimensions * 4;
  const known = existsSync(file) ? read(file, size) : new Map<string, Float32Array>();
  const keyOf = (kind: string, text: string) => createHash("sha256").update(`${kind}\0${text}`).digest("hex");
  return {
    id: embedder.id,
    dimensions: embedder.dimensions,
    async embedQuestion(text, signal) {
      const key = keyOf("question", text);
      const vector = known.get(key) ?? (await embedder.embedQuestion(text, signal));
      known.set(key, vector);
      return vector;
    },
    async embedPassages(texts, signal) {
      const missing = [...new Set(texts.filter((text) => !known.has(keyOf("passage", text))))];
      const made = await embedder.embedPassages(missing, signal);
      for (const [at, text] of missing.entries()) known.set(keyOf("passage", text), made[at] ?? new Float32Array());
      return texts.map((text) => known.get(keyOf("passage", text)) ?? new Float32Array());
    },
    close: () => embedder.close(),
    save() {
      mkdirSync(folder, { recursive: true });
      const rows = [...known].map(([key, vector]) =>
        Buffer.concat([Buffer.from(key, "hex"), Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)]),
      );
      writeFileSync(file, Buffer.concat(rows));
    },
  };
}

function read(file: string, size: number): Map<string, Float32Array> {
  const bytes = readFileSync(file);
  const known = new Map<string, Float32Array>();
  for (let at = 0; at + 32 + size <= bytes.length; at += 32 + size) {
    const vector = new Uint8Array(bytes.subarray(at + 32, at + 32 + size));
    known.set(bytes.toString("hex", at, at + 32), new Float32Array(vector.buffer));
  }
  return known;
}
