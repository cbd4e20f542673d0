import { createSqliteFeedbackBook } from "../../src/adapters/feedback-sqlite.js";
import { feedbackRecord } from "./feedback-book.js";

/** Adds feedback until it is killed, and tells of every record that is kept. */
const [folder = "", first = "0"] = process.argv.slice(2);
const book = createSqliteFeedbackBook({ folder });
for (let id = Number(first); ; id += 1) {
  await book.add(feedbackRecord(id));
  process.stdout.write(`${JSON.stringify(`fb_${id}`)}\n`);
}
