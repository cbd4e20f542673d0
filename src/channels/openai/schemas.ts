import { z } from "zod";
import { answerSchema, citationSchema } from "../../contracts/answer.js";
import { filterSchema, languageSchema } from "../../contracts/document.js";

/** The shapes of OpenAI's chat completions, as far as Konsil has a use for them. Source: OpenAI's API reference. */

/** The one model there is. */
export const MODEL_ID = "konsil";

const contentPartSchema = z.looseObject({
  type: z.string().meta({ description: "`text`; others cannot be read here" }),
  text: z.string().optional(),
  refusal: z.string().optional(),
});

const messageSchema = z.looseObject({
  role: z.enum(["system", "developer", "user", "assistant", "tool", "function"]).meta({
    description: "Only `user` and `assistant` messages are read; the others are let pass and ignored",
  }),
  content: z.union([z.string(), z.array(contentPartSchema)], "must be a text, or an array of parts").nullish(),
});
export type ChatMessage = z.infer<typeof messageSchema>;

/** Body of `POST /v1/chat/completions`. Parameters that are not named here are let pass, as OpenAI does. */
export const chatCompletionRequestSchema = z.looseObject({
  model: z.string().meta({ enum: [MODEL_ID] }),
  messages: z
    .array(messageSchema)
    .min(1, "must hold at least one message")
    .meta({ description: "The last one is the question, those before it are the conversation" }),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  n: z.literal(1, "must be 1: a question has one answer here").nullish(),
  response_format: z
    .looseObject({ type: z.literal("text", "must be text: answers are sentences with quotations") })
    .nullish(),
  tools: z.array(z.unknown()).nullish().meta({ description: "Let pass: none is ever called" }),
  tool_choice: z.enum(["none", "auto"], "must be none or auto: Konsil answers by itself, and calls no tools").nullish(),
  function_call: z
    .enum(["none", "auto"], "must be none or auto: Konsil answers by itself, and calls no functions")
    .nullish(),
  user: z.string().nullish(),
  konsil: z
    .strictObject({ language: languageSchema.optional(), filter: filterSchema.optional() })
    .optional()
    .meta({ description: "Beyond OpenAI's parameters: language of the answer, and which documents may answer" }),
});
export type ChatCompletionRequest = z.infer<typeof chatCompletionRequestSchema>;

/** Where a marker stands in the text, and what it refers to: `content.slice(start_index, end_index)` is "[1]". */
export const annotationSchema = z.object({
  type: z.literal("url_citation"),
  url_citation: z.object({
    url: z.string(),
    title: z.string(),
    start_index: z.int().nonnegative().meta({ description: "UTF-16 code units" }),
    end_index: z.int().positive(),
  }),
});
export type Annotation = z.infer<typeof annotationSchema>;

const evidenceFields = { annotations: z.array(annotationSchema), citations: z.array(citationSchema) };

/** What an Answer tells beyond text and citations. */
const konsilSchema = answerSchema.omit({ answer: true, citations: true });

const usageSchema = z
  .object({ prompt_tokens: z.int(), completion_tokens: z.int(), total_tokens: z.int() })
  .meta({ description: "Zero: nothing is charged by tokens here, and none are counted" });

const headFields = {
  id: z.string().regex(/^chatcmpl-/),
  created: z.int().meta({ description: "Seconds since 1970" }),
  model: z.literal(MODEL_ID),
};

export const chatCompletionSchema = z.object({
  ...headFields,
  object: z.literal("chat.completion"),
  choices: z
    .array(
      z.object({
        index: z.literal(0),
        message: z.object({
          role: z.literal("assistant"),
          content: z.string(),
          refusal: z.null(),
          ...evidenceFields,
        }),
        logprobs: z.null(),
        finish_reason: z.literal("stop"),
      }),
    )
    .length(1),
  usage: usageSchema,
  konsil: konsilSchema,
});
export type ChatCompletion = z.infer<typeof chatCompletionSchema>;

/** `data` of a streamed event. The chunk with the `finish_reason` carries annotations, citations and `konsil`. */
export const chatCompletionChunkSchema = z.object({
  ...headFields,
  object: z.literal("chat.completion.chunk"),
  choices: z
    .array(
      z.object({
        index: z.literal(0),
        delta: z.object({
          role: z.literal("assistant").optional(),
          content: z.string().optional(),
          annotations: evidenceFields.annotations.optional(),
          citations: evidenceFields.citations.optional(),
        }),
        logprobs: z.null(),
        finish_reason: z.literal("stop").nullable(),
      }),
    )
    .max(1)
    .meta({ description: "Empty in the chunk that brings the usage" }),
  usage: usageSchema.nullable().optional().meta({ description: "Only with `stream_options.include_usage`" }),
  konsil: konsilSchema.optional(),
});
export type ChatCompletionChunk = z.infer<typeof chatCompletionChunkSchema>;

export const modelSchema = z.object({
  id: z.literal(MODEL_ID),
  object: z.literal("model"),
  created: z.int(),
  owned_by: z.literal("konsil"),
});
export const modelListSchema = z.object({ object: z.literal("list"), data: z.array(modelSchema) });

/** How these routes refuse: OpenAI's clients read nothing else. */
export const openAiErrorSchema = z.object({
  error: z.object({
    message: z.string(),
    type: z.string(),
    param: z.string().nullable().meta({ description: "The field that is wrong, such as `messages[0].content`" }),
    code: z.string().nullable(),
  }),
});
export type OpenAiError = z.infer<typeof openAiErrorSchema>;
