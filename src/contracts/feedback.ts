import { z } from "zod";
import { answerSchema } from "./answer.js";
import { isoDate } from "./document.js";
import { HISTORY_MAX_TURNS, questionTextSchema, turnSchema } from "./question.js";

export const COMMENT_MAX_LENGTH = 2000;

export const verdictSchema = z.enum(["helpful", "wrong", "incomplete"]);

const answerIdSchema = z
  .string()
  .max(100)
  .regex(/^ans_[\w-]+$/, "must be the id of an answer, which starts with ans_");

/** Body of `POST /v1/feedback`. */
export const feedbackRequestSchema = z.strictObject({
  answerId: answerIdSchema.meta({ example: "ans_01KB0Q3ZQ7V5N8M2R4T6W9XYCD" }),
  verdict: verdictSchema.meta({ example: "wrong" }),
  comment: z
    .string()
    .trim()
    .max(COMMENT_MAX_LENGTH, `must be at most ${COMMENT_MAX_LENGTH} characters`)
    .optional()
    .meta({ example: "The dossier gives another year." }),
  question: questionTextSchema.optional().meta({
    description:
      "What was asked. Only needed where the server no longer remembers the answer, for example after a restart",
    example: "Since when have Northwestern Medicine and Siemens Healthineers been working together?",
  }),
  history: z
    .array(turnSchema)
    .max(HISTORY_MAX_TURNS)
    .optional()
    .meta({ description: "The turns before the question, oldest first; read together with `question`" }),
});
export type FeedbackRequest = z.infer<typeof feedbackRequestSchema>;

/** Feedback as it is kept and exported. */
export const feedbackRecordSchema = z.object({
  id: z.string().startsWith("fb_"),
  at: z.iso.datetime().meta({ description: "When it was given, UTC" }),
  answerId: answerIdSchema,
  verdict: verdictSchema,
  comment: z.string().nullable(),
  question: z.string().nullable().meta({ description: "What was asked" }),
  history: z.array(turnSchema).meta({ description: "The turns before the question, oldest first" }),
  answer: answerSchema.nullable().meta({
    description: "As it was given; null where the server no longer knew it, or a document that it quotes was removed",
  }),
  documents: z.array(z.string()).meta({
    description: "Ids of the documents that the answer quotes, and the earlier answers of the conversation",
  }),
});
export type FeedbackRecord = z.infer<typeof feedbackRecordSchema>;

/** A day or a moment, from which on feedback is wanted; comes out as an ISO time in UTC, a day as its first moment. */
export const feedbackSinceSchema = z
  .union([isoDate, z.iso.datetime({ offset: true })], "must be a date such as 2026-02-09, or a time with its zone")
  .transform((given) => new Date(given).toISOString())
  .meta({
    description: "A date (from midnight UTC) or a time with its zone; given then or later",
    example: "2026-02-09",
  });

/** What whoever gave feedback gets back. */
export const feedbackReceiptSchema = z.object({
  feedback: feedbackRecordSchema.pick({ id: true, at: true, answerId: true, verdict: true }),
});

export interface FeedbackPage {
  readonly feedback: readonly FeedbackRecord[];
  /** Hand it to `read` for the next page; null on the last. */
  readonly nextCursor: string | null;
}

export interface FeedbackQuery {
  readonly limit?: number;
  readonly cursor?: string | null;
  /** Only what was given at this moment or later: an ISO time in UTC. */
  readonly since?: string | null;
  /** Every verdict on an answer, also those that a later one took back. By default the last one alone. */
  readonly all?: boolean;
}

/** Keeps feedback, durably and in order. Its conformance suite: `tests/contract/feedback-book.ts`. */
export interface FeedbackBook {
  /**
   * Keeps a record behind all earlier ones. Where the last record of the same answer has the same verdict and comment,
   * nothing is added and that record comes back. Throws `storage_unavailable`, `storage_damaged`.
   */
  add(record: FeedbackRecord): Promise<{ readonly record: FeedbackRecord; readonly added: boolean }>;
  /** One page in the order of adding. Throws `invalid_request` for a foreign cursor. */
  read(query?: FeedbackQuery): Promise<FeedbackPage>;
  close(): Promise<void>;
}
