import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import {
  type Artefact,
  type ArtefactKind,
  currentGeneration,
  type Refusal,
  type Revision,
  readArtefact,
  removeOldGenerations,
  revisionSchema,
  writeArtefact,
} from "./artefact.js";
import type { WordStatistics } from "./bm25.js";
import type { Connection } from "./connection.js";
import { decodeRow, decodeVectorRow } from "./rows.js";
import { createVectorIndex, type VectorIndex } from "./vector-index.js";

/**
 * A dropped vector stays in the index and its file until the index is built anew, and slows searches. `share`: when more
 * than this share is dropped. `small`: up to so many vectors, always (2,300 a second were added on one shared core, so
 * about a second at most), so that a removed document leaves no trace in the file.
 */
const REBUILD = { share: 0.3, small: 2000, slice: 32 } as const;

/** With more passages to add than this, look first whether another process has already written an index with them. */
const ADOPT_ABOVE = 500;

export type IndexEvent =
  | { readonly type: "index.loaded"; readonly passages: number }
  | {
      readonly type: "index.rebuilt";
      readonly reason: Refusal | "older_database" | "compaction";
      readonly passages: number;
    }
  | { readonly type: "index.not_written"; readonly error: unknown };

export interface CorpusIndexParts extends ArtefactKind {
  readonly connection: Connection;
  /** The data folder. */
  readonly folder: string;
  readonly recipeNumber: number;
  readonly log: (event: IndexEvent) => void;
}

/** The searchable passages of one recipe, held in memory in step with the database. */
export interface CorpusIndex {
  /** Catches up with what other processes stored. Call it first in every snapshot. */
  synchronise(): void;
  /** Takes over what this process has just committed. */
  replace(gone: Revision | null, come: Revision | null, vectors: readonly Float32Array[]): void;
  revision(name: string): Revision | undefined;
  revisions(): readonly Revision[];
  statistics(): WordStatistics & { readonly documents: number };
  /** Another number after every change: what was derived from the corpus as a whole is to be derived again. */
  version(): number;
  vectors(): VectorIndex;
  /** Builds the index anew when too much of it is dropped, without holding up searches. */
  compact(): Promise<void>;
  /** Whether the artefact on disk is equal to what is in memory. */
  saved(): boolean;
  /** Writes the artefact, in place of any earlier one. Call it inside `write`, so that one process does so at a time. */
  save(): void;
}

interface State {
  readonly index: VectorIndex;
  readonly held: Map<string, Revision>;
  /** The generation on disk that is equal to this state; null for none. */
  generation: string | null;
}

const VECTORS = "SELECT key, vector FROM passages WHERE key >= ? AND key < ? ORDER BY key";
const REVISIONS = "SELECT revision, first_passage, passage_count, word_count FROM documents WHERE recipe = ?";

function keysOf({ first, passages }: Revision): number[] {
  return Array.from({ length: passages }, (_, offset) => first + offset);
}

function difference(wanted: ReadonlyMap<string, Revision>, held: ReadonlyMap<string, Revision>): Revision[] {
  return [...wanted.values()].filter(({ revision }) => !held.has(revision));
}

function passageCount(revisions: readonly Revision[]): number {
  return revisions.reduce((sum, { passages }) => sum + passages, 0);
}

