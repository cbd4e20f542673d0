import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SlackInbox, SlackQuestion } from "../../src/contracts/slack-inbox.js";
import { makeAnswer } from "../slack/quick-asker.js";

export interface OpenInbox {
  readonly inbox: SlackInbox;
  /** As after the end of the process: what is not stored is gone. */
  reopen(): Promise<SlackInbox>;
  remove(): Promise<void>;
}

export interface InboxOptions {
  readonly open: (now: () => Date) => Promise<OpenInbox>;
}

function question(number: number, threadTs = `${number}.000000`): SlackQuestion {
  return {
    key: `message C1 ${number}`,
    team: "T1",
    user: "U1",
    text: `Frage ${number}?\u0000 🌽`,
    place: { kind: "thread", channel: "C1", threadTs, messageTs: `${number}.000000`, direct: false },
  };
}

/** What every `SlackInbox` has to do. */
export function describeSlackInbox(name: string, { open }: InboxOptions): void {
  describe(`the Slack inbox ${name}`, () => {
    let now = new Date("2026-01-01T00:00:00Z");
    let opened: OpenInbox;
    let inbox: SlackInbox;
    beforeEach(async () => {
      now = new Date("2026-01-01T00:00:00Z");
      opened = await open(() => now);
      inbox = opened.inbox;
    });
    afterEach(() => opened.remove());

    it("takes a question once, by its key and by its event, also after the process has ended", async () => {
      expect(await inbox.take(question(1), "Ev1")).toBe(true);
      expect(await inbox.take(question(1), "Ev2")).toBe(false);
      expect(await inbox.take(question(2), "Ev1")).toBe(false);
      inbox = await opened.reopen();
      expect(await inbox.take(question(1), null)).toBe(false);
      expect(await inbox.take(question(3), "Ev2")).toBe(false);
      expect(await inbox.take(question(3), "Ev3")).toBe(false);
      expect(await inbox.take(question(4), null)).toBe(true);
    });

    it("keeps what is not finished, in order, with the message in which it was begun", async () => {
      for (const number of [3, 1, 2]) await inbox.take(question(number), null);
      await inbox.begin(question(1).key, "9.000001");
      await inbox.finish(question(3).key, { answerTs: "9.000002", kept: null });
      inbox = await opened.reopen();
      expect(await inbox.unfinished()).toEqual([
        { question: question(1), answerTs: "9.000001" },
        { question: question(2), answerTs: null },
      ]);
    });

    it("counts attempts", async () => {
      await inbox.take(question(1), null);
      expect(await inbox.attempt(question(1).key)).toBe(1);
      inbox = await opened.reopen();
      expect(await inbox.attempt(question(1).key)).toBe(2);
    });

    it("finds the answer by its id and by its message, and knows its threads", async () => {
      await inbox.take(question(1, "1.000000"), null);
      const kept = { question: "Frage 1?", history: [], answer: makeAnswer("ans_1", "Frage 1?\u0000") };
      await inbox.finish(question(1).key, { answerTs: "9.000001", kept });
      inbox = await opened.reopen();
      expect(await inbox.answerById("ans_1")).toEqual(kept);
      expect(await inbox.answerAt("C1", "9.000001")).toEqual(kept);
      expect(await inbox.answerAt("C2", "9.000001")).toBeNull();
      expect(await inbox.answerById("ans_2")).toBeNull();
      expect(await inbox.isAnswer("C1", "9.000001")).toBe(true);
      expect(await inbox.isAnswer("C1", "9.000002")).toBe(false);
      expect(await inbox.knowsThread("C1", "1.000000")).toBe(true);
      expect(await inbox.knowsThread("C1", "2.000000")).toBe(false);
    });

    it("lets a name be claimed once, until it is released", async () => {
      expect(await inbox.claim("share ans_1")).toBe(true);
      expect(await inbox.claim("share ans_1")).toBe(false);
      await inbox.release("share ans_1");
      expect(await inbox.claim("share ans_1")).toBe(true);
    });

    it("forgets what is old and finished, and nothing else", async () => {
      await inbox.take(question(1), "Ev1");
      await inbox.take(question(2), "Ev2");
      const kept = { question: "Frage 1?", history: [], answer: makeAnswer("ans_1", "Frage 1?") };
      await inbox.finish(question(1).key, { answerTs: "9.000001", kept });
      now = new Date("2026-06-01T00:00:00Z");
      await inbox.take(question(3), "Ev3");
      await inbox.forget(new Date("2026-03-01T00:00:00Z"));
      expect(await inbox.answerById("ans_1")).toBeNull();
      expect(await inbox.knowsThread("C1", "1.000000")).toBe(false);
      expect((await inbox.unfinished()).map((it) => it.question.key)).toEqual([question(2).key, question(3).key]);
      expect(await inbox.take(question(2), null)).toBe(false);
      expect(await inbox.take(question(3), "Ev4")).toBe(false);
    });
  });
}
