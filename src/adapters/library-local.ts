import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { KonsilError } from "../contracts/errors.js";
import type { Library } from "../contracts/ports.js";
import { type Connection, connect } from "./library-local/connection.js";
import { createCorpusIndex, type IndexEvent } from "./library-local/corpus-index.js";
import {
  countLanguages,
  deleteDocument,
  insertDocument,
  readDocument,
  readDocumentsAfter,
  readOrigin,
  readOrigins,
} from "./library-local/document-store.js";
import { filterCondition } from "./library-local/filter.js";
import { findDamage, wordsAgree } from "./library-local/integrity.js";
import { decodeCursor, encodeCursor, pageSize } from "./library-local/page-cursor.js";
import { createPassageReader } from "./library-local/passage-reader.js";
import { checkPassages, checkQueryVector, metadataOf } from "./library-local/put-check.js";
import { DATABASE_FILE, prepareSchema, recipeNumber } from "./library-local/schema.js";
import { asStorageError, guardStorage } from "./library-local/storage-errors.js";
import { createVectorSearch } from "./library-local/vector-search.js";
import { createWordSearch } from "./library-local/word-search.js";

export interface LocalLibraryOptions {
  /** The data folder; made when it is missing. */
  readonly folder: string;
  /** What `Origin.recipe` must be for a document to be found. */
  readonly recipe: string;
  /** Of every vector of that recipe. */
  readonly dimensions: number;
  readonly log?: (event: IndexEvent) => void;
}

export interface LocalLibrary extends Library {
  /** Reads everything and says what is damaged; empty when all is sound. */
  integrity(): Promise<readonly string[]>;
}

function open(options: LocalLibraryOptions): { readonly connection: Connection; readonly recipe: number } {
  mkdirSync(options.folder, { recursive: true });
  const connection = connect(join(options.folder, DATABASE_FILE));
  try {
    prepareSchema(connection);
    return { connection, recipe: connection.write(() => recipeNumber(connection, options.recipe)) };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * The library that needs nothing but a folder: SQLite holds the truth, an HNSW graph beside it the nearest vectors.
 * Several processes may have one folder open, and each sees what the others store with its next search.
 * Throws `storage_unavailable` when the folder cannot be written, `storage_damaged` when the database cannot be read.
 */
export async function createLocalLibrary(options: LocalLibraryOptions): Promise<LocalLibrary> {
  const folder = resolve(options.folder);
  const { dimensions, log = () => undefined } = options;
  const { connection, recipe } = guardStorage(() => open({ ...options, folder }));
  const index = createCorpusIndex({
    connection,
    folder,
    recipe: options.recipe,
    recipeNumber: recipe,
    dimensions,
    log,
  });
  const reader = createPassageReader(connection, dimensions);
  const parts = { connection, dimensions, recipeNumber: recipe, index, reader };
  const nearest = createVectorSearch(parts);
  const words = createWordSearch(parts);
  let changedSinceFlush = false;
  let flushing: Promise<void> = Promise.resolve();
  let closing: Promise<void> | null = null;
  let closed = false;

  function guarded<T>(work: () => T): T {
    if (closed) throw new KonsilError("index_not_ready", "The library is closed");
    return guardStorage(work);
  }

  /** Every search sees one state of the database, and the index in step with it. */
  function search<T>(work: () => T): T {
    return guarded(() =>
      connection.read(() => {
        index.synchronise();
        return work();
      }),
    );
  }

  async function writeIndex(): Promise<void> {
    search(() => undefined);
    if (index.saved() && !changedSinceFlush) return;
    await index.compact();
    guarded(() => {
      connection.write(() => {
        index.synchronise();
        // One piece instead of one a document: searches take a fifth of the time, and removed words are gone.
        if (changedSinceFlush) connection.exec("INSERT INTO word_index (word_index) VALUES ('optimize')");
        index.save();
      });
      changedSinceFlush = false;
      connection.all("PRAGMA wal_checkpoint(TRUNCATE)");
    });
  }

  /** One after the other. */
  function flush(): Promise<void> {
    flushing = flushing.then(writeIndex, writeIndex);
    return flushing;
  }

  async function closeAll(): Promise<void> {
    try {
      await flush();
    } catch (error) {
      log({ type: "index.not_written", error: asStorageError(error) });
    }
    closed = true;
    connection.close();
  }

  try {
    search(() => undefined);
  } catch (error) {
    connection.close();
    throw error;
  }

  return {
    async put(document, passages, origin) {
      const metadata = metadataOf(document);
      const searchable = origin.recipe === options.recipe;
      if (searchable) checkPassages(document, passages, dimensions);
      const change = guarded(() =>
        connection.write(() => {
          index.synchronise();
          const gone = deleteDocument(connection, document.id);
          return { gone, come: insertDocument(connection, metadata, document.text, passages, origin) };
        }),
      );
      changedSinceFlush = true;
      index.replace(
        change.gone,
        searchable ? change.come : null,
        passages.map(({ vector }) => vector),
      );
    },

    async remove(documentId) {
      const gone = guarded(() =>
        connection.write(() => {
          index.synchronise();
          return deleteDocument(connection, documentId);
        }),
      );
      if (gone === null) return false;
      changedSinceFlush = true;
      index.replace(gone, null, []);
      return true;
    },

    document: async (documentId) => guarded(() => readDocument(connection, documentId)),
    origin: async (documentId) => guarded(() => readOrigin(connection, documentId)),
    origins: async () => guarded(() => readOrigins(connection)),

    async documents(filter = {}, page = {}) {
      const limit = pageSize(page.limit);
      const after = decodeCursor(page.cursor);
      const found = guarded(() => readDocumentsAfter(connection, after, limit + 1, filterCondition(filter)));
      const documents = found.slice(0, limit);
      const last = documents.at(-1);
      return { documents, nextCursor: found.length > limit && last !== undefined ? encodeCursor(last.id) : null };
    },

    async nearest(vector, k, filter) {
      checkQueryVector(vector, dimensions);
      return k < 1 ? [] : search(() => nearest(vector, Math.floor(k), filter));
    },

    matching: async (wanted, k, filter) =>
      k < 1 || wanted.length === 0 ? [] : search(() => words.matching(wanted, Math.floor(k), filter)),

    frequencies: async (wanted) => search(() => new Map(wanted.map((word) => [word, words.frequency(word)]))),

    vocabulary: async () => search(() => words.vocabulary()),

    statistics: async () =>
      search(() => {
        const { documents, passages } = index.statistics();
        return { documents, passages, languages: countLanguages(connection, recipe) };
      }),

    flush,

    close() {
      closing ??= closeAll();
      return closing;
    },

    async integrity() {
      const problems = search(() => findDamage(connection, index, parts));
      const agree = guarded(() => connection.write(() => wordsAgree(connection)));
      return agree ? problems : [...problems, "words: the full-text index differs from the passages"];
    },
  };
}
