import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { KonsilError } from "../contracts/errors.js";
import { type Connection, connect } from "./library-local/connection.js";
import { asStorageError } from "./library-local/storage-errors.js";

/** A database beside that of the library, in the same data folder, for what cannot be built anew from documents. */
export interface DatabaseFile {
  /** Its name in the data folder. */
  readonly name: string;
  /** Of the tables and of the JSON in them; raised with every change. */
  readonly version: number;
  /** SQL that makes the tables in an empty database. */
  readonly tables: string;
  /** SQL that clears away what another version left, for what may be forgotten; null where it may not. */
  readonly clear: string | null;
  /** What an operator does with a damaged one, as a sentence. */
  readonly remedy: string;
}

const numberRow = z.tuple([z.number()]);

/**
 * Opens the database, and makes folder, file and tables where there are none. Throws `storage_unavailable`, also for one
 * of a newer Konsil, and `storage_damaged`, also for one of another program.
 */
export function openDatabaseFile(folder: string, file: DatabaseFile): Connection {
  return guardDatabaseFile(file, () => {
    mkdirSync(folder, { recursive: true });
    const connection = connect(join(folder, file.name));
    try {
      prepareTables(connection, file);
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  });
}

/** Runs the work; its storage failures come out as `storage_unavailable` and `storage_damaged`, of this database. */
export function guardDatabaseFile<T>(file: DatabaseFile, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    const error = asStorageError(thrown);
    const isDamaged = error instanceof KonsilError && error.code === "storage_damaged";
    throw isDamaged ? damagedDatabaseFile(file, error.cause) : error;
  }
}

/** For a file that is no database of Konsil, and for a row that this version wrote and cannot read back. */
export function damagedDatabaseFile({ name, remedy }: DatabaseFile, cause: unknown): KonsilError {
  const message = `The database ${name} is damaged or not a database of Konsil. ${remedy}`;
  return new KonsilError("storage_damaged", message, { cause });
}

/** Looks again once nobody else writes: two processes may open a new one at the same time. */
function prepareTables(connection: Connection, file: DatabaseFile): void {
  const versionNow = () => numberRow.parse(connection.one("PRAGMA user_version"))[0];
  if (versionNow() === file.version) return;
  connection.write(() => {
    const version = versionNow();
    if (version === file.version) return;
    if (version > 0 && file.clear !== null) connection.exec(file.clear);
    else if (version > file.version) {
      const message = `The database ${file.name} was written by a newer version of Konsil. Install that version, or choose another data folder.`;
      throw new KonsilError("storage_unavailable", message);
    }
    const [tables] = numberRow.parse(
      connection.one("SELECT COUNT(*) FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"),
    );
    if (tables > 0) throw damagedDatabaseFile(file, new Error("another program's database"));
    connection.exec(`${file.tables}\nPRAGMA user_version = ${file.version};`);
  });
}
