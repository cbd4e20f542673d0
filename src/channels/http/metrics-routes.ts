import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Metrics } from "../../observe/metrics.js";
import { addRoute, type HttpApp, problems } from "./openapi.js";

/** Anybody can make up methods and addresses; a metric keeps every value that it was ever given. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const OTHER_METHOD = "other";
const UNKNOWN_ROUTE = "unknown";

/** `GET /metrics` for Prometheus. It needs no key: the reverse proxy keeps it inside. */
export function addMetricsRoute(app: HttpApp, metrics: Pick<Metrics, "contentType" | "text">): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/metrics",
      operationId: "metrics",
      summary: "Numbers about requests, answers and the process",
      description: "In the text format of Prometheus. They hold no text of questions, answers or documents.",
      tags: ["Operation"],
      responses: {
        200: { description: "All metrics", content: { "text/plain": { schema: { type: "string" } } } },
        ...problems("forbidden", "internal"),
      },
    },
    async (c) =>
      c.body(await metrics.text(), 200, { "content-type": metrics.contentType, "cache-control": "no-store" }),
  );
}

/** Counts and times every request, by the pattern of its address. A stream takes until its end. */
export function countRequests(metrics: Pick<Metrics, "requestEnded">): MiddlewareHandler {
  return async function countRequests(c, next) {
    const started = performance.now();
    await next();
    const method = METHODS.includes(c.req.method) ? c.req.method : OTHER_METHOD;
    const labels = { method, route: routeOf(c), status: c.res.status };
    const end = () => metrics.requestEnded({ ...labels, seconds: (performance.now() - started) / 1000 });
    const env: Partial<HttpBindings> | undefined = c.env;
    const outgoing = env?.outgoing;
    // Without a connection there is nothing to wait for, and no more where the client hung up.
    if (outgoing === undefined || outgoing.destroyed) end();
    else outgoing.once("close", end);
  };
}

/** As in the API's description: `/v1/documents/{id}`. All addresses where nothing is are one. */
function routeOf(c: Context): string {
  const pattern = matchedRoutes(c).findLast(({ path }) => !path.endsWith("*"))?.path;
  return pattern?.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, "{$1}") ?? UNKNOWN_ROUTE;
}
