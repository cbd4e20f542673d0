import { OpenAPIHono } from "@hono/zod-openapi";
import type { Asker } from "../../ask/ask.js";
import { KonsilError } from "../../contracts/errors.js";
import type { Library } from "../../contracts/ports.js";
import type { Ingester } from "../../ingest/ingest.js";
import type { Log } from "../../observe/log.js";
import { addAskRoutes } from "./ask-routes.js";
import { addDocsPage } from "./docs-page.js";
import { addDocumentChangingRoutes } from "./document-changing-routes.js";
import { addDocumentReadingRoutes } from "./document-reading-routes.js";
import { addHealthRoutes } from "./health-routes.js";
import { createGatekeeper } from "./keys.js";
import type { HttpApp, HttpEnv } from "./openapi.js";
import { addAskPage } from "./page/page.js";
import { problemResponse, type Refusal, refuse } from "./problem.js";
import { envelope, neverStored, refuseMalformedAddress, safeHeaders } from "./request.js";
import { refuseForeignPages } from "./same-site.js";
import type { Readiness } from "./schemas.js";

export interface HttpParts {
  readonly asker: Asker;
  readonly ingester: Ingester;
  readonly library: Library;
  readonly readiness: () => Promise<Readiness>;
  readonly keys: { readonly ask: readonly string[]; readonly admin: readonly string[] };
  /** No keys are configured and the server listens on loopback, or anonymous asking was allowed explicitly. */
  readonly anonymous: boolean;
  /**
   * Without keys, the server answers requests to localhost alone, and its user may change the corpus. False where an
   * anonymous server listens to the network: then other names are fine, and the corpus needs an admin key.
   */
  readonly loopbackOnly?: boolean;
  /** Bytes. */
  readonly bodyLimit?: number;
  readonly log: Log;
  readonly version: string;
}

const BODY_LIMIT = 10 * 1024 * 1024;

/** The HTTP API as in CONTRACTS, the page to ask on, and the page that describes the API. */
export function createHttpApp(parts: HttpParts): HttpApp {
  const { asker, ingester, library, log, version, bodyLimit = BODY_LIMIT } = parts;
  const { anonymous, loopbackOnly = anonymous } = parts;
  const gatekeeper = createGatekeeper({ ...parts.keys, anonymous, loopbackOnly });
  const app: HttpApp = new OpenAPIHono<HttpEnv>();

  /** What the client sees of anything thrown; what is ours to mend goes to the log. */
  const refusalOf = (thrown: unknown, requestId: string): Refusal => {
    const refusal = refuse(thrown, requestId);
    if (refusal.ours) log.error({ requestId, err: thrown }, "request failed");
    return refusal;
  };

  app.onError((error, c) => problemResponse(refusalOf(error, c.get("requestId"))));
  app.notFound((c) => {
    const methods = methodsOf(app, c.req.path);
    const error =
      methods.length === 0
        ? new KonsilError("not_found", "There is nothing at this address")
        : new KonsilError("method_not_allowed", `This address takes ${methods.join(", ")}`);
    const response = problemResponse(refuse(error, c.get("requestId")));
    if (methods.length > 0) response.headers.set("allow", methods.join(", "));
    return response;
  });

  app.use(safeHeaders);
  app.use(envelope(log, refusalOf));
  app.use(refuseMalformedAddress);
  app.use("/v1/*", neverStored);
  if (anonymous) app.use(refuseForeignPages({ loopbackOnly }));

  addHealthRoutes(app, { readiness: parts.readiness, version });
  addAskRoutes(app, { asker, gatekeeper, bodyLimit, refusalOf });
  addDocumentReadingRoutes(app, { library, gatekeeper });
  addDocumentChangingRoutes(app, { ingester, gatekeeper, bodyLimit });
  addDocsPage(app, version);
  addAskPage(app);
  return app;
}

/** What an address takes, for `Allow`: every method that has a handler there which is no middleware. */
function methodsOf(app: HttpApp, path: string): string[] {
  const taken = ["GET", "POST", "PUT", "DELETE"].filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
  return taken.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
}
