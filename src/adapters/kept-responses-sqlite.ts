import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { KonsilError } from "../contracts/errors.js";
import type { KeptResponse, KeptResponses } from "../contracts/kept-responses.js";
import { type Connection, connect } from "./library-local/connection.js";
import { asStorageError } from "./library-local/storage-errors.js";

const FILE = "responses.db";

/** A day of uploads, one every few seconds; some megabytes. */
const MOST = 20_000;

/** Raise it with every change of the table: what another version kept is forgotten, and the file made anew. */
const SCHEMA_VERSION = 1;

/** A response is kept as JSON, since SQLite ends a text at U+0000. */
const TABLE = `
DROP TABLE IF EXISTS responses;
CREATE TABLE responses (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL, -- milliseconds since 1970
  response TEXT NOT NULL -- JSON, a KeptResponse
);
PRAGMA user_version = ${SCHEMA_VERSION};
`;

const versionRow = z.tuple([z.number()]);
const responseRow = z.tuple([z.string()]);
const responseSchema = z.object({
  fingerprint: z.string(),
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

/**
 * Kept in a database of its own in the data folder, made with the first response. Nothing but repeated requests depends
 * on it: it may be removed at any time.
 */
export function createSqliteKeptResponses(options: {
  readonly folder: string;
  /** How many responses are kept. */
  readonly most?: number;
}): KeptResponses {
  const { folder, most = MOST } = options;
  let connection: Connection | null = null;
  let closed = false;

  async function guarded<T>(work: (open: Connection) => T): Promise<T> {
    if (closed) throw new KonsilError("storage_unavailable", "The kept responses are closed");
    try {
      connection ??= open(folder);
      return work(connection);
    } catch (thrown) {
      const error = asStorageError(thrown);
      throw error instanceof KonsilError && error.code === "storage_damaged" ? damaged(error.cause) : error;
    }
  }

  return {
    find: (name, since) =>
      guarded((open): KeptResponse | null => {
        const row = open.one("SELECT response FROM responses WHERE name = ? AND at >= ?", [name, since.getTime()]);
        return row === undefined ? null : responseSchema.parse(JSON.parse(responseRow.parse(row)[0]));
      }),

    keep: (name, response, { at, since }) =>
      guarded((open) =>
        open.write(() => {
          open.run("DELETE FROM responses WHERE name = ? OR at < ?", [name, since.getTime()]);
          const values = [name, at.getTime(), JSON.stringify(response)];
          const last = open.run("INSERT INTO responses (name, at, response) VALUES (?, ?, ?)", values);
          open.run("DELETE FROM responses WHERE number <= ?", [last - most]);
        }),
      ),

    async close() {
      closed = true;
      connection?.close();
      connection = null;
    },
  };
}

function open(folder: string): Connection {
  mkdirSync(folder, { recursive: true });
  const connection = connect(join(folder, FILE));
  try {
    const [version] = versionRow.parse(connection.one("PRAGMA user_version"));
    if (version !== SCHEMA_VERSION) connection.write(() => connection.exec(TABLE));
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function damaged(cause: unknown): KonsilError {
  const message = `The database ${FILE} is damaged or not a database of Konsil. Remove it: only repeated requests need it.`;
  return new KonsilError("storage_damaged", message, { cause });
}
