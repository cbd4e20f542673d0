import { randomUUID } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { KonsilError } from "../../contracts/errors.js";
import type { Log } from "../../observe/log.js";
import type { HttpEnv } from "./openapi.js";
import { problemResponse, type Refusal } from "./problem.js";

/** A caller's request id is taken over when it is fit for a log line. */
const SANE_ID = /^[\w.-]{1,128}$/;

/** Asked for every few seconds by whatever watches over the server: no news. */
const PROBES = ["/healthz", "/readyz", "/metrics"];

/**
 * Headers of every response. Pages bring a content policy of their own. `Strict-Transport-Security` is left to whoever
 * ends TLS in front of us: it would speak for a domain that is not ours.
 */
export const safeHeaders: MiddlewareHandler = secureHeaders({
  overwrite: false,
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  xFrameOptions: "DENY",
  strictTransportSecurity: false,
  removePoweredBy: false,
});

/**
 * Gives every request its id, sees to it that whatever is thrown ends in a problem, and writes one line to the log:
 * method, path without query, status and duration.
 */
export function envelope(log: Log, refusalOf: (thrown: unknown, requestId: string) => Refusal) {
  const handle: MiddlewareHandler<HttpEnv> = async (c, next) => {
    const started = performance.now();
    const asked = c.req.header("x-request-id");
    const requestId = asked !== undefined && SANE_ID.test(asked) ? asked : randomUUID();
    c.set("requestId", requestId);
    try {
      await next();
    } catch (thrown) {
      // Only what is no Error comes here: Hono gives every Error to `onError`.
      c.res = problemResponse(refusalOf(thrown, requestId));
    }
    c.res.headers.set("x-request-id", requestId);
    const path = c.req.path;
    const fields = {
      requestId,
      method: c.req.method,
      path: path.slice(0, 200),
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    };
    // After the response is on its way: writing a line takes as long as routing a request.
    setImmediate(() => {
      if (PROBES.includes(path)) log.debug(fields, "request");
      else log.info(fields, "request");
    });
  };
  return handle;
}

/** Answers of the API are never kept by a browser or a proxy: a removed document is gone from the next one. */
export const neverStored: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set("cache-control", "no-store");
};

/** Throws `invalid_request` for an address whose percent-encoding is broken. */
export const refuseMalformedAddress: MiddlewareHandler = async (c, next) => {
  const { url } = c.req;
  if (url.includes("%")) {
    try {
      decodeURIComponent(new URL(url).pathname);
    } catch (cause) {
      throw new KonsilError("invalid_request", "The address is not well-formed: a % that encodes nothing", { cause });
    }
  }
  await next();
};

/** The query by name: a list for what may be repeated and for what is, so that a schema can refuse it, else a text. */
export function queryOf(c: Context, repeatable: readonly string[] = []): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      repeatable.includes(name) || values.length > 1 ? values : values[0],
    ]),
  );
}
