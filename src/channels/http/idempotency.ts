import { createHash } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { KonsilError } from "../../contracts/errors.js";
import type { KeptResponse, KeptResponses } from "../../contracts/kept-responses.js";
import type { Log } from "../../observe/log.js";
import { mediaTypeOf, readBytes } from "./body.js";
import type { HttpEnv } from "./openapi.js";

/** So long the first answer is given again. */
const KEPT_MS = 24 * 60 * 60_000;

/** What the draft allows (a string of structured fields), with or without the quotation marks that few clients send. */
const KEY = /^"?([\x21\x23-\x7e]{1,255}?)"?$/;

/** Of a response, what a client may rely on; the other headers are those of the request that asks again. */
const KEPT_HEADERS = ["content-type", "location"];

export interface IdempotencyParts {
  readonly kept: KeptResponses;
  readonly bodyLimit: number;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * `Idempotency-Key` for a route that changes something, behind the gatekeeper
 * (draft-ietf-httpapi-idempotency-key-header-07). The first answer that was a success is given again to the same caller
 * for the same request with the same key, with `Idempotency-Replayed: true`; two at the same time wait for each other.
 * What was refused or broke off changed nothing, and is done anew. Throws `idempotency_key_reused` for another request
 * under the key, `invalid_request` for what is no key.
 */
export function createIdempotency({
  kept,
  bodyLimit,
  log,
  now = Date.now,
}: IdempotencyParts): MiddlewareHandler<HttpEnv> {
  /** Requests that are being answered, by name. */
  const running = new Map<string, Promise<void>>();

  const remember = async (name: string, fingerprint: string, response: Response): Promise<void> => {
    const headers = KEPT_HEADERS.flatMap((header) => {
      const value = response.headers.get(header);
      return value === null ? [] : [[header, value] as const];
    });
    const body = await response.clone().text();
    const entry = { fingerprint, status: response.status, headers: Object.fromEntries(headers), body };
    try {
      await kept.keep(name, entry, { at: new Date(now()), since: new Date(now() - KEPT_MS) });
    } catch (err) {
      // What was asked for is done: that is the answer, and a repeated request will find it done.
      log.warn({ err }, "the answer to a request with an Idempotency-Key could not be kept");
    }
  };

  return async function idempotent(c, next) {
    const given = c.req.header("idempotency-key");
    if (given === undefined) return next();
    const name = digest([c.get("caller")?.id ?? "", c.req.method, c.req.path, keyIn(given)]);
    const fingerprint = fingerprintOf(c, await readBytes(c, bodyLimit));

    while (running.has(name)) await running.get(name);
    const { promise, resolve } = withResolvers();
    running.set(name, promise);
    try {
      const known = await kept.find(name, new Date(now() - KEPT_MS));
      if (known !== null) {
        c.res = again(known, fingerprint);
        return;
      }
      await next();
      if (c.res.ok) await remember(name, fingerprint, c.res);
    } finally {
      running.delete(name);
      resolve();
    }
  };
}

function keyIn(given: string): string {
  const [, key] = KEY.exec(given.trim()) ?? [];
  if (key !== undefined) return key;
  const message = "must be 1 to 255 printable ASCII characters without spaces and quotation marks";
  throw new KonsilError("invalid_request", `Idempotency-Key ${message}`, {
    fields: [{ path: "Idempotency-Key", message }],
  });
}

/** The same for the same content: a form that is put together anew differs in its boundary alone. */
function fingerprintOf(c: Context, body: Uint8Array): string {
  const contentType = c.req.header("content-type") ?? "";
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  const bytes = Buffer.from(body);
  const content =
    boundary === undefined ? bytes : Buffer.from(bytes.toString("latin1").replaceAll(boundary, ""), "latin1");
  return digest([mediaTypeOf(contentType), c.req.url.split("?")[1] ?? "", content]);
}

function again({ status, headers, body, ...known }: KeptResponse, fingerprint: string): Response {
  if (known.fingerprint !== fingerprint) {
    const message = "This Idempotency-Key came with another request before; use a new one for each thing to do";
    throw new KonsilError("idempotency_key_reused", message);
  }
  return new Response(status === 204 ? null : body, {
    status,
    headers: { ...headers, "idempotency-replayed": "true" },
  });
}

/** Of parts that cannot be told apart otherwise: each goes in with its length. */
function digest(parts: readonly (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${Buffer.byteLength(part)} `).update(part);
  return hash.digest("hex");
}

/** `Promise.withResolvers`, which Node 20 does not have. */
function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
