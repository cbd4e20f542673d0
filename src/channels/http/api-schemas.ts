import { z } from "zod";
import { answerSchema, batchAnswersSchema, citationSchema, foundPassageSchema } from "../../contracts/answer.js";
import { documentSchema, filterSchema } from "../../contracts/document.js";
import { problemSchema } from "../../contracts/errors.js";
import { askEventSchema } from "../../contracts/events.js";
import { feedbackReceiptSchema, feedbackRecordSchema, feedbackRequestSchema } from "../../contracts/feedback.js";
import {
  askBatchRequestSchema,
  askRequestSchema,
  batchQuestionSchema,
  searchRequestSchema,
} from "../../contracts/question.js";
import { mcpRequestSchema, mcpResponseSchema } from "../mcp/schemas.js";
import {
  chatCompletionChunkSchema,
  chatCompletionRequestSchema,
  chatCompletionSchema,
  modelListSchema,
  modelSchema,
  openAiErrorSchema,
} from "../openai/schemas.js";
import { EXAMPLES } from "./api-examples.js";
import {
  documentListSchema,
  feedbackListSchema,
  fileUploadSchema,
  healthSchema,
  readinessSchema,
  storedSchema,
  textUploadSchema,
  widgetTokenSchema,
} from "./schemas.js";

/** Every schema by the name that it has in the OpenAPI document. */
export const NAMED_SCHEMAS = {
  Answer: answerSchema,
  AskBatchRequest: askBatchRequestSchema,
  AskEvent: askEventSchema,
  AskRequest: askRequestSchema,
  BatchAnswers: batchAnswersSchema,
  BatchQuestion: batchQuestionSchema,
  ChatCompletion: chatCompletionSchema,
  ChatCompletionChunk: chatCompletionChunkSchema,
  ChatCompletionRequest: chatCompletionRequestSchema,
  Citation: citationSchema,
  Document: documentSchema,
  DocumentList: documentListSchema,
  FeedbackList: feedbackListSchema,
  FeedbackReceipt: feedbackReceiptSchema,
  FeedbackRecord: feedbackRecordSchema,
  FeedbackRequest: feedbackRequestSchema,
  FileUpload: fileUploadSchema,
  Filter: filterSchema,
  FoundPassage: foundPassageSchema,
  FoundPassages: z.object({ passages: z.array(foundPassageSchema) }),
  Health: healthSchema,
  McpRequest: mcpRequestSchema,
  McpResponse: mcpResponseSchema,
  Model: modelSchema,
  ModelList: modelListSchema,
  OpenAiError: openAiErrorSchema,
  Problem: problemSchema,
  Readiness: readinessSchema,
  SearchRequest: searchRequestSchema,
  StoredDocument: storedSchema,
  TextUpload: textUploadSchema,
  WidgetToken: widgetTokenSchema,
} as const;

export type SchemaName = keyof typeof NAMED_SCHEMAS;

/** What a body holds, by name, for the description of a route. */
export const schemaRef = (name: SchemaName) => ({ schema: { $ref: refTo(name) } });

/** Server-sent events, each with what `data` holds as JSON, for the description of a route. */
export const eventsOf = (name: SchemaName) => ({
  schema: {
    type: "object" as const,
    properties: {
      event: { type: "string" as const },
      data: { type: "string" as const, contentMediaType: "application/json", contentSchema: { $ref: refTo(name) } },
    },
    required: ["data"],
  },
});

const refTo = (name: string) => `#/components/schemas/${name}`;

/**
 * `components.schemas` of the OpenAPI document. Objects are open unless they are strict: a client must not break when
 * an answer has one field more.
 */
export function componentSchemas(): Record<string, object> {
  const names = z.registry<{ readonly id: string }>();
  for (const [id, schema] of Object.entries(NAMED_SCHEMAS)) names.add(schema, { id });
  const { schemas } = z.toJSONSchema(names, { uri: refTo, io: "input", unrepresentable: "any" });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _address, ...schema }]) => [
      name,
      { ...schema, ...(EXAMPLES[name] === undefined ? {} : { examples: [EXAMPLES[name]] }) },
    ]),
  );
}

/** The fields of a query as OpenAPI parameters. */
export function queryParameters(query: z.ZodObject) {
  const { properties = {} } = z.toJSONSchema(query, { io: "input" });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query" as const,
    required: false,
    schema: typeof schema === "boolean" ? {} : JSON.parse(JSON.stringify(schema)),
  }));
}

/** The id of a document in an address. */
export const ID_PARAMETER = {
  name: "id",
  in: "path" as const,
  required: true,
  description: "Id of a document",
  schema: { type: "string" as const },
};
