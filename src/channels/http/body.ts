import type { Context } from "hono";
import type { z } from "zod";
import { KonsilError } from "../../contracts/errors.js";
import { parseWith } from "./problem.js";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Content type without parameters, in lower case; empty when there is none. */
export function mediaTypeOf(contentType: string | undefined): string {
  return (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/**
 * The JSON body as `schema` reads it. Throws `unsupported_media_type`, `payload_too_large`, and `invalid_request` for
 * what is no JSON or does not fit.
 */
export async function readJson<S extends z.ZodType>(c: Context, schema: S, limit: number): Promise<z.output<S>> {
  requireMediaType(c, ["application/json"]);
  const bytes = await readBytes(c, limit);
  return parseWith(schema, parseJson(bytes), "body");
}

/** Refuses, before the body is read, what no handler of this route reads. Throws `unsupported_media_type`. */
export function requireMediaType(c: Context, accepted: readonly string[]): string {
  const type = mediaTypeOf(c.req.header("content-type"));
  if (!accepted.includes(type)) {
    throw new KonsilError("unsupported_media_type", `Send the body as Content-Type: ${accepted.join(" or ")}`);
  }
  const encoding = c.req.header("content-encoding");
  if (encoding !== undefined && encoding.toLowerCase() !== "identity") {
    throw new KonsilError("unsupported_media_type", "Send the body without Content-Encoding");
  }
  return type;
}

/** Throws `invalid_request` for what is not JSON in UTF-8. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch (cause) {
    throw new KonsilError("invalid_request", "The body is not JSON in UTF-8", { cause });
  }
}

/** Bodies that were read, for whoever reads them again on their way. */
const bodies = new WeakMap<Context, Promise<Uint8Array>>();

/**
 * The whole body, at most `limit` bytes of it. A stated length is believed, as the server holds the client to it; one
 * that is not stated is counted as it comes. Throws `payload_too_large`, `cancelled`.
 */
export function readBytes(c: Context, limit: number): Promise<Uint8Array> {
  const body = bodies.get(c) ?? takeBytes(c, limit);
  bodies.set(c, body);
  return body;
}

async function takeBytes(c: Context, limit: number): Promise<Uint8Array> {
  const stated = c.req.header("content-length");
  if (stated !== undefined && Number(stated) > limit) throw tooLarge(limit);
  try {
    if (stated !== undefined && c.req.header("transfer-encoding") === undefined) {
      return new Uint8Array(await c.req.raw.arrayBuffer());
    }
    return await countBytes(c.req.raw.body, limit);
  } catch (cause) {
    if (cause instanceof KonsilError) throw cause;
    throw new KonsilError("cancelled", "The body broke off", { cause });
  }
}

async function countBytes(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array> {
  if (body === null) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Cancelling the stream would cut the connection before the answer is sent.
  for await (const chunk of body.values({ preventCancel: true })) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function tooLarge(limit: number): KonsilError {
  return new KonsilError("payload_too_large", `The body may hold at most ${limit} bytes`);
}