export function createCorpusIndex(parts: CorpusIndexParts): CorpusIndex {
  const { connection, dimensions, recipeNumber, log } = parts;
  const folder = join(parts.folder, "index");
  let state: State = emptyState();
  let seen: number | null = null;
  let version = 0;
  let totals = { documents: 0, passages: 0, words: 0 };

  function emptyState(): State {
    return { index: createVectorIndex(dimensions), held: new Map(), generation: null };
  }

  function vectorsOf({ first, passages }: Revision) {
    return connection.all(VECTORS, [first, first + passages]).map((row) => decodeVectorRow(row, dimensions));
  }

  function stored(): Map<string, Revision> {
    const rows = connection.all(REVISIONS, [recipeNumber]).map((row) => {
      const [revision, first, passages, words] = Array.isArray(row) ? row : [];
      return decodeRow(revisionSchema, { revision, first, passages, words });
    });
    return new Map(rows.map((row) => [row.revision, row]));
  }

  function drop(revision: Revision): void {
    for (const key of keysOf(revision)) state.index.drop(key);
    state.held.delete(revision.revision);
  }

  function changed(): void {
    version += 1;
    totals = { documents: 0, passages: 0, words: 0 };
    for (const { passages, words } of state.held.values()) {
      totals = { documents: totals.documents + 1, passages: totals.passages + passages, words: totals.words + words };
    }
  }

  function isSaved(): boolean {
    return state.generation !== null && state.generation === currentGeneration(folder);
  }

  function isStart(): boolean {
    return seen === null && state.held.size === 0;
  }

  /** Starts from the artefact where that saves work; says why where it cannot. */
  function adopt(wanted: ReadonlyMap<string, Revision>): Refusal | null {
    if (isSaved()) return null;
    const found: Artefact | Refusal = readArtefact(folder, parts);
    if (typeof found === "string") return found;
    const held = new Map(found.revisions.map((revision) => [revision.revision, revision]));
    if (passageCount(difference(wanted, held)) >= passageCount(difference(wanted, state.held))) return "outdated";
    state = { index: found.index, held, generation: found.generation };
    log({ type: "index.loaded", passages: passageCount(found.revisions) });
    return null;
  }

  function reconcile(): void {
    const wanted = stored();
    const missing = passageCount(difference(wanted, state.held));
    const start = isStart();
    const refusal = missing > (start ? 0 : ADOPT_ABOVE) ? adopt(wanted) : null;
    let come = difference(wanted, state.held);
    // Keys only grow. New passages below the highest key mean that an older database was put back.
    const older = come.some(({ first, passages }) => passages > 0 && first <= state.index.highestKey());
    if (older) {
      state = emptyState();
      come = [...wanted.values()];
    }
    const gone = difference(state.held, wanted);
    for (const revision of gone) drop(revision);
    for (const revision of come) {
      for (const { key, vector } of vectorsOf(revision)) state.index.add(key, vector);
      state.held.set(revision.revision, revision);
    }
    if (gone.length > 0 || come.length > 0) state.generation = null;
    if (older || (start && refusal !== null)) {
      log({ type: "index.rebuilt", reason: older ? "older_database" : (refusal ?? "missing"), passages: missing });
    }
    changed();
  }

  /** After a failure half way the next search begins again from nothing. */
  function whole(work: () => void): void {
    try {
      work();
    } catch (error) {
      state = emptyState();
      seen = null;
      throw error;
    }
  }

  function needsCompaction(): boolean {
    const dropped = state.index.dropped();
    return dropped > 0 && (state.index.elements() <= REBUILD.small || dropped > REBUILD.share * state.index.elements());
  }

  return {
    synchronise() {
      const now = connection.dataVersion();
      if (now === seen) return;
      whole(reconcile);
      seen = now;
    },
    replace(gone, come, vectors) {
      whole(() => {
        if (gone !== null && state.held.has(gone.revision)) drop(gone);
        if (come !== null) {
          for (const [offset, vector] of vectors.entries()) state.index.add(come.first + offset, vector);
          state.held.set(come.revision, come);
        }
        state.generation = null;
        changed();
      });
    },
    revision: (name) => state.held.get(name),
    revisions: () => [...state.held.values()],
    statistics: () => totals,
    version: () => version,
    vectors: () => state.index,
    async compact() {
      if (!needsCompaction()) return;
      const fresh = emptyState();
      let added = 0;
      for (const revision of [...state.held.values()]) {
        const rows = vectorsOf(revision);
        if (rows.length !== revision.passages) continue; // Removed meanwhile.
        for (const { key, vector } of rows) {
          fresh.index.add(key, vector);
          added += 1;
          if (added % REBUILD.slice === 0) await nextTurn();
        }
        fresh.held.set(revision.revision, revision);
      }
      state = fresh;
      seen = null; // What came and went meanwhile is made up for at the next look into the database.
      log({ type: "index.rebuilt", reason: "compaction", passages: added });
    },
    saved: isSaved,
    save() {
      if (isSaved()) return;
      state.generation = writeArtefact(folder, parts, state.index, [...state.held.values()]);
      removeOldGenerations(folder, state.generation);
    },
  };
}
