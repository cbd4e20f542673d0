import { randomBytes } from "node:crypto";
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Hono } from "hono";
import type { Asker } from "../../ask/ask.js";
import { KonsilError } from "../../contracts/errors.js";
import type { KeptResponses } from "../../contracts/kept-responses.js";
import type { Library } from "../../contracts/ports.js";
import type { Ingester } from "../../ingest/ingest.js";
import type { Feedback } from "../../observe/feedback.js";
import type { Log } from "../../observe/log.js";
import { createMetrics, type Metrics } from "../../observe/metrics.js";
import { addMcpRoute } from "../mcp/routes.js";
import { openAiErrorResponse, speaksOpenAi } from "../openai/refusals.js";
import { addOpenAiRoutes } from "../openai/routes.js";
import { addAskRoutes } from "./ask-routes.js";
import { addBatchRoute } from "./batch-route.js";
import { loadBrowserScript, WIDGET } from "./browser-scripts.js";
import { maySend, shareWithOrigins } from "./cross-origin.js";
import { addDocsPage } from "./docs-page.js";
import { addDocumentChangingRoutes } from "./document-changing-routes.js";
import { addDocumentReadingRoutes } from "./document-reading-routes.js";
import { addDocumentView } from "./document-view-route.js";
import { addFeedbackRoutes } from "./feedback-routes.js";
import { addHealthRoutes } from "./health-routes.js";
import { createIdempotency } from "./idempotency.js";
import type { FileKey } from "./key-file.js";
import { createGatekeeper } from "./keys.js";
import { addMetricsRoute, countRequests } from "./metrics-routes.js";
import type { HttpApp, HttpEnv } from "./openapi.js";
import { addPages } from "./pages/pages.js";
import { problemResponse, type Refusal, refuse } from "./problem.js";
import { createRateLimiting, type RateLimitRules } from "./rate-limiting.js";
import { envelope, neverStored, refuseMalformedAddress, safeHeaders } from "./request.js";
import { refuseForeignPages } from "./same-site.js";
import type { Readiness } from "./schemas.js";
import { addWidgetRoutes } from "./widget-routes.js";
import { createWidgetScripts } from "./widget-scripts.js";
import { createWidgetTokens } from "./widget-tokens.js";

/** What the chat widget in other pages needs. */
export interface WidgetSettings {
  /** Origins of the pages that may ask. */
  readonly origins: readonly string[];
  /** Tokens are given only to requests with this header; null: to every page of the origins. */
  readonly signInHeader: string | null;
  /** Signs the tokens. */
  readonly secret: Uint8Array;
  /** Where versions of its script are kept for good; null: nowhere. */
  readonly folder: string | null;
}

export interface HttpParts {
  readonly asker: Asker;
  readonly ingester: Ingester;
  readonly library: Library;
  readonly feedback: Feedback;
  readonly readiness: () => Promise<Readiness>;
  /** Without them, `/metrics` knows of requests alone. */
  readonly metrics?: Metrics;
  readonly keys: {
    readonly ask: readonly string[];
    readonly admin: readonly string[];
    /** Those of the file, as they are at this moment. */
    readonly more?: () => readonly FileKey[];
  };
  /** Without them, nobody is held back. */
  readonly limits?: RateLimitRules;
  /** The answers to requests with an `Idempotency-Key`. */
  readonly keptResponses: KeptResponses;
  /** No keys are configured and the server listens on loopback, or anonymous asking was allowed explicitly. */
  readonly anonymous: boolean;
  /**
   * Without keys, the server answers requests to localhost alone, and its user may change the corpus. False where an
   * anonymous server listens to the network: then other names are fine, and the corpus needs an admin key.
   */
  readonly loopbackOnly?: boolean;
  /** Without it, the widget works in our own pages alone. */
  readonly widget?: WidgetSettings;
  /** What Slack sends, mounted at `/slack`; it is signed, so that no key is asked for. */
  readonly slack?: Hono;
  /** Bytes. */
  readonly bodyLimit?: number;
  readonly log: Log;
  readonly version: string;
}

const BODY_LIMIT = 10 * 1024 * 1024;

