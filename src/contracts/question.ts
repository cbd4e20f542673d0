import { z } from "zod";
import { filterSchema, languageSchema } from "./document.js";

export const QUESTION_MAX_LENGTH = 2000;
export const HISTORY_MAX_TURNS = 50;
export const SEARCH_MAX_LIMIT = 100;

/** What is asked, without the white space around it. */
export const questionTextSchema = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(QUESTION_MAX_LENGTH, `must be at most ${QUESTION_MAX_LENGTH} characters`);

/** One earlier turn of the conversation; the server keeps none itself. */
export const turnSchema = z.strictObject({
  role: z.enum(["user", "assistant"]),
  content: z.string().max(20_000),
});
export type Turn = z.infer<typeof turnSchema>;

/** Body of `POST /v1/ask`. */
export const askRequestSchema = z.strictObject({
  question: questionTextSchema.meta({
    example: "Seit wann arbeiten Northwestern Medicine und Siemens Healthineers zusammen?",
  }),
  history: z.array(turnSchema).max(HISTORY_MAX_TURNS).optional().meta({ description: "The last turns, oldest first" }),
  language: languageSchema.optional().meta({ description: "Of the answer; by default that of the question" }),
  filter: filterSchema.optional(),
  stream: z.boolean().optional().meta({ description: "Answer as server-sent events" }),
});
export type AskRequest = z.infer<typeof askRequestSchema>;

export const BATCH_MAX_QUESTIONS = 100;

/** One question of a batch, which is never streamed. */
export const batchQuestionSchema = askRequestSchema.extend({ stream: z.literal(false).optional() });

/** Body of `POST /v1/ask/batch`. What is no question gets a problem in its place, and the others their answers. */
export const askBatchRequestSchema = z.strictObject({
  questions: z
    .array(
      z.union([
        batchQuestionSchema,
        z.unknown().meta({ description: "Anything else gets a problem in its place, and the others their answers" }),
      ]),
    )
    .min(1, "must hold at least one question")
    .max(BATCH_MAX_QUESTIONS, `must hold at most ${BATCH_MAX_QUESTIONS} questions`),
});
export type AskBatchRequest = { readonly questions: readonly z.infer<typeof batchQuestionSchema>[] };

/** Body of `POST /v1/search`. */
export const searchRequestSchema = z.strictObject({
  query: questionTextSchema,
  limit: z.int().min(1).max(SEARCH_MAX_LIMIT).optional(),
  filter: filterSchema.optional(),
});
export type SearchRequest = z.infer<typeof searchRequestSchema>;
