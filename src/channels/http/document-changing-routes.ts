import type { RouteConfig } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { z } from "zod";
import { type Document, documentIdSchema } from "../../contracts/document.js";
import { KonsilError } from "../../contracts/errors.js";
import type { Ingester } from "../../ingest/ingest.js";
import { ID_PARAMETER, schemaRef } from "./api-schemas.js";
import { documentIdOf, noSuchDocument, shownDocument } from "./document-reading-routes.js";
import type { Gatekeeper } from "./keys.js";
import { addRoute, type HttpApp, type HttpEnv, IDEMPOTENCY_KEY, KEY_REQUIRED, problems } from "./openapi.js";
import { parseWith } from "./problem.js";
import { readUpload } from "./upload.js";

export interface DocumentChangingParts {
  readonly ingester: Ingester;
  readonly gatekeeper: Gatekeeper;
  readonly idempotent: MiddlewareHandler<HttpEnv>;
  readonly bodyLimit: number;
}

const addressSchema = z.object({ id: documentIdSchema });
const common = { tags: ["Corpus"], security: KEY_REQUIRED };
const refusals = problems("invalid_request", "unauthorized", "forbidden", "internal", "storage_unavailable");
const uploadRefusals = {
  ...refusals,
  ...problems("payload_too_large", "unsupported_media_type", "unprocessable", "model_unavailable"),
};
const uploadBody = {
  required: true,
  content: {
    "application/json": schemaRef("TextUpload"),
    "multipart/form-data": schemaRef("FileUpload"),
  },
} as const;

const stored = (description: string): RouteConfig["responses"][string] => ({
  description,
  content: { "application/json": schemaRef("StoredDocument") },
});

/** `POST /v1/documents`, `PUT /v1/documents/{id}` and `DELETE /v1/documents/{id}`. */
export function addDocumentChangingRoutes(
  app: HttpApp,
  { ingester, gatekeeper, idempotent, bodyLimit }: DocumentChangingParts,
): void {
  addRoute(
    app,
    {
      ...common,
      method: "post",
      path: "/v1/documents",
      operationId: "addDocument",
      summary: "Add a document",
      description: "The same content again changes nothing; other content under a taken id is refused.",
      parameters: [IDEMPOTENCY_KEY],
      request: { body: uploadBody },
      responses: {
        200: stored("Unchanged: this content was already there"),
        201: stored("Added"),
        ...uploadRefusals,
        ...problems("duplicate_document"),
      },
    },
    gatekeeper.mayChange,
    idempotent,
    async (c) => {
      const { id, upload } = await readUpload(c, bodyLimit);
      const options = { signal: c.req.raw.signal, ...(id === null ? {} : { id }) };
      const { outcome, document } = await ingester.ingestUpload(upload, options);
      return storedResponse(c, document, outcome === "added");
    },
  );

  addRoute(
    app,
    {
      ...common,
      method: "put",
      path: "/v1/documents/{id}",
      operationId: "replaceDocument",
      summary: "Add or replace a document",
      parameters: [ID_PARAMETER, IDEMPOTENCY_KEY],
      request: { body: uploadBody },
      responses: { 200: stored("Replaced, or unchanged"), 201: stored("Added"), ...uploadRefusals },
    },
    gatekeeper.mayChange,
    idempotent,
    async (c) => {
      const { id } = parseWith(addressSchema, c.req.param(), "address");
      const handedIn = await readUpload(c, bodyLimit);
      if (handedIn.id !== null && handedIn.id !== id) {
        const fields = [{ path: "id", message: "must be the id in the address" }];
        throw new KonsilError("invalid_request", "The body names another id than the address", { fields });
      }
      const options = { id, replace: true, signal: c.req.raw.signal };
      const { outcome, document } = await ingester.ingestUpload(handedIn.upload, options);
      return storedResponse(c, document, outcome === "added");
    },
  );

  addRoute(
    app,
    {
      ...common,
      method: "delete",
      path: "/v1/documents/{id}",
      operationId: "removeDocument",
      summary: "Remove a document",
      description: "It is gone from the very next answer.",
      parameters: [ID_PARAMETER, IDEMPOTENCY_KEY],
      responses: { 204: { description: "Removed" }, ...refusals, ...problems("not_found", "idempotency_key_reused") },
    },
    gatekeeper.mayChange,
    idempotent,
    async (c) => {
      if (!(await ingester.remove(documentIdOf(c)))) throw noSuchDocument();
      return c.body(null, 204);
    },
  );
}

function storedResponse(c: Context, document: Document, added: boolean): Response {
  if (!added) return c.json({ document: shownDocument(document) });
  return c.json({ document: shownDocument(document) }, 201, {
    location: `/v1/documents/${encodeURIComponent(document.id)}`,
  });
}