const ownPagesOnly = (): WidgetSettings => ({ origins: [], signInHeader: null, secret: randomBytes(32), folder: null });

/** The HTTP API as in CONTRACTS, the widget with a page that shows it, the document view, and what describes all that. */
export function createHttpApp(parts: HttpParts): HttpApp {
  const { asker, ingester, library, log, version, bodyLimit = BODY_LIMIT } = parts;
  const { anonymous, loopbackOnly = anonymous } = parts;
  const { origins, signInHeader, secret, folder } = parts.widget ?? ownPagesOnly();
  const metrics = parts.metrics ?? createMetrics({ state: parts.readiness, log, version });
  const tokens = createWidgetTokens(secret);
  const originOfToken = (token: string) => {
    const origin = tokens.originOf(token);
    // One that is no longer listed lost its tokens, too.
    return origin !== null && origins.includes(origin) ? origin : null;
  };
  const limits = createRateLimiting(parts.limits ?? { rateLimit: null, trustedProxies: 0 });
  const gatekeeper = createGatekeeper({ ...parts.keys, anonymous, loopbackOnly, originOfToken, limits });
  const idempotent = createIdempotency({ kept: parts.keptResponses, bodyLimit, log });
  const scripts = createWidgetScripts({ version, folder, log, load: () => loadBrowserScript(WIDGET) });
  const app: HttpApp = new OpenAPIHono<HttpEnv>();

  /** What the client sees of anything thrown; what is ours to mend goes to the log. */
  const refusalOf = (thrown: unknown, requestId: string): Refusal => {
    const refusal = refuse(thrown, requestId);
    if (refusal.ours) log.error({ requestId, err: thrown }, "request failed");
    return refusal;
  };

  const respond = (refusal: Refusal, path: string): Response =>
    speaksOpenAi(path) ? openAiErrorResponse(refusal) : problemResponse(refusal);

  app.onError((error, c) => respond(refusalOf(error, c.get("requestId")), c.req.path));
  app.notFound((c) => {
    const methods = methodsOf(app, c.req.path);
    const error =
      methods.length === 0
        ? new KonsilError("not_found", "There is nothing at this address")
        : new KonsilError("method_not_allowed", `This address takes ${methods.join(", ")}`);
    const response = respond(refuse(error, c.get("requestId")), c.req.path);
    if (methods.length > 0) response.headers.set("allow", methods.join(", "));
    return response;
  });

  app.use(countRequests(metrics));
  app.use(safeHeaders);
  app.use(envelope(log, refusalOf));
  app.use(limits.tellLimits);
  app.use(refuseMalformedAddress);
  if (parts.slack !== undefined) app.route("/slack", parts.slack);
  app.use("/v1/*", neverStored);
  shareWithOrigins(app, origins);
  if (anonymous) app.use(refuseForeignPages({ loopbackOnly, maySend: maySend(origins) }));

  addHealthRoutes(app, { readiness: parts.readiness, version });
  addMetricsRoute(app, metrics);
  addAskRoutes(app, { asker, gatekeeper, bodyLimit, refusalOf });
  addBatchRoute(app, { asker, gatekeeper, bodyLimit, refusalOf });
  addFeedbackRoutes(app, { feedback: parts.feedback, gatekeeper, idempotent, bodyLimit });
  addDocumentReadingRoutes(app, { library, gatekeeper });
  addDocumentChangingRoutes(app, { ingester, gatekeeper, idempotent, bodyLimit });
  addOpenAiRoutes(app, { asker, gatekeeper, bodyLimit, refusalOf });
  addMcpRoute(app, { asker, library, gatekeeper, bodyLimit, log, refusalOf, version });
  addWidgetRoutes(app, { gatekeeper, scripts, tokens, origins, signInHeader, version });
  addDocumentView(app, { library, gatekeeper });
  addDocsPage(app, version);
  addPages(app, { gatekeeper, scripts, version });
  return app;
}

/** What an address takes, for `Allow`: every method that has a handler there which is no middleware. */
function methodsOf(app: HttpApp, path: string): string[] {
  const taken = ["GET", "POST", "PUT", "DELETE"].filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
  return taken.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
}
