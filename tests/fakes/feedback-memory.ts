import { KonsilError } from "../../src/contracts/errors.js";
import type { FeedbackBook, FeedbackRecord } from "../../src/contracts/feedback.js";

/** Feedback that is forgotten with the process. */
export function createMemoryFeedbackBook(): FeedbackBook {
  const records: FeedbackRecord[] = [];
  const lastOf = (answerId: string) => records.findLast((record) => record.answerId === answerId);

  return {
    async add(record) {
      const last = lastOf(record.answerId);
      const isRepeated = last?.verdict === record.verdict && last.comment === record.comment;
      if (last !== undefined && isRepeated) return { record: last, added: false };
      records.push(structuredClone(record));
      return { record, added: true };
    },
    async read({ limit = 100, cursor = null, since = null, all = false } = {}) {
      const after = records.findIndex(({ id }) => id === cursor);
      if (cursor !== null && after < 0) throw new KonsilError("invalid_request", "The cursor is not known");
      const wanted = records
        .slice(after + 1)
        .filter((record) => all || lastOf(record.answerId) === record)
        .filter(({ at }) => since === null || Date.parse(at) >= Date.parse(since));
      const feedback = structuredClone(wanted.slice(0, limit));
      return { feedback, nextCursor: wanted.length > limit ? (feedback.at(-1)?.id ?? null) : null };
    },
    close: async () => undefined,
  };
}
