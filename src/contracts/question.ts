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

/** Body of `POST /v1/search`. */
export const searchRequestSchema = z.strictObject({
  query: questionTextSchema,
  limit: z.int().min(1).max(SEARCH_MAX_LIMIT).optional(),
  filter: filterSchema.optional(),
});
export type SearchRequest = z.infer<typeof searchRequestSchema>;
