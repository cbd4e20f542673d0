import { z } from "zod";
import { documentIdSchema, languageSchema } from "../contracts/document.js";
import { type FieldError, KonsilError } from "../contracts/errors.js";
import type { SourceMeta } from "./document-structure.js";

const words = z.string("must be text; put it in quotes").trim().max(1000, "must be at most 1000 characters");

const metaSchema = z.object({
  id: words.pipe(documentIdSchema).optional(),
  title: words.optional(),
  publisher: words.optional(),
  publishedAt: z.preprocess(toDay, z.iso.date("must be a day that exists, as YYYY-MM-DD")).optional(),
  url: words.pipe(z.url({ protocol: /^https?$/, error: "must be an address with http:// or https://" })).optional(),
  language: z.enum(languageSchema.options, 'must be "de" or "en"').optional(),
  partners: z.preprocess(
    (value) => (typeof value === "string" ? [value] : value),
    z
      .array(words.min(1, "must not be empty"), "must be a list of names")
      .max(100, "must be at most 100 names")
      .optional(),
  ),
  kind: words.optional(),
});

const KNOWN: ReadonlySet<string> = new Set(Object.keys(metaSchema.shape));

/** Either what the fields say, or what is wrong with them, each mistake with its path. */
export type MetaReading = { readonly meta: SourceMeta } | { readonly mistakes: readonly FieldError[] };

/**
 * Reads metadata as it stands in front matter or beside an upload. `null` and empty text mean that nothing is said;
 * fields that Konsil does not know are kept as they are.
 */
export function readMeta(fields: Readonly<Record<string, unknown>>): MetaReading {
  const said = Object.entries(fields).filter(([, value]) => !isNothing(value));
  const known = metaSchema.safeParse(Object.fromEntries(said.filter(([name]) => KNOWN.has(name))));
  if (!known.success) {
    return {
      mistakes: known.error.issues.map((issue) => ({ path: z.core.toDotPath(issue.path), message: issue.message })),
    };
  }
  const stated = Object.fromEntries(Object.entries(known.data).filter(([, value]) => value !== undefined));
  const unknown = Object.fromEntries(Object.entries(fields).filter(([name]) => !KNOWN.has(name)));
  return { meta: { ...stated, unknown } };
}

/** As `readMeta`; throws `code` with all mistakes in `fields`. `where` begins the message, as in "The front matter". */
export function requireMeta(
  fields: Readonly<Record<string, unknown>>,
  where: string,
  code: "unreadable_document" | "invalid_request",
): SourceMeta {
  const reading = readMeta(fields);
  if ("meta" in reading) return reading.meta;
  const list = reading.mistakes.map((mistake) => `${mistake.path} ${mistake.message}`).join("; ");
  throw new KonsilError(code, `${where} has mistakes: ${list}.`, { fields: reading.mistakes });
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

/** The day of a timestamp; a YAML date may come as a Date, which is midnight in UTC. Anything else stays as it is. */
function toDay(value: unknown): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? value : value.toISOString().slice(0, 10);
  if (typeof value !== "string") return value;
  return value.trim().replace(/^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}\S*( \S+)?$/, "$1");
}
