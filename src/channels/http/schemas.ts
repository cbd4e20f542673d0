import { z } from "@hono/zod-openapi";
import { answerSchema, foundPassageSchema } from "../../contracts/answer.js";
import { documentIdSchema, documentSchema, isoDate, languageSchema } from "../../contracts/document.js";
import { problemSchema } from "../../contracts/errors.js";
import { askEventSchema } from "../../contracts/events.js";
import { askRequestSchema, searchRequestSchema } from "../../contracts/question.js";

/** The contracts under the names by which the OpenAPI document refers to them. */
export const askBody = askRequestSchema.clone().openapi("AskRequest");
export const searchBody = searchRequestSchema.clone().openapi("SearchRequest");
export const answerShape = answerSchema.clone().openapi("Answer");
export const eventShape = askEventSchema.clone().openapi("AskEvent");
export const problemShape = problemSchema.clone().openapi("Problem");
export const documentShape = documentSchema.clone().openapi("Document");
export const passageShape = foundPassageSchema.clone().openapi("FoundPassage");

export const foundShape = z.object({ passages: z.array(passageShape) });
export const storedShape = z.object({ document: documentShape });
export const documentListShape = z.object({
  documents: z.array(documentShape),
  nextCursor: z.string().nullable().meta({ description: "Hand it in as `cursor` for the next page; null on the last" }),
});
export const healthShape = z.object({ status: z.literal("ok"), version: z.string() });

/** What `/readyz` shows. */
export const readinessSchema = z
  .object({
    ready: z.boolean(),
    model: z.enum(["loading", "ready", "failed"]),
    index: z.enum(["opening", "ingesting", "ready", "failed"]),
    documents: z.int().nonnegative(),
    passages: z.int().nonnegative(),
  })
  .openapi("Readiness");
export type Readiness = Readonly<z.infer<typeof readinessSchema>>;

const shortText = z.string().trim().min(1).max(1000);

/** Metadata that may come beside a text or a file; it wins over what the document says of itself. */
const metadataFields = {
  id: documentIdSchema.optional(),
  title: shortText.optional(),
  publisher: shortText.optional(),
  publishedAt: isoDate.optional(),
  url: z
    .url({ protocol: /^https?$/, error: "must start with http:// or https://" })
    .max(4000)
    .optional(),
  language: languageSchema.optional(),
  partners: z.array(shortText).max(100).optional(),
  kind: shortText.optional(),
} as const;

/** JSON body of an upload. */
export const textUploadSchema = z
  .strictObject({ text: z.string().min(1).meta({ description: "Plain text" }), ...metadataFields })
  .openapi("TextUpload", {
    example: {
      text: "The hospital and the company will work together for ten years.",
      title: "Ten years together",
      publisher: "Example Hospital",
      publishedAt: "2026-02-09",
      language: "en",
    },
  });

const fileField = z
  .custom<File>((value) => value instanceof File, "must be a file")
  .openapi({
    type: "string",
    format: "binary",
    description: "Markdown, text, HTML, PDF or DOCX",
  });

/** Multipart body of an upload; `partners` may be repeated. */
export const fileUploadSchema = z.strictObject({ file: fileField, ...metadataFields }).openapi("FileUpload");

export type UploadMetadata = z.infer<z.ZodObject<typeof metadataFields>>;

/** Query of `GET /v1/documents`; `publisher` and `partner` may be repeated. */
export const documentQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().min(1).max(1000).optional(),
  publisher: z.array(z.string()).max(100).optional(),
  partner: z.array(z.string()).max(100).optional(),
  publishedAfter: isoDate.optional(),
  publishedBefore: isoDate.optional(),
});

export const documentPath = z.object({
  id: z.string().openapi({ description: "Id of a document", example: "example-hospital" }),
});
