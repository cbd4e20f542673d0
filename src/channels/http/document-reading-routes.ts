import type { Context } from "hono";
import { type Document, documentIdSchema, type Filter } from "../../contracts/document.js";
import { KonsilError } from "../../contracts/errors.js";
import type { Library } from "../../contracts/ports.js";
import { ID_PARAMETER, queryParameters, schemaRef } from "./api-schemas.js";
import type { Gatekeeper } from "./keys.js";
import { addRoute, type HttpApp, KEY_REQUIRED, problems } from "./openapi.js";
import { parseWith } from "./problem.js";
import { queryOf } from "./request.js";
import { documentQuerySchema } from "./schemas.js";

export interface DocumentReadingParts {
  readonly library: Library;
  readonly gatekeeper: Gatekeeper;
}

const common = { method: "get" as const, tags: ["Corpus"], security: KEY_REQUIRED };
const refusals = problems("invalid_request", "unauthorized", "forbidden", "internal");

/** `GET /v1/documents`, `GET /v1/documents/{id}` and `GET /v1/documents/{id}/text`. */
export function addDocumentReadingRoutes(app: HttpApp, { library, gatekeeper }: DocumentReadingParts): void {
  const documentWithText = async (c: Context) => {
    const document = await library.document(documentIdOf(c));
    if (document === null) throw noSuchDocument();
    return document;
  };

  addRoute(
    app,
    {
      ...common,
      path: "/v1/documents",
      operationId: "listDocuments",
      summary: "List documents",
      description: "Ordered by id. `publisher` and `partner` may be repeated; dates are inclusive.",
      parameters: queryParameters(documentQuerySchema),
      responses: {
        200: { description: "One page", content: { "application/json": schemaRef("DocumentList") } },
        ...refusals,
        ...problems("unprocessable"),
      },
    },
    gatekeeper.mayAsk,
    async (c) => {
      const { limit, cursor, ...query } = parseWith(documentQuerySchema, queryOf(c, REPEATABLE), "query");
      const page = await library.documents(filterOf(query), { limit, cursor: cursor ?? null });
      return c.json({ documents: page.documents.map(shownDocument), nextCursor: page.nextCursor });
    },
  );

  addRoute(
    app,
    {
      ...common,
      path: "/v1/documents/{id}",
      operationId: "readDocument",
      summary: "What is known about a document",
      parameters: [ID_PARAMETER],
      responses: {
        200: { description: "The document", content: { "application/json": schemaRef("Document") } },
        ...refusals,
        ...problems("not_found"),
      },
    },
    gatekeeper.mayAsk,
    async (c) => c.json(shownDocument(await documentWithText(c))),
  );

  addRoute(
    app,
    {
      ...common,
      path: "/v1/documents/{id}/text",
      operationId: "readDocumentText",
      summary: "The canonical text of a document",
      description: "The text to which the offsets of citations refer, in UTF-16 code units.",
      parameters: [ID_PARAMETER],
      responses: {
        200: { description: "The text", content: { "text/plain": { schema: { type: "string" } } } },
        ...refusals,
        ...problems("not_found"),
      },
    },
    gatekeeper.mayAsk,
    async (c) => {
      const { text } = await documentWithText(c);
      return c.body(text, 200, { "content-type": "text/plain; charset=utf-8" });
    },
  );
}

/** The id in the address. Throws `not_found` for what can be no id, without asking the library. */
export function documentIdOf(c: Context): string {
  const id = documentIdSchema.safeParse(c.req.param("id"));
  if (!id.success) throw noSuchDocument();
  return id.data;
}

export const noSuchDocument = () => new KonsilError("not_found", "There is no document with this id");

/** The fields of the contract and no other, whatever else the object carries: the text above all. */
export function shownDocument(document: Document): Document {
  const { id, title, publisher, publishedAt, url, language, partners, kind } = document;
  const { length, passages, sha256, ingestedAt, metadata } = document;
  return {
    ...{ id, title, publisher, publishedAt, url, language, partners, kind },
    ...{ length, passages, sha256, ingestedAt, metadata },
  };
}

const REPEATABLE = ["publisher", "partner"];

function filterOf(query: {
  readonly publisher?: string[] | undefined;
  readonly partner?: string[] | undefined;
  readonly publishedAfter?: string | undefined;
  readonly publishedBefore?: string | undefined;
}): Filter {
  return {
    ...(query.publisher === undefined ? {} : { publishers: query.publisher }),
    ...(query.partner === undefined ? {} : { partners: query.partner }),
    ...(query.publishedAfter === undefined ? {} : { publishedAfter: query.publishedAfter }),
    ...(query.publishedBefore === undefined ? {} : { publishedBefore: query.publishedBefore }),
  };
}
