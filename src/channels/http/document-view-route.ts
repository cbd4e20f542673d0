import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { documentIdSchema } from "../../contracts/document.js";
import { KonsilError } from "../../contracts/errors.js";
import type { Library } from "../../contracts/ports.js";
import { noSuchDocument } from "./document-reading-routes.js";
import type { Gatekeeper } from "./keys.js";
import type { HttpApp } from "./openapi.js";
import { renderDocument, renderDocumentProblem, renderLockedDocument } from "./pages/document-page.js";
import type { Markup } from "./pages/frame.js";
import { pageLanguage } from "./pages/languages.js";
import { pagePolicy } from "./pages/policy.js";
import { neverStored } from "./request.js";

export interface DocumentViewParts {
  readonly library: Library;
  readonly gatekeeper: Gatekeeper;
}

/**
 * `GET /documents/{id}`: a document to read, with `#quote=START-END` highlighted. Whoever may not read it (yet) gets the
 * same page for every id, and with it nothing of the corpus.
 */
export function addDocumentView(app: HttpApp, { library, gatekeeper }: DocumentViewParts): void {
  app.use("/documents/*", neverStored);
  app.get("/documents/:id", async (c) => {
    const language = pageLanguage(c);
    const id = documentIdSchema.safeParse(c.req.param("id"));
    try {
      const isAdmitted = gatekeeper.admitToAsk(c);
      if (id.success && !isAdmitted) return show(c, renderLockedDocument(id.data, language));
      const document = id.success ? await library.document(id.data) : null;
      if (document === null) throw noSuchDocument();
      return show(c, renderDocument(document, language));
    } catch (error) {
      if (!(error instanceof KonsilError) || !wantsPage(c)) throw error;
      if (error.code === "not_found") return show(c, renderDocumentProblem("missing", language), 404);
      if (error.code === "index_not_ready") {
        c.header("retry-after", "5");
        return show(c, renderDocumentProblem("not-ready", language), 503);
      }
      if (error.code === "rate_limited") {
        c.header("retry-after", String(error.retryAfter ?? 1));
        return show(c, renderDocumentProblem("too-many", language), 429);
      }
      throw error;
    }
  });
}

function show(c: Context, page: Markup, status: 200 | 404 | 429 | 503 = 200) {
  return c.html(page, status, {
    "content-security-policy": pagePolicy(),
    vary: "accept, accept-language, authorization",
  });
}

/** Browsers name HTML among what they accept; clients of the API get a problem. */
function wantsPage(c: Context): boolean {
  const types = ["text/html", "application/problem+json", "application/json"];
  return accepts(c, { header: "Accept", supports: types, default: "application/problem+json" }) === "text/html";
}
