import { z } from "zod";
import { KonsilError } from "../../contracts/errors.js";
import type { Connection } from "../library-local/connection.js";

export const FEEDBACK_FILE = "feedback.db";

/** Raise it with every change of the tables or of the record, and bring older databases along in `prepareSchema`. */
const SCHEMA_VERSION = 1;

/**
 * Records are kept as JSON: SQLite ends a text at U+0000, and UTF-8 has no lone surrogates. Numbers are never used twice
 * (AUTOINCREMENT), so that a page goes on where the one before ended.
 */
const TABLES = `
CREATE TABLE feedback (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL, -- milliseconds since 1970
  answer_id TEXT NOT NULL,
  record TEXT NOT NULL -- JSON, a FeedbackRecord
);
CREATE INDEX feedback_by_answer ON feedback (answer_id, number);
PRAGMA user_version = ${SCHEMA_VERSION};
`;

const numberRow = z.tuple([z.number()]);

/** Makes the tables in a new database. Throws `storage_unavailable` for one of a newer Konsil, `storage_damaged` for a foreign one. */
export function prepareSchema(connection: Connection): void {
  const versionNow = () => numberRow.parse(connection.one("PRAGMA user_version"))[0];
  if (versionNow() === SCHEMA_VERSION) return;
  connection.write(() => {
    const version = versionNow();
    if (version === SCHEMA_VERSION) return;
    if (version > SCHEMA_VERSION) {
      const message = `The database ${FEEDBACK_FILE} was written by a newer version of Konsil. Install that version, or choose another data folder.`;
      throw new KonsilError("storage_unavailable", message);
    }
    const tables = numberRow.parse(connection.one("SELECT COUNT(*) FROM sqlite_master"))[0];
    if (tables > 0) throw damagedFeedback(new Error("another program's database"));
    connection.exec(TABLES);
  });
}

export function damagedFeedback(cause: unknown): KonsilError {
  const message = `The database ${FEEDBACK_FILE} is damaged or not a database of Konsil. Restore it from a backup, or move it away: feedback then starts anew.`;
  return new KonsilError("storage_damaged", message, { cause });
}
