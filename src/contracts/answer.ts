import { z } from "zod";
import { isoDate, languageSchema } from "./document.js";
import { problemSchema } from "./errors.js";

/** A verbatim quotation: `document.text.slice(start, end) === quote`, in UTF-16 code units. */
export const citationSchema = z.object({
  marker: z.int().positive().meta({ description: "The number that stands in brackets in the answer" }),
  documentId: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedAt: isoDate.nullable(),
  url: z.string().nullable(),
  language: languageSchema.nullable(),
  passageId: z.string(),
  heading: z.string().nullable(),
  quote: z.string().min(1),
  start: z.int().nonnegative(),
  end: z.int().positive(),
});
export type Citation = z.infer<typeof citationSchema>;

export const abstentionReasonSchema = z.enum(["no_evidence", "out_of_scope", "ambiguous"]);
export type AbstentionReason = z.infer<typeof abstentionReasonSchema>;

export const abstentionSchema = z.object({
  reason: abstentionReasonSchema,
  message: z.string(),
  closest: z.array(citationSchema).meta({ description: "The closest passages, none of which answers the question" }),
});

export const writerSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("extract") }),
  z.object({ kind: z.literal("llm"), provider: z.string(), model: z.string(), prompt: z.string() }),
]);

export const timingsSchema = z.object({
  understandMs: z.number(),
  retrieveMs: z.number(),
  judgeMs: z.number(),
  composeMs: z.number(),
  groundMs: z.number(),
  totalMs: z.number(),
  firstTextMs: z
    .number()
    .optional()
    .meta({ description: "Until the first sentence was handed out; none without answer" }),
});
export type Timings = z.infer<typeof timingsSchema>;

/** The same object in every channel. Every marker has its citation, every citation is used. */
export const answerSchema = z.object({
  id: z.string().regex(/^ans_/),
  status: z.enum(["answered", "partial", "abstained"]),
  answer: z.string().meta({ description: "Plain text with markers such as [1]" }),
  language: languageSchema,
  readAs: z
    .string()
    .optional()
    .meta({ description: "The question with its typing errors mended, where there were any" }),
  citations: z.array(citationSchema).meta({ description: "Empty when abstained" }),
  abstention: abstentionSchema.nullable(),
  asOf: isoDate.nullable().meta({ description: "Newest publication date among the cited documents" }),
  writer: writerSchema,
  warnings: z.array(z.string()).meta({
    description:
      "Codes: `documents_disagree`; `reranker_unavailable`; `llm_…`, why a language model did not word the answer, or not all of it",
  }),
  followUps: z.array(z.string()).max(3).meta({
    description: "What can be asked next: questions that the documents answer, in the language of the answer",
  }),
  timings: timingsSchema,
});
export type Answer = z.infer<typeof answerSchema>;

/** What `POST /v1/ask/batch` answers with: in the order of the questions, an answer or why there is none. */
export const batchAnswersSchema = z.object({
  answers: z.array(z.union([answerSchema, z.object({ problem: problemSchema })])),
});
export type BatchAnswers = z.infer<typeof batchAnswersSchema>;

/** One row of `POST /v1/search`. */
export const foundPassageSchema = z.object({
  documentId: z.string(),
  passageId: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedAt: isoDate.nullable(),
  url: z.string().nullable(),
  language: languageSchema.nullable(),
  heading: z.string().nullable(),
  text: z.string(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  score: z.number().meta({ description: "Fused; only its order means anything" }),
  scores: z.object({
    vector: z.number().meta({ description: "Cosine similarity" }),
    words: z.number().meta({ description: "BM25 as a share of a passage that holds every word of the query" }),
  }),
});
export type FoundPassage = z.infer<typeof foundPassageSchema>;
