import type { Embedder } from "../../src/contracts/ports.js";
import type { BenchQuestion, Setting } from "./corpora.js";

/** A question whose vector is known already: embedding is the same for all systems, and is not measured. */
export interface EmbeddedQuestion extends BenchQuestion {
  readonly vector: Float32Array;
}

/** A way of searching. */
export interface System {
  readonly name: string;
  /** Ids of paragraphs, best first, each once; at least ten where it finds as many. */
  search(question: EmbeddedQuestion): Promise<readonly string[]>;
}

/** An index with the ways of searching it. */
export interface OpenIndex {
  readonly systems: readonly System[];
  /** From the texts to an index that can be searched, and to its files where there are any; without embedding. */
  readonly buildMs: number;
  /** Of all files; null where there are none. */
  readonly diskBytes: number | null;
  close(): Promise<void>;
}

/** Makes an index of one setting. The embedder knows all texts already. */
export type OpenSystems = (index: Setting["indexes"][number], embedder: Embedder) => Promise<OpenIndex>;
