import { z } from "zod";
import { KonsilError } from "../../contracts/errors.js";
import type { Connection } from "./connection.js";
import { damagedRow } from "./storage-errors.js";

export const DATABASE_FILE = "konsil.db";

/** Raise it with every change of the tables, and bring older databases along in `prepareSchema`. */
const SCHEMA_VERSION = 2;

/**
 * Texts of documents are kept as JSON: SQLite ends a text at U+0000, and UTF-8 has no lone surrogates, so that offsets
 * would move. Numbers of documents and keys of passages are never used twice (AUTOINCREMENT): what was cached under one
 * stays right. The passages of a document have consecutive keys. `revision` is new with every `put`, also across a
 * database that was restored from a backup.
 */
const TABLES = `
CREATE TABLE recipes (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
CREATE TABLE documents (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  revision TEXT NOT NULL UNIQUE,
  recipe INTEGER NOT NULL REFERENCES recipes (number),
  language TEXT,
  published_at TEXT,
  publisher_key TEXT,
  partner_keys TEXT NOT NULL, -- JSON array
  first_passage INTEGER NOT NULL,
  passage_count INTEGER NOT NULL,
  word_count INTEGER NOT NULL,
  metadata TEXT NOT NULL, -- JSON, a Document
  origin TEXT NOT NULL -- JSON, an Origin without bytes and recipe
);
CREATE INDEX documents_by_recipe ON documents (recipe);
CREATE TABLE contents (
  document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
  text TEXT NOT NULL, -- JSON string
  bytes BLOB NOT NULL
);
CREATE TABLE passages (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
  passage TEXT NOT NULL, -- JSON, a Passage
  words TEXT NOT NULL, -- tokens of word-tokens.ts
  vector BLOB NOT NULL, -- float32, little-endian
  sentence_vectors BLOB NOT NULL, -- the same for each sentence
  sentence_words BLOB -- bytes of word-states.ts
);
CREATE INDEX passages_by_document ON passages (document);
CREATE VIRTUAL TABLE word_index USING fts5 (
  words, content = 'passages', content_rowid = 'key', tokenize = "ascii tokenchars '_'"
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (word_index, row);
PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** What brings a database from the version before to this one. */
const STEPS: Readonly<Record<number, string>> = {
  2: "ALTER TABLE passages ADD COLUMN sentence_words BLOB",
};

const numberRow = z.tuple([z.number()]);

function schemaVersion(connection: Connection): number {
  return numberRow.parse(connection.one("PRAGMA user_version"))[0];
}

/** Makes the tables in a new database, and brings an older one along. Throws `storage_unavailable` for one of a newer Konsil, `storage_damaged` for a foreign one. */
export function prepareSchema(connection: Connection): void {
  connection.write(() => {
    const version = schemaVersion(connection);
    if (version === SCHEMA_VERSION) return;
    if (version > SCHEMA_VERSION) {
      throw new KonsilError(
        "storage_unavailable",
        `The database ${DATABASE_FILE} was written by a newer version of Konsil. Install that version, or choose another data folder.`,
      );
    }
    if (version > 0) return bringAlong(connection, version);
    if (numberRow.parse(connection.one("SELECT COUNT(*) FROM sqlite_master"))[0] > 0) {
      throw damagedRow(new Error("another program's database"));
    }
    connection.exec(TABLES);
  });
}

function bringAlong(connection: Connection, from: number): void {
  for (let version = from + 1; version <= SCHEMA_VERSION; version += 1) connection.exec(STEPS[version] ?? "");
  connection.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
}

/** The number under which a recipe's name is stored. Call it inside `write`. */
export function recipeNumber(connection: Connection, name: string): number {
  connection.run("INSERT INTO recipes (name) VALUES (?) ON CONFLICT DO NOTHING", [name]);
  return numberRow.parse(connection.one("SELECT number FROM recipes WHERE name = ?", [name]))[0];
}
