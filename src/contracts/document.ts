import { z } from "zod";

/** An ISO calendar date, `YYYY-MM-DD`. */
export const isoDate = z.iso.date();

/** The two languages that Konsil reads and answers in. */
export const languageSchema = z.enum(["de", "en"]);
export type Language = z.infer<typeof languageSchema>;

/** Ids are chosen by the corpus; they stand in URLs and citations, so they are kept plain. */
export const documentIdSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, "letters, digits, '.', '_' and '-' only, starting with a letter or digit");

/** What is known about a document, apart from its text. */
export const documentSchema = z.object({
  id: documentIdSchema,
  title: z.string().nullable().meta({ description: "From the front matter, else detected, else null" }),
  publisher: z.string().nullable(),
  publishedAt: isoDate.nullable().meta({ description: "Publication date, null when the document states none" }),
  url: z.url().nullable(),
  language: languageSchema.nullable(),
  partners: z.array(z.string()),
  kind: z.string().nullable().meta({ description: "For example dossier, press-release, news" }),
  length: z.int().nonnegative().meta({ description: "UTF-16 code units of the canonical text" }),
  passages: z.int().nonnegative(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: "Of the source as it was handed in" }),
  ingestedAt: z.iso.datetime(),
  metadata: z
    .record(z.string(), z.unknown())
    .meta({ description: "Front matter fields that Konsil does not know, kept as they were" }),
});
export type Document = z.infer<typeof documentSchema>;

/** A document with its canonical text (NFC, `\n` line ends), to which every offset refers. */
export type DocumentWithText = Document & { readonly text: string };

/**
 * What a document was made from, kept so that everything else can be made again from it. For the operator's eyes only:
 * `source` is a path and is never shown to a client.
 */
export interface Origin {
  /** The file it was read from, absolute; null for an upload. */
  readonly source: string | null;
  /** File name, which decides the parser together with `mediaType`. */
  readonly name: string;
  readonly mediaType: string | null;
  readonly bytes: Uint8Array;
  /** Metadata that came beside the file (an upload's fields); it wins over what the file says. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Names the embedding model and the version of parsing and chunking: another recipe means: make it again. */
  readonly recipe: string;
}

/** Narrows a search or a question; every given field must hold. Dates are inclusive. */
export const filterSchema = z
  .strictObject({
    documentIds: z.array(z.string()).max(1000).optional(),
    publishers: z.array(z.string()).max(1000).optional(),
    partners: z.array(z.string()).max(1000).optional(),
    publishedAfter: isoDate.optional(),
    publishedBefore: isoDate.optional(),
  })
  .meta({ description: "Every given field must hold; within a field one match suffices. Dates are inclusive." });
export type Filter = z.infer<typeof filterSchema>;
