import { z } from "zod";
import { answerSchema } from "./answer.js";
import { turnSchema } from "./question.js";

/** Where an answer goes: into a thread that everybody there sees, or to whoever asked alone. */
const slackPlaceSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("thread"),
    channel: z.string(),
    /** Of the thread's first message, which may be the question itself. */
    threadTs: z.string(),
    messageTs: z.string(),
    /** A direct message, where Slack shows what the app is doing. */
    direct: z.boolean(),
  }),
  z.object({
    kind: z.literal("private"),
    /** Slack takes up to five messages there, for half an hour. */
    responseUrl: z.string(),
    channel: z.string(),
    /** Of the thread that the question was asked about; null for a slash command. */
    threadTs: z.string().nullable(),
  }),
]);

/** A question as it came from Slack. */
export const slackQuestionSchema = z.object({
  /** The same for every delivery of one and the same message, command or shortcut. */
  key: z.string(),
  team: z.string().nullable(),
  user: z.string(),
  /** Plain text, without the mention of the app; may be empty, and longer than a question may be. */
  text: z.string(),
  place: slackPlaceSchema,
});
export type SlackQuestion = z.infer<typeof slackQuestionSchema>;
export type SlackThreadPlace = Extract<SlackQuestion["place"], { kind: "thread" }>;
export type SlackPrivatePlace = Extract<SlackQuestion["place"], { kind: "private" }>;

/** An answer as it was shown, for the buttons below it. */
export const slackAnswerSchema = z.object({
  question: z.string(),
  history: z.array(turnSchema),
  answer: answerSchema,
});
export type SlackAnswer = z.infer<typeof slackAnswerSchema>;

export interface UnfinishedQuestion {
  readonly question: SlackQuestion;
  /** Timestamp of the message in which the answer was begun; null when none is known. */
  readonly answerTs: string | null;
}

/**
 * Remembers what came from Slack, and how far it was answered, so that every question is answered once: however often
 * it is delivered, and whatever becomes of the process in between. Each method is durable when it resolves, and throws
 * `storage_unavailable` or `storage_damaged` where it cannot be. Its conformance suite: `tests/contract/slack-inbox.ts`.
 */
export interface SlackInbox {
  /** False when it was taken before, by its key or by the id of its event. */
  take(question: SlackQuestion, eventId: string | null): Promise<boolean>;
  /** True for the first who asks for this name; what happens once is claimed before it is done. */
  claim(name: string): Promise<boolean>;
  release(name: string): Promise<void>;
  /** Counts one more attempt at answering, and returns how many there were. */
  attempt(key: string): Promise<number>;
  /** The answer appears in this message from now on. */
  begin(key: string, answerTs: string): Promise<void>;
  /** The text of the question is forgotten; the answer, if there is one, is kept for its buttons. */
  finish(key: string, shown: { readonly answerTs: string | null; readonly kept: SlackAnswer | null }): Promise<void>;
  /** What was taken and not finished, in the order of taking. */
  unfinished(): Promise<readonly UnfinishedQuestion[]>;
  /** True where something was asked in this thread before. */
  knowsThread(channel: string, threadTs: string): Promise<boolean>;
  /** True for a message in which some question's answer was begun. */
  isAnswer(channel: string, messageTs: string): Promise<boolean>;
  /** Null for an answer that is unknown, or forgotten. */
  answerById(answerId: string): Promise<SlackAnswer | null>;
  answerAt(channel: string, messageTs: string): Promise<SlackAnswer | null>;
  /** Drops what was taken before this moment and is finished. */
  forget(before: Date): Promise<void>;
  close(): Promise<void>;
}
