import Database from "libsql";
import { z } from "zod";

/** How long a statement waits for another process that writes. */
const BUSY_TIMEOUT_MS = 10_000;

/** One connection to the database. Statements are prepared once; a row is an array in the order of the columns. */
export interface Connection {
  one(sql: string, parameters?: readonly unknown[]): unknown;
  all(sql: string, parameters?: readonly unknown[]): readonly unknown[];
  /** The row id that was inserted last. */
  run(sql: string, parameters?: readonly unknown[]): number;
  exec(sql: string): void;
  /** Everything that `work` reads is one and the same state of the database. */
  read<T>(work: () => T): T;
  /** All of `work` or nothing. No other process writes meanwhile; waits for one that does. */
  write<T>(work: () => T): T;
  /** Moves when another connection has committed. */
  dataVersion(): number;
  close(): void;
}

const versionRow = z.tuple([z.number()]);

/**
 * WAL lets others read and ingest beside us. `synchronous = FULL`: a document that was reported as stored survives a
 * power cut, and the index file beside the database is never ahead of it. `secure_delete`: what was removed is
 * overwritten, not only unlinked.
 */
const PRAGMAS =
  "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";

export function connect(file: string): Connection {
  const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    database.exec(PRAGMAS);
  } catch (error) {
    database.close();
    throw error;
  }
  const statements = new Map<string, Database.Statement>();

  function prepare(sql: string): Database.Statement {
    const kept = statements.get(sql);
    if (kept !== undefined) return kept;
    const statement = database.prepare(sql);
    if (statement.reader) statement.raw();
    statements.set(sql, statement);
    return statement;
  }

  function transaction<T>(begin: string, work: () => T): T {
    database.exec(begin);
    try {
      const result = work();
      database.exec("COMMIT");
      return result;
    } catch (error) {
      // A full disk makes SQLite roll back by itself.
      if (database.inTransaction) database.exec("ROLLBACK");
      throw error;
    }
  }

  // Parameters travel as one array: alone, a Buffer or null would be taken for named parameters.
  return {
    one: (sql, parameters = []) => prepare(sql).get([...parameters]),
    all: (sql, parameters = []) => prepare(sql).all([...parameters]),
    run: (sql, parameters = []) => Number(prepare(sql).run([...parameters]).lastInsertRowid),
    exec: (sql) => {
      database.exec(sql);
    },
    read: (work) => transaction("BEGIN", work),
    write: (work) => transaction("BEGIN IMMEDIATE", work),
    dataVersion: () => versionRow.parse(prepare("PRAGMA data_version").get([]))[0],
    close: () => {
      statements.clear();
      database.close();
    },
  };
}
