import { z } from "zod";
import { KonsilError } from "../../contracts/errors.js";
import type { Connection } from "../library-local/connection.js";

export const SLACK_FILE = "slack.db";

/** Raise it with every change of the tables or of the JSON in them, and bring older databases along in `prepareSchema`. */
const SCHEMA_VERSION = 1;

/** Times are milliseconds since 1970. JSON, since SQLite ends a text at U+0000. */
const TABLES = `
CREATE TABLE deliveries (
  id TEXT PRIMARY KEY, -- of an event, a question, or what was claimed
  at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE questions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  channel TEXT NOT NULL,
  thread_ts TEXT,
  answer_ts TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  question TEXT -- JSON, a SlackQuestion; null once it is answered
);
CREATE INDEX questions_unfinished ON questions (number) WHERE question IS NOT NULL;
CREATE INDEX questions_by_thread ON questions (channel, thread_ts);
CREATE INDEX questions_by_answer ON questions (channel, answer_ts);
CREATE TABLE answers (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  channel TEXT NOT NULL,
  answer_ts TEXT,
  kept TEXT NOT NULL -- JSON, a SlackAnswer
);
CREATE INDEX answers_by_message ON answers (channel, answer_ts);
PRAGMA user_version = ${SCHEMA_VERSION};
`;

const numberRow = z.tuple([z.number()]);

/** Makes the tables in a new database. Throws `storage_unavailable` for one of a newer Konsil, `storage_damaged` for a foreign one. */
export function prepareSchema(connection: Connection): void {
  const [version] = numberRow.parse(connection.one("PRAGMA user_version"));
  if (version === SCHEMA_VERSION) return;
  if (version > SCHEMA_VERSION) {
    const message = `The database ${SLACK_FILE} was written by a newer version of Konsil. Install that version, or choose another data folder.`;
    throw new KonsilError("storage_unavailable", message);
  }
  const [tables] = numberRow.parse(connection.one("SELECT COUNT(*) FROM sqlite_master"));
  if (tables > 0) throw damagedInbox(new Error("another program's database"));
  connection.write(() => connection.exec(TABLES));
}

export function damagedInbox(cause: unknown): KonsilError {
  const message = `The database ${SLACK_FILE} is damaged or not a database of Konsil. Restore it from a backup, or move it away: what Slack delivers again is then answered again.`;
  return new KonsilError("storage_damaged", message, { cause });
}
