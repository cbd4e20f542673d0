import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FeedbackBook, FeedbackRecord } from "../../src/contracts/feedback.js";
import { ANSWER } from "../fakes/http-parts.js";

/** An empty book. */
export interface FeedbackBookUnderTest {
  readonly book: FeedbackBook;
  /** Closes it and opens it again; null for one that keeps nothing. */
  readonly reopen: (() => Promise<FeedbackBook>) | null;
  readonly dispose: () => Promise<void>;
}

export function feedbackRecord(id: number, fields: Partial<FeedbackRecord> = {}): FeedbackRecord {
  return {
    id: `fb_${id}`,
    at: new Date(Date.UTC(2026, 0, 1, 12, id)).toISOString(),
    answerId: `ans_${id}`,
    verdict: "helpful",
    comment: null,
    question: "Wann?",
    history: [],
    answer: null,
    documents: [],
    ...fields,
  };
}

const idsOf = (records: readonly FeedbackRecord[]) => records.map(({ id }) => id);

/** Behaviour that every `FeedbackBook` has, whatever stands behind it. */
export function feedbackBookConformance(name: string, open: () => Promise<FeedbackBookUnderTest>): void {
  describe(`${name} as a book of feedback`, () => {
    let under: FeedbackBookUnderTest;
    let book: FeedbackBook;
    beforeEach(async () => {
      under = await open();
      book = under.book;
    });
    afterEach(() => under.dispose());

    const read = async (query = {}) => idsOf((await book.read(query)).feedback);
    async function add(...records: readonly FeedbackRecord[]): Promise<void> {
      for (const record of records) await book.add(record);
    }

    it("is empty at first", async () => {
      expect(await book.read()).toEqual({ feedback: [], nextCursor: null });
    });

    it("gives back a record as it was added, with every character", async () => {
      const comment = "Null \u0000 inside, Ä ẞ 😀 \u{1F469}\u200D\u2695\uFE0F \ud800 '\"\\;--";
      const history = [{ role: "user" as const, content: comment }];
      const whole = feedbackRecord(1, {
        comment,
        question: comment,
        history,
        answer: ANSWER,
        documents: ["lindental"],
      });
      expect(await book.add(whole)).toEqual({ record: whole, added: true });
      expect(await book.read()).toEqual({ feedback: [whole], nextCursor: null });
    });

    it("reads in the order of adding, whatever ids and times say", async () => {
      await add(feedbackRecord(3), feedbackRecord(1), feedbackRecord(2));
      expect(await read()).toEqual(["fb_3", "fb_1", "fb_2"]);
    });

    it("adds nothing for the same verdict and comment again, and says which record it was", async () => {
      const first = feedbackRecord(1, { verdict: "wrong", comment: "2025" });
      await book.add(first);
      const again = await book.add({ ...feedbackRecord(2, { verdict: "wrong", comment: "2025" }), answerId: "ans_1" });
      expect(again).toEqual({ record: first, added: false });
      expect(await read({ all: true })).toEqual(["fb_1"]);
    });

    it("keeps every change of mind, and shows the last one of each answer", async () => {
      const on = (id: number, fields: Partial<FeedbackRecord>) => feedbackRecord(id, { answerId: "ans_1", ...fields });
      await add(on(1, {}), feedbackRecord(2), on(3, { verdict: "wrong" }), on(4, {}), on(5, { comment: "at last" }));
      expect(await read({ all: true })).toEqual(["fb_1", "fb_2", "fb_3", "fb_4", "fb_5"]);
      expect(await read()).toEqual(["fb_2", "fb_5"]);
    });

    it("takes the same verdict on another answer as feedback of its own", async () => {
      await add(feedbackRecord(1), feedbackRecord(2));
      expect(await read()).toEqual(["fb_1", "fb_2"]);
    });

    it("gives out pages that join to the whole, also when something is added meanwhile", async () => {
      await add(...[1, 2, 3, 4, 5].map((id) => feedbackRecord(id)));
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await book.read({ limit: 2, cursor });
        expect(page.feedback.length).toBeGreaterThan(0);
        seen.push(...idsOf(page.feedback));
        if (cursor === null) await add(feedbackRecord(6));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen).toEqual(["fb_1", "fb_2", "fb_3", "fb_4", "fb_5", "fb_6"]);
    });

    it("reads from a moment on, that moment included, however it is written", async () => {
      await add(feedbackRecord(1), feedbackRecord(2), feedbackRecord(3));
      expect(await read({ since: "2026-01-01T12:02:00Z" })).toEqual(["fb_2", "fb_3"]);
      expect(await read({ since: "2026-01-01T12:02:00.001Z" })).toEqual(["fb_3"]);
    });

    it("refuses a cursor that it never gave out", async () => {
      await expect(book.read({ cursor: "WyJub3BlIl0" })).rejects.toMatchObject({ code: "invalid_request" });
    });

    it("still has everything when it is opened again", async () => {
      await add(feedbackRecord(1), feedbackRecord(2));
      if (under.reopen === null) return;
      book = await under.reopen();
      await add(feedbackRecord(3));
      expect(await read()).toEqual(["fb_1", "fb_2", "fb_3"]);
    });
  });
}
