import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import hnswlib from "hnswlib-node";
import { markdownTable } from "../../evals/reporting/markdown-table.js";
import { quantile } from "../../evals/statistics/quantile.js";
import { sum } from "../../evals/statistics/sum.js";
import { cosine } from "../../src/adapters/library-local/cosine.js";
import { createVectorIndex, HNSW } from "../../src/adapters/library-local/vector-index.js";
import type { Measurement } from "../measurement.js";
import { timed } from "../timed.js";
import type { EmbeddedXquad } from "./embedding.js";
import { DEPTH } from "./metrics.js";
import { realVectors, vectorsLike } from "./scale-vectors.js";

const SIZES = [1000, 10_000, 100_000] as const;
const QUERIES = 1000;
const WARM_UP = 50;
/** Two vectors are equally near when their cosines differ by no more than single precision tells. */
const TIE = 1e-6;
const EXPECTED = { recall: 0.995, p50Ms: 2 } as const;

export interface ScaleRow {
  readonly vectors: number;
  /** The share of the ten nearest that were found. */
  readonly recall: number;
  readonly searchesPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly buildMs: number;
  readonly fileBytes: number;
}

export interface Scale {
  readonly parameters: typeof HNSW;
  readonly rows: readonly ScaleRow[];
}

/** The vector index, with questions as queries, of which none is in it. */
export async function measureScale(
  { passages, questions }: EmbeddedXquad,
  say: (text: string) => void,
): Promise<Scale> {
  const vectors = vectorsLike(realVectors(passages), Math.max(...SIZES));
  const step = Math.floor(questions.length / QUERIES);
  const queries = questions.filter((_, at) => at % step === 0).slice(0, QUERIES);
  const rows: ScaleRow[] = [];
  for (const size of SIZES) {
    say(`${size} vectors`);
    rows.push(
      await measureSize(
        vectors.slice(0, size),
        queries.map(({ vector }) => vector),
      ),
    );
  }
  return { parameters: HNSW, rows };
}

async function measureSize(vectors: readonly Float32Array[], queries: readonly Float32Array[]): Promise<ScaleRow> {
  const index = createVectorIndex(vectors[0]?.length ?? 0);
  const { ms: buildMs } = await timed(async () => {
    for (const [key, vector] of vectors.entries()) index.add(key, vector);
  });
  for (const query of queries.slice(0, WARM_UP)) index.nearest(query, DEPTH);
  const found: number[][] = [];
  const times: number[] = [];
  for (const query of queries) {
    const { ms, result } = await timed(async () => index.nearest(query, DEPTH));
    times.push(ms);
    found.push(result);
  }
  // Afterwards: going through all vectors between the searches would empty the processor's caches.
  const tenthNearest = exactSearch(vectors);
  const recalls = queries.map((query, at) => {
    const least = tenthNearest(query) - TIE;
    return (found[at] ?? []).filter((key) => cosine(query, vectors[key] ?? query) >= least).length / DEPTH;
  });
  return {
    vectors: vectors.length,
    recall: sum(recalls) / recalls.length,
    searchesPerSecond: (1000 * times.length) / sum(times),
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    buildMs,
    fileBytes: await fileBytes(index.write),
  };
}

/** Gives the cosine of the tenth nearest vector, having looked at all of them. */
function exactSearch(vectors: readonly Float32Array[]): (query: Float32Array) => number {
  const search = new hnswlib.BruteforceSearch(HNSW.space, vectors[0]?.length ?? 0);
  search.initIndex(vectors.length);
  for (const [key, vector] of vectors.entries()) search.addPoint([...vector], key);
  return (query) => 1 - Math.max(...search.searchKnn([...query], DEPTH).distances);
}

async function fileBytes(write: (file: string) => void): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "konsil-bench-index-"));
  try {
    const file = join(folder, "index");
    write(file);
    return (await stat(file)).size;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function scaleExpectations({ rows }: Scale): Measurement[] {
  const largest = rows.at(-1);
  if (largest === undefined) return [];
  const of = `HNSW, ${largest.vectors.toLocaleString("en")} vectors`;
  return [
    { name: `${of}, recall@10`, value: largest.recall, unit: "", expected: { atLeast: EXPECTED.recall } },
    { name: `${of}, search p50`, value: largest.p50Ms, unit: "ms", expected: { atMost: EXPECTED.p50Ms } },
  ];
}

export function scaleTable({ parameters: { m, efConstruction, ef }, rows }: Scale): string {
  const head = ["vectors", "recall@10", "searches a second", "p50, ms", "p95, ms", "build, s", "file, MB"];
  const table = markdownTable(
    head,
    rows.map((row) => [
      row.vectors.toLocaleString("en"),
      row.recall.toFixed(4),
      row.searchesPerSecond.toFixed(0),
      row.p50Ms.toFixed(2),
      row.p95Ms.toFixed(2),
      (row.buildMs / 1000).toFixed(1),
      (row.fileBytes / 1e6).toFixed(1),
    ]),
  );
  return `**HNSW alone, 384 dimensions, M ${m}, efConstruction ${efConstruction}, ef ${ef}**\n\n${table}`;
}
