/** Times are milliseconds since 1970. JSON, since SQLite ends a text at U+0000. */
export const SLACK_TABLES = `
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
CREATE INDEX answers_by_message ON answers (channel, answer_ts);`;
