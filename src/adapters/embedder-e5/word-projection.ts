import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * What word states are made small with: float32 numbers, little-endian: the mean of the word states, then one row a
 * dimension that is kept, each as long as a state of the model. `models/README.md` says how it was made.
 */
export const PROJECTION_FILE = "word-projection.bin";

/** A unit vector times this is kept as int8. */
const SCALE = 127;

/** The directions of word states in the kept dimensions: unit length times 127, one after the other. */
export type ProjectWords = (states: Float32Array) => Int8Array<ArrayBuffer>;

/**
 * Loads the projection of a model's folder; null where there is none. Throws when the file does not fit a model of these
 * dimensions.
 */
export async function loadProjection(folder: string, dimensions: number): Promise<ProjectWords | null> {
  const bytes = await readFile(join(folder, PROJECTION_FILE)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (bytes === null) return null;
  const numbers = new Float32Array(Uint8Array.from(bytes).buffer);
  if (numbers.length % dimensions !== 0 || numbers.length < 2 * dimensions)
    throw new Error(`${PROJECTION_FILE} does not fit ${dimensions} dimensions`);
  return projectWith(numbers.subarray(0, dimensions), numbers.subarray(dimensions));
}

/** Takes the mean off each state, and keeps what the rows keep of it. */
export function projectWith(mean: Float32Array, rows: Float32Array): ProjectWords {
  const dimensions = mean.length;
  const kept = rows.length / dimensions;
  const centred = new Float32Array(dimensions);
  const projected = new Float64Array(kept);
  return (states) => {
    const words = states.length / dimensions;
    const directions = new Int8Array(words * kept);
    for (let word = 0; word < words; word++) {
      for (let i = 0; i < dimensions; i++) centred[i] = (states[word * dimensions + i] ?? 0) - (mean[i] ?? 0);
      for (let row = 0; row < kept; row++) projected[row] = dot(centred, rows, row * dimensions);
      const length = Math.hypot(...projected) || 1;
      for (let row = 0; row < kept; row++)
        directions[word * kept + row] = Math.round((SCALE * (projected[row] ?? 0)) / length);
    }
    return directions;
  };
}

function dot(vector: Float32Array, rows: Float32Array, from: number): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (vector[i] as number) * (rows[from + i] as number);
  return sum;
}
