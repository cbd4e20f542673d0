import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi";
import type { Handler } from "hono";
import { ERRORS, type ErrorCode } from "../../contracts/errors.js";
import { componentSchemas, schemaRef } from "./api-schemas.js";

/** What every handler finds in its context. */
export interface HttpEnv {
  readonly Variables: { readonly requestId: string };
}
export type HttpApp = OpenAPIHono<HttpEnv>;

/**
 * Describes a route in the OpenAPI document, and serves it. Bodies and queries are read by the handlers, with the very
 * schemas of the description, so that every refusal is a problem of ours.
 */
export function addRoute(app: HttpApp, route: RouteConfig, ...handlers: Handler<HttpEnv>[]): void {
  app.openAPIRegistry.registerPath(route);
  app.on(route.method, [route.path.replaceAll(/\{(\w+)\}/g, ":$1")], ...handlers);
}

const EXPLANATIONS: Partial<Record<number, string>> = {
  400: "The request cannot be read",
  422: "The request was read, and its fields or its document are not valid; `errors` names each bad field",
  503: "Not ready yet; `Retry-After` says when to try again",
};

/** The problems that a route may answer with, for its description. */
export function problems(...codes: readonly ErrorCode[]): RouteConfig["responses"] {
  const statuses = codes.map((code) => [ERRORS[code].status, ERRORS[code].title] as const);
  return Object.fromEntries(
    statuses.map(([status, title]) => [
      status,
      {
        description: EXPLANATIONS[status] ?? title,
        content: { "application/problem+json": schemaRef("Problem") },
      },
    ]),
  );
}

export const KEY_REQUIRED: NonNullable<RouteConfig["security"]> = [{ key: [] }];

/** The OpenAPI 3.1 document of every route that `app` has by now, as JSON. */
export function describeApi(app: HttpApp, version: string): string {
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Konsil",
      version,
      description:
        "Answers questions about published collaborations from documents, in German and English. " +
        "Every sentence of an answer is backed by a verbatim quotation.",
      license: { name: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
  });
  const key = { type: "http" as const, scheme: "bearer", description: "Needed where the server has keys" };
  return JSON.stringify({
    ...document,
    components: { schemas: componentSchemas(), securitySchemes: { key } },
  });
}
