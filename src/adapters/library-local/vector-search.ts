import { z } from "zod";
import type { Filter } from "../../contracts/document.js";
import type { Hit } from "../../contracts/ports.js";
import type { Revision } from "./artefact.js";
import { createBoundedCache } from "./bounded-cache.js";
import type { Connection } from "./connection.js";
import type { CorpusIndex } from "./corpus-index.js";
import { cosine } from "./cosine.js";
import { filterCondition } from "./filter.js";
import type { PassageReader, Scored } from "./passage-reader.js";
import { decodeRow, decodeVectorRow } from "./rows.js";

/**
 * `exactUpTo`: a filter that leaves at most so many passages is searched exactly, because a graph loses its way among
 * forbidden neighbours; comparing 10,000 vectors of 384 dimensions takes a few milliseconds. `spare`: so many more
 * neighbours are taken than asked for, so that equally near ones come in the order of their ids. `keptVectors`: so many
 * stay in memory for the next filtered search (1.5 kB each).
 */
const SEARCH = { exactUpTo: 10_000, spare: 16, keptVectors: 20_000 } as const;

export interface VectorSearchParts {
  readonly connection: Connection;
  readonly dimensions: number;
  readonly recipeNumber: number;
  readonly index: CorpusIndex;
  readonly reader: PassageReader;
}

const VECTORS = "SELECT key, vector FROM passages WHERE key >= ? AND key < ?";
const revisionRow = z.tuple([z.string()]);

/** The nearest passages; call it inside `read`, after the index has been synchronised. */
export function createVectorSearch(
  parts: VectorSearchParts,
): (vector: Float32Array, k: number, filter: Filter | undefined) => Hit[] {
  const { connection, dimensions, recipeNumber, index, reader } = parts;
  type Keyed = ReturnType<typeof decodeVectorRow>;
  const kept = createBoundedCache<string, readonly Keyed[]>(SEARCH.keptVectors, (vectors) => vectors.length);

  function vectorsOf({ revision, first, passages }: Revision): readonly Keyed[] {
    const known = kept.get(revision);
    if (known !== undefined) return known;
    const read = connection.all(VECTORS, [first, first + passages]).map((row) => decodeVectorRow(row, dimensions));
    kept.set(revision, read);
    return read;
  }

  function allowed(filter: Filter): Revision[] {
    const { sql, parameters } = filterCondition(filter);
    const rows = connection.all(`SELECT d.revision FROM documents AS d WHERE d.recipe = ? AND ${sql}`, [
      recipeNumber,
      ...parameters,
    ]);
    return rows.flatMap((row) => index.revision(decodeRow(revisionRow, row)[0]) ?? []);
  }

  function exact(vector: Float32Array, revisions: readonly Revision[]): Scored[] {
    return revisions.flatMap((revision) =>
      vectorsOf(revision).map((stored) => ({ key: stored.key, score: cosine(vector, stored.vector) })),
    );
  }

  /** By the graph; the cosines are those of the stored vectors, so that both ways agree to the last digit. */
  function approximate(vector: Float32Array, k: number, keys: ReadonlySet<number> | undefined): Scored[] {
    const found = reader.passages(index.vectors().nearest(vector, k + SEARCH.spare, keys));
    return [...found].map(([key, { passage }]) => ({ key, score: cosine(vector, passage.vector) }));
  }

  return (vector, k, filter) => {
    const chosen = filter === undefined ? null : allowed(filter);
    const total = chosen === null ? index.statistics().passages : passageCount(chosen);
    if (total === 0) return [];
    if (chosen !== null && total <= SEARCH.exactUpTo) return reader.best(exact(vector, chosen), k);
    const keys = chosen === null ? undefined : new Set(chosen.flatMap(keysOf));
    const scored = approximate(vector, k, keys);
    // A graph with parts that it cannot reach gives too few.
    return reader.best(scored.length < Math.min(k, total) ? exact(vector, chosen ?? index.revisions()) : scored, k);
  };
}

function passageCount(revisions: readonly Revision[]): number {
  return revisions.reduce((sum, { passages }) => sum + passages, 0);
}

function keysOf({ first, passages }: Revision): number[] {
  return Array.from({ length: passages }, (_, offset) => first + offset);
}
