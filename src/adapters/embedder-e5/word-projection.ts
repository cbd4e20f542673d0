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
  // Doubles throughout: converting each number of each row for each word would take half of the time.
  const precise = Float64Array.from(rows);
  const centred = new Float64Array(dimensions);
  const projected = new Float64Array(kept);
  return (states) => {
    const words = states.length / dimensions;
    const directions = new Int8Array(words * kept);
    for (let word = 0; word < words; word++) {
      for (let i = 0; i < dimensions; i++) centred[i] = (states[word * dimensions + i] ?? 0) - (mean[i] ?? 0);
      multiply(precise, centred, projected);
      const length = Math.hypot(...projected) || 1;
      for (let row = 0; row < kept; row++)
        directions[word * kept + row] = Math.round((SCALE * (projected[row] ?? 0)) / length);
    }
    return directions;
  };
}

/** Four rows at a time: their sums need not wait for each other, and each number of the vector is read once for them. */
function multiply(rows: Float64Array, vector: Float64Array, into: Float64Array): void {
  const size = vector.length;
  for (let row = 0; row < into.length; row += 4) {
    const from = row * size;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < size; i++) {
      const value = vector[i] as number;
      a += value * (rows[from + i] as number);
      b += value * (rows[from + size + i] as number);
      c += value * (rows[from + 2 * size + i] as number);
      d += value * (rows[from + 3 * size + i] as number);
    }
    into[row] = a;
    into[row + 1] = b;
    into[row + 2] = c;
    into[row + 3] = d;
  }
}
