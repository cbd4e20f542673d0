import { z } from "zod";
import { documentIdSchema, documentSchema, isoDate, languageSchema } from "../../contracts/document.js";
import { feedbackRecordSchema, feedbackSinceSchema } from "../../contracts/feedback.js";

/** Shapes that only HTTP has. `api-schemas.ts` names them, and those of the contracts, for the OpenAPI document. */

const nextCursor = z
  .string()
  .nullable()
  .meta({ description: "Hand it in as `cursor` for the next page; null on the last" });

export const documentListSchema = z.object({ documents: z.array(documentSchema), nextCursor });

export const feedbackListSchema = z.object({ feedback: z.array(feedbackRecordSchema), nextCursor });

export const storedSchema = z.object({ document: documentSchema });

export const healthSchema = z.object({ status: z.literal("ok"), version: z.string() });

/** What `/readyz` shows. */
export const readinessSchema = z.object({
  ready: z.boolean(),
  model: z.enum(["loading", "ready", "failed"]),
  index: z.enum(["opening", "ingesting", "ready", "failed"]),
  documents: z.int().nonnegative(),
  passages: z.int().nonnegative(),
});
export type Readiness = Readonly<z.infer<typeof readinessSchema>>;

export const widgetTokenSchema = z.object({
  token: z.string().nullable().meta({ description: "For `Authorization: Bearer`; null where asking needs no key" }),
  expiresAt: z.iso.datetime().nullable(),
});

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

export type UploadMetadata = z.infer<z.ZodObject<typeof metadataFields>>;

/** JSON body of an upload. */
export const textUploadSchema = z
  .strictObject({ text: z.string().min(1).meta({ description: "Plain text" }), ...metadataFields })
  .meta({
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
  .meta({ type: "string", format: "binary", description: "Markdown, text, HTML, PDF or DOCX" });

/** Multipart body of an upload; `partners` may be repeated. */
export const fileUploadSchema = z.strictObject({ file: fileField, ...metadataFields });

/** A query holds text. `0x10`, `1e1` and ` 10 ` are numbers to JavaScript alone, not to this API. */
const wholeNumber = (min: number, max: number, otherwise: number) => {
  const error: z.core.$ZodErrorMap = ({ code }) => (code === "invalid_type" ? "must be a whole number" : undefined);
  const number = z.int({ error }).min(min).max(max).default(otherwise);
  return z.preprocess((given) => (isDigits(given) ? Number(given) : given), number);
};

const isDigits = (given: unknown) => typeof given === "string" && /^\d+$/.test(given);

const pageFields = {
  limit: wholeNumber(1, 100, 50),
  cursor: z.string().min(1).max(1000).optional(),
} as const;

/** Query of `GET /v1/feedback`. */
export const feedbackQuerySchema = z.strictObject({
  ...pageFields,
  since: feedbackSinceSchema.optional(),
  all: z.enum(["true", "false"]).optional().meta({ description: "Every verdict, not only the last of each answer" }),
});

/** Query of `GET /v1/documents`; `publisher` and `partner` may be repeated. */
export const documentQuerySchema = z.strictObject({
  ...pageFields,
  publisher: z.array(z.string()).max(100).optional(),
  partner: z.array(z.string()).max(100).optional(),
  publishedAfter: isoDate.optional(),
  publishedBefore: isoDate.optional(),
});
