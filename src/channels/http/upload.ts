import { createHash } from "node:crypto";
import type { Context } from "hono";
import { KonsilError } from "../../contracts/errors.js";
import type { Upload } from "../../ingest/ingest.js";
import { readBytes, readJson, requireMediaType } from "./body.js";
import { parseWith } from "./problem.js";
import { fileUploadSchema, textUploadSchema, type UploadMetadata } from "./schemas.js";

/** A document as it was handed in; `id` is null where the client leaves the choice to Konsil. */
export interface HandedIn {
  readonly id: string | null;
  readonly upload: Upload;
}

/**
 * A document from a JSON body or from a form with a file. Throws `unsupported_media_type`, `payload_too_large`, and
 * `invalid_request` with each bad field.
 */
export async function readUpload(c: Context, limit: number): Promise<HandedIn> {
  const type = requireMediaType(c, ["application/json", "multipart/form-data"]);
  return type === "application/json" ? readText(c, limit) : readFile(c, limit);
}

async function readText(c: Context, limit: number): Promise<HandedIn> {
  const { text, ...metadata } = await readJson(c, textUploadSchema, limit);
  const bytes = Buffer.from(text, "utf8");
  const name = `${metadata.id ?? plainName(metadata.title ?? "") ?? nameOfContent(bytes)}.txt`;
  return handedIn({ name, mediaType: "text/plain", bytes }, metadata);
}

async function readFile(c: Context, limit: number): Promise<HandedIn> {
  const { file, ...metadata } = parseWith(fileUploadSchema, fieldsOf(await readForm(c, limit)), "form");
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Some clients send the path on their disk; only its last part is a name.
  const name = file.name.split(/[/\\]/).at(-1) || nameOfContent(bytes);
  const mediaType = file.type === "" || file.type === "application/octet-stream" ? null : file.type;
  return handedIn({ name, mediaType, bytes }, metadata);
}

function handedIn(file: Omit<Upload, "given">, { id, ...metadata }: UploadMetadata): HandedIn {
  const given = Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined));
  return { id: id ?? null, upload: { ...file, given } };
}

async function readForm(c: Context, limit: number): Promise<FormData> {
  const bytes = await readBytes(c, limit);
  try {
    const contentType = c.req.header("content-type") ?? "";
    return await new Response(bytes, { headers: { "content-type": contentType } }).formData();
  } catch (cause) {
    throw new KonsilError("invalid_request", "The body is not a well-formed form", { cause });
  }
}

/** `partners` as a list, everything else as the one value it has; a field given twice stays a list, and is refused. */
function fieldsOf(form: FormData): Record<string, unknown> {
  const names = [...new Set(form.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name);
      return [name, name === "partners" || values.length > 1 ? values : values[0]];
    }),
  );
}

/** A title as a file name of letters, digits and dashes; null when nothing is left of it. */
function plainName(title: string): string | null {
  const words = title
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words === null ? null : words.join("-").slice(0, 80).replace(/-$/, "");
}

/** The same content gets the same name, so that handing it in again changes nothing. */
function nameOfContent(bytes: Uint8Array): string {
  return `document-${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}`;
}
