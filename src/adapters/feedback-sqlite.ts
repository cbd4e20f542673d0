import { z } from "zod";
import { KonsilError } from "../contracts/errors.js";
import { type FeedbackBook, type FeedbackRecord, feedbackRecordSchema } from "../contracts/feedback.js";
import { type DatabaseFile, damagedDatabaseFile, guardDatabaseFile, openDatabaseFile } from "./database-file.js";
import type { Connection } from "./library-local/connection.js";
import { pageSize } from "./library-local/page-cursor.js";

/**
 * Records are kept as JSON: SQLite ends a text at U+0000, and UTF-8 has no lone surrogates. Numbers are never used twice
 * (AUTOINCREMENT), so that a page goes on where the one before ended.
 */
const FILE: DatabaseFile = {
  name: "feedback.db",
  version: 1,
  tables: `
CREATE TABLE feedback (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL, -- milliseconds since 1970
  answer_id TEXT NOT NULL,
  record TEXT NOT NULL -- JSON, a FeedbackRecord
);
CREATE INDEX feedback_by_answer ON feedback (answer_id, number);`,
  clear: null,
  remedy: "Restore it from a backup, or move it away: feedback then starts anew.",
};

const INSERT = "INSERT INTO feedback (id, at, answer_id, record) VALUES (?, ?, ?, ?)";
const LAST_OF_ANSWER = "SELECT record FROM feedback WHERE answer_id = ? ORDER BY number DESC LIMIT 1";
const LATER_OF_ANSWER =
  "SELECT 1 FROM feedback AS later WHERE later.answer_id = feedback.answer_id AND later.number > feedback.number";
const EVERY = "SELECT number, record FROM feedback WHERE number > ? AND at >= ?";
const IN_ORDER = "ORDER BY number LIMIT ?";

const recordRow = z.tuple([z.string()]);
const numberedRows = z.array(z.tuple([z.number(), z.string()]));

/**
 * Feedback in a database of its own in the data folder: the library can be removed and built anew, what people said
 * cannot. The file is made with the first feedback, or the first look at it; several processes may have it open. What
 * was added survives a crash of the process and of the machine.
 */
export function createSqliteFeedbackBook({ folder }: { readonly folder: string }): FeedbackBook {
  let connection: Connection | null = null;
  let closed = false;

  async function guarded<T>(work: (open: Connection) => T): Promise<T> {
    if (closed) throw new KonsilError("storage_unavailable", "The feedback is closed");
    connection ??= openDatabaseFile(folder, FILE);
    const open = connection;
    return guardDatabaseFile(FILE, () => work(open));
  }

  return {
    add: (record) =>
      guarded((open) =>
        open.write(() => {
          const row = open.one(LAST_OF_ANSWER, [record.answerId]);
          const last = row === undefined ? null : readRecord(recordRow.parse(row)[0]);
          if (last !== null && repeats(record, last)) return { record: last, added: false };
          open.run(INSERT, [record.id, Date.parse(record.at), record.answerId, JSON.stringify(record)]);
          return { record, added: true };
        }),
      ),

    read: ({ limit, cursor = null, since = null, all = false } = {}) =>
      guarded((open) => {
        const size = pageSize(limit);
        const query = `${EVERY} ${all ? "" : `AND NOT EXISTS (${LATER_OF_ANSWER})`} ${IN_ORDER}`;
        const from = since === null ? Number.MIN_SAFE_INTEGER : Date.parse(since);
        const rows = numberedRows.parse(open.all(query, [numberIn(cursor), from, size + 1]));
        const page = rows.slice(0, size);
        const last = page.at(-1)?.[0];
        return {
          feedback: page.map(([, json]) => readRecord(json)),
          nextCursor: rows.length > size && last !== undefined ? String(last) : null,
        };
      }),

    async close() {
      closed = true;
      connection?.close();
      connection = null;
    },
  };
}

function repeats(record: FeedbackRecord, last: FeedbackRecord): boolean {
  return last.verdict === record.verdict && last.comment === record.comment;
}

const anyRecord = z.looseObject({});

/** An answer of an earlier version may lack what an answer has today: it is left out, and the verdict counts all the same. */
function readRecord(json: string): FeedbackRecord {
  try {
    const record = anyRecord.parse(JSON.parse(json));
    const read = feedbackRecordSchema.safeParse(record);
    return read.success ? read.data : feedbackRecordSchema.parse({ ...record, answer: null });
  } catch (cause) {
    throw damagedDatabaseFile(FILE, cause);
  }
}

/** The number to go on after; 0, which comes before all, without a cursor. */
function numberIn(cursor: string | null): number {
  if (cursor === null) return 0;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  const message = "is not a cursor that this server gave out";
  throw new KonsilError("invalid_request", `The cursor ${message}`, { fields: [{ path: "cursor", message }] });
}
