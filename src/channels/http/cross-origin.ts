import { cors } from "hono/cors";
import type { HttpApp } from "./openapi.js";

/** What the widget sends, whatever page it stands in, or a script of such a page. */
const SENDS = ["/widget/token", "/v1/ask", "/v1/ask/batch", "/v1/search", "/v1/feedback"];
/** What it reads. */
const READS = ["/v1/documents", "/v1/documents/*"];

/** Whether a page of `origin` may send something to `path`. */
export function maySend(origins: readonly string[]): (origin: string, path: string) => boolean {
  return (origin, path) => SENDS.includes(path) && origins.includes(origin);
}

/** Lets pages of `origins` use what the widget uses, and nothing else (CORS, https://fetch.spec.whatwg.org/#http-cors-protocol). */
export function shareWithOrigins(app: HttpApp, origins: readonly string[]): void {
  const common = {
    allowHeaders: ["authorization", "content-type", "accept", "x-request-id", "idempotency-key"],
    exposeHeaders: [
      ...["x-request-id", "retry-after", "idempotency-replayed"],
      ...["ratelimit-limit", "ratelimit-remaining", "ratelimit-reset"],
    ],
    maxAge: 600,
  };
  const shared = cors({ ...common, origin: [...origins], allowMethods: ["GET", "HEAD", "POST"] });
  const readOnly = cors({ ...common, origin: [...origins], allowMethods: ["GET", "HEAD"] });
  const forTokens = cors({
    ...common,
    // Tokens go to listed origins alone; everybody else may read the refusal, or the widget could not say what is wrong.
    origin: (origin, c) => (c.req.method !== "OPTIONS" || origins.includes(origin) ? origin : null),
    allowMethods: ["POST"],
    credentials: true,
  });
  for (const path of READS) app.use(path, readOnly);
  for (const path of SENDS) app.use(path, path === "/widget/token" ? forTokens : shared);
}
