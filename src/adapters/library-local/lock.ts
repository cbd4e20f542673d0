import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { KonsilError } from "../../contracts/errors.js";
import { asStorageError, guardStorage } from "./storage-errors.js";

const SERVER_LOCK_FILE = "server.lock";
const SQLITE_BUSY = "SQLITE_BUSY";

export interface Lock {
  release(): void;
}

/** Held here too: a lock whose database the garbage collector closes would be free without anybody noticing. */
const held = new Set<Database.Database>();

/** One server a data folder; others may still ingest. Throws `data_in_use`, `storage_unavailable`. */
export async function holdServerLock(folder: string): Promise<Lock> {
  return holdLock(
    folder,
    SERVER_LOCK_FILE,
    "Another Konsil server is running on this data folder. Stop it, or give this one a folder of its own.",
  );
}

/**
 * An exclusive lock on an empty database in the folder, which the operating system frees when the process ends, however
 * it ends. Throws `data_in_use` with the message `taken`, `storage_unavailable`.
 */
export function holdLock(folder: string, file: string, taken: string): Lock {
  const database = guardStorage(() => {
    mkdirSync(folder, { recursive: true });
    return new Database(join(folder, file));
  });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (error instanceof Error && "code" in error && error.code === SQLITE_BUSY) {
      throw new KonsilError("data_in_use", taken, { cause: error });
    }
    throw asStorageError(error);
  }
  held.add(database);
  return {
    release() {
      if (!held.delete(database)) return;
      database.exec("ROLLBACK");
      database.close();
    },
  };
}
