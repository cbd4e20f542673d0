import { type FeedbackRecord, feedbackRecordSchema } from "../../src/contracts/feedback.js";

/** Feedback that can become a case: one whose question is known. */
export type AskedFeedback = FeedbackRecord & { readonly question: string };

/**
 * The records of an export, a JSON object a line, in its order. Those whose question nobody knows are left out. Throws an
 * `Error` that names the first line that is no record.
 */
export function readFeedback(text: string): AskedFeedback[] {
  const lines = text.split(/\r?\n/).map((line, at) => ({ line, at: at + 1 }));
  return lines
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, at }) => readLine(line, at))
    .filter((record): record is AskedFeedback => record.question !== null);
}

function readLine(line: string, at: number): FeedbackRecord {
  try {
    return feedbackRecordSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`Line ${at} is no feedback as "konsil export feedback" writes it`, { cause });
  }
}
