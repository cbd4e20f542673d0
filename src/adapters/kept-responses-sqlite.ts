import { z } from "zod";
import { KonsilError } from "../contracts/errors.js";
import type { KeptResponse, KeptResponses } from "../contracts/kept-responses.js";
import { type DatabaseFile, guardDatabaseFile, openDatabaseFile } from "./database-file.js";
import type { Connection } from "./library-local/connection.js";

/** A day of uploads, one every few seconds; some megabytes. */
const MOST = 20_000;

/** A response is kept as JSON, since SQLite ends a text at U+0000. What another version kept is forgotten. */
const FILE: DatabaseFile = {
  name: "responses.db",
  version: 1,
  tables: `
CREATE TABLE responses (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL, -- milliseconds since 1970
  response TEXT NOT NULL -- JSON, a KeptResponse
);`,
  clear: "DROP TABLE IF EXISTS responses;",
  remedy: "Remove it: only repeated requests need it.",
};

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
    connection ??= openDatabaseFile(folder, FILE);
    const open = connection;
    return guardDatabaseFile(FILE, () => work(open));
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
