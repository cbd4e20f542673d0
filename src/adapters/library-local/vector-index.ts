import hnswlib from "hnswlib-node";
import { KonsilError } from "../../contracts/errors.js";

/**
 * The parameters of the graph (Y. Malkov and D. Yashunin, 2016), from a search over m 16, 24, 32 and ef 100 to 400 among
 * 100,000 vectors that lie as those of passages do (`bench/README.md`): of the ten nearest, m 16 finds 99.5 % with ef 200
 * and 99.7 % with ef 250, m 24 finds 99.97 % with ef 250 in .7 ms, m 32 no more. efConstruction 400 takes twice as long to
 * build. Up to 250 passages the search is exact. The seed is fixed, so that a rebuilt index finds the same.
 */
export const HNSW = { space: "ip", m: 24, efConstruction: 200, ef: 250, seed: 100 } as const;

const FIRST_CAPACITY = 256;
const LARGEST_KEY = 2 ** 32 - 1;

/** An approximate index over unit vectors, in memory. Keys are given once and for all: a dropped one does not return. */
export interface VectorIndex {
  add(key: number, vector: Float32Array): void;
  /** The key is not found any more; its vector stays in memory and in the file until the index is built anew. */
  drop(key: number): void;
  /** Keys of about the `k` nearest vectors, among the allowed ones; may be fewer than there are. */
  nearest(vector: Float32Array, k: number, allowed?: ReadonlySet<number>): number[];
  /** How many vectors it holds, dropped ones included. */
  elements(): number;
  dropped(): number;
  highestKey(): number;
  write(file: string): void;
}

/** The native index takes plain arrays only. */
function plain(vector: Float32Array): number[] {
  const numbers: number[] = [];
  for (let index = 0; index < vector.length; index += 1) numbers.push(vector[index] ?? 0);
  return numbers;
}

function wrap(graph: hnswlib.HierarchicalNSW, state: { dropped: number; highestKey: number }): VectorIndex {
  graph.setEf(HNSW.ef);
  return {
    add(key, vector) {
      if (key > LARGEST_KEY) throw new KonsilError("internal", "The vector index has run out of keys");
      if (graph.getCurrentCount() === graph.getMaxElements()) graph.resizeIndex(graph.getMaxElements() * 2);
      graph.addPoint(plain(vector), key);
      state.highestKey = Math.max(state.highestKey, key);
    },
    drop(key) {
      graph.markDelete(key);
      state.dropped += 1;
    },
    nearest(vector, k, allowed) {
      const most = Math.min(k, graph.getCurrentCount());
      if (most < 1) return [];
      // The callback must not throw: that would end the process.
      const filter = allowed === undefined ? undefined : (key: number) => allowed.has(key);
      return graph.searchKnn(plain(vector), most, filter).neighbors;
    },
    elements: () => graph.getCurrentCount(),
    dropped: () => state.dropped,
    highestKey: () => state.highestKey,
    write: (file) => graph.writeIndexSync(file),
  };
}

export function createVectorIndex(dimensions: number): VectorIndex {
  const graph = new hnswlib.HierarchicalNSW(HNSW.space, dimensions);
  graph.initIndex(FIRST_CAPACITY, HNSW.m, HNSW.efConstruction, HNSW.seed);
  return wrap(graph, { dropped: 0, highestKey: 0 });
}

/** Only for a file that was found whole and unchanged: a damaged one takes the process down. */
export function loadVectorIndex(
  file: string,
  dimensions: number,
  state: { readonly dropped: number; readonly highestKey: number },
): VectorIndex {
  const graph = new hnswlib.HierarchicalNSW(HNSW.space, dimensions);
  graph.readIndexSync(file);
  return wrap(graph, { ...state });
}
