import { z } from "zod";
import {
  type SlackAnswer,
  type SlackInbox,
  slackAnswerSchema,
  slackQuestionSchema,
  type UnfinishedQuestion,
} from "../contracts/slack-inbox.js";
import { type DatabaseFile, damagedDatabaseFile, guardDatabaseFile, openDatabaseFile } from "./database-file.js";
import type { Connection } from "./library-local/connection.js";
import { holdLock, type Lock } from "./library-local/lock.js";
import { SLACK_TABLES } from "./slack-inbox/tables.js";

const LOCK_FILE = "slack.lock";

const FILE: DatabaseFile = {
  name: "slack.db",
  version: 1,
  tables: SLACK_TABLES,
  clear: null,
  remedy: "Restore it from a backup, or move it away: what Slack delivers again is then answered again.",
};

const textRow = z.tuple([z.string()]);
const countRow = z.tuple([z.number()]);
const unfinishedRows = z.array(z.tuple([z.string(), z.string().nullable()]));

/**
 * The inbox in a database of its own in the data folder. One process at a time answers Slack from a folder: two would
 * both finish what a third left behind. Throws `data_in_use`, `storage_unavailable`, `storage_damaged`.
 */
export async function openSqliteSlackInbox(options: {
  readonly folder: string;
  readonly now?: () => Date;
}): Promise<SlackInbox> {
  const { folder, now = () => new Date() } = options;
  const lock = holdLock(
    folder,
    LOCK_FILE,
    "Another Konsil answers Slack from this data folder. Stop it, or give this one a folder of its own.",
  );
  const connection = open(folder, lock);

  const guarded = async <T>(work: () => T): Promise<T> => guard(work);
  const isNew = (id: string): boolean => {
    if (connection.one("SELECT 1 FROM deliveries WHERE id = ?", [id]) !== undefined) return false;
    connection.run("INSERT INTO deliveries (id, at) VALUES (?, ?)", [id, now().getTime()]);
    return true;
  };
  const has = (sql: string, parameters: readonly unknown[]): boolean => connection.one(sql, parameters) !== undefined;
  const kept = (sql: string, parameters: readonly unknown[]): SlackAnswer | null => {
    const row = connection.one(sql, parameters);
    return row === undefined ? null : slackAnswerSchema.parse(JSON.parse(textRow.parse(row)[0]));
  };

  return {
    take: (question, eventId) =>
      guarded(() =>
        connection.write(() => {
          const ids = [`question ${question.key}`, ...(eventId === null ? [] : [`event ${eventId}`])];
          // Both are noted, whichever is new: the next delivery may share the other one alone.
          if (ids.map(isNew).includes(false)) return false;
          const { key, place } = question;
          // One that has waited for longer than deliveries are remembered.
          if (has("SELECT 1 FROM questions WHERE key = ?", [key])) return false;
          connection.run("INSERT INTO questions (key, at, channel, thread_ts, question) VALUES (?, ?, ?, ?, ?)", [
            key,
            now().getTime(),
            place.channel,
            place.threadTs,
            JSON.stringify(question),
          ]);
          return true;
        }),
      ),

    claim: (name) => guarded(() => connection.write(() => isNew(`claim ${name}`))),

    release: (name) => guarded(() => void connection.run("DELETE FROM deliveries WHERE id = ?", [`claim ${name}`])),

    attempt: (key) =>
      guarded(() => {
        connection.run("UPDATE questions SET attempts = attempts + 1 WHERE key = ?", [key]);
        return countRow.parse(connection.one("SELECT attempts FROM questions WHERE key = ?", [key]))[0];
      }),

    begin: (key, answerTs) =>
      guarded(() => void connection.run("UPDATE questions SET answer_ts = ? WHERE key = ?", [answerTs, key])),

    finish: (key, { answerTs, kept }) =>
      guarded(() =>
        connection.write(() => {
          const done = "UPDATE questions SET question = NULL, answer_ts = COALESCE(?, answer_ts) WHERE key = ?";
          connection.run(done, [answerTs, key]);
          if (kept === null) return;
          const [channel] = textRow.parse(connection.one("SELECT channel FROM questions WHERE key = ?", [key]));
          const values = [kept.answer.id, now().getTime(), channel, answerTs, JSON.stringify(kept)];
          connection.run("INSERT OR REPLACE INTO answers (id, at, channel, answer_ts, kept) VALUES (?, ?, ?, ?, ?)", [
            ...values,
          ]);
        }),
      ),

    unfinished: () =>
      guarded(() => {
        const open = "SELECT question, answer_ts FROM questions WHERE question IS NOT NULL ORDER BY number";
        return unfinishedRows.parse(connection.all(open)).map(
          ([json, answerTs]): UnfinishedQuestion => ({
            question: slackQuestionSchema.parse(JSON.parse(json)),
            answerTs,
          }),
        );
      }),

    knowsThread: (channel, threadTs) =>
      guarded(() => has("SELECT 1 FROM questions WHERE channel = ? AND thread_ts = ? LIMIT 1", [channel, threadTs])),

    isAnswer: (channel, ts) =>
      guarded(() => has("SELECT 1 FROM questions WHERE channel = ? AND answer_ts = ? LIMIT 1", [channel, ts])),

    answerById: (id) => guarded(() => kept("SELECT kept FROM answers WHERE id = ?", [id])),

    answerAt: (channel, ts) =>
      guarded(() => kept("SELECT kept FROM answers WHERE channel = ? AND answer_ts = ? LIMIT 1", [channel, ts])),

    forget: (before) =>
      guarded(() =>
        connection.write(() => {
          const at = [before.getTime()];
          connection.run("DELETE FROM questions WHERE at < ? AND question IS NULL", at);
          connection.run("DELETE FROM deliveries WHERE at < ?", at);
          connection.run("DELETE FROM answers WHERE at < ?", at);
        }),
      ),

    async close() {
      connection.close();
      lock.release();
    },
  };
}

function open(folder: string, lock: Lock): Connection {
  try {
    return openDatabaseFile(folder, FILE);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Storage failures as `storage_unavailable` and `storage_damaged`, of this database; so is a row that cannot be read. */
function guard<T>(work: () => T): T {
  return guardDatabaseFile(FILE, () => {
    try {
      return work();
    } catch (error) {
      throw error instanceof z.ZodError || error instanceof SyntaxError ? damagedDatabaseFile(FILE, error) : error;
    }
  });
}
