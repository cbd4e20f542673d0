import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { KonsilError } from "../contracts/errors.js";
import { type FeedbackBook, type FeedbackRecord, feedbackRecordSchema } from "../contracts/feedback.js";
import { damagedFeedback, FEEDBACK_FILE, prepareSchema } from "./feedback-sqlite/schema.js";
import { type Connection, connect } from "./library-local/connection.js";
import { pageSize } from "./library-local/page-cursor.js";
import { asStorageError } from "./library-local/storage-errors.js";

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
    try {
      connection ??= openFeedback(folder);
      return work(connection);
    } catch (thrown) {
      const error = asStorageError(thrown);
      const isDamaged = error instanceof KonsilError && error.code === "storage_damaged";
      throw isDamaged ? damagedFeedback(error.cause) : error;
    }
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

function openFeedback(folder: string): Connection {
  mkdirSync(folder, { recursive: true });
  const connection = connect(join(folder, FEEDBACK_FILE));
  try {
    prepareSchema(connection);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
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
    throw damagedFeedback(cause);
  }
}

/** The number to go on after; 0, which comes before all, without a cursor. */
function numberIn(cursor: string | null): number {
  if (cursor === null) return 0;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  const message = "is not a cursor that this server gave out";
  throw new KonsilError("invalid_request", `The cursor ${message}`, { fields: [{ path: "cursor", message }] });
}
