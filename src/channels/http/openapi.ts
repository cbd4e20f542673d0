import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi";
import type { Handler } from "hono";
import { ERRORS, type ErrorCode } from "../../contracts/errors.js";
import { componentSchemas, schemaRef } from "./api-schemas.js";
import type { Caller } from "./caller.js";
import type { Allowance } from "./rate-limiter.js";
import { componentHeaders, IDEMPOTENCY_KEY_NAME, withHeaders } from "./response-headers.js";

/** What every handler finds in its context. */
export interface HttpEnv {
  readonly Variables: {
    readonly requestId: string;
    /** Known behind the gatekeeper. */
    readonly caller?: Caller;
    /** Where requests are counted. */
    readonly allowance?: Allowance;
  };
}
export type HttpApp = OpenAPIHono<HttpEnv>;

/**
 * Describes a route in the OpenAPI document, and serves it. Bodies and queries are read by the handlers, with the very
 * schemas of the description, so that every refusal is a problem of ours. The headers of its responses are described
 * here, and what the gatekeeper answers where there are many requests.
 */
export function addRoute(app: HttpApp, route: RouteConfig, ...handlers: Handler<HttpEnv>[]): void {
  app.openAPIRegistry.registerPath(withHeaders(route.security === undefined ? route : limited(route)));
  app.on(route.method, [route.path.replaceAll(/\{(\w+)\}/g, ":$1")], ...handlers);
}

const EXPLANATIONS: Partial<Record<number, string>> = {
  400: "The request cannot be read",
  422: "The request was read, and its fields or its document are not valid; `errors` names each bad field",
  429: "Too many requests of this key or, without one, of this address; `Retry-After` says when there are some again",
  503: "Not ready yet; `Retry-After` says when to try again",
};

/** OpenAI's clients read refusals in a shape of their own, which every refusal of such a route has. */
function limited(route: RouteConfig): RouteConfig {
  const { 401: refused } = route.responses;
  const tooMany = {
    ...problems("rate_limited")[429],
    ...(refused && "content" in refused ? { content: refused.content } : {}),
  };
  return { ...route, responses: { ...route.responses, 429: { description: "", ...tooMany } } };
}

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

/** For a route that changes something, and is repeated safely with it. */
export const IDEMPOTENCY_KEY = {
  name: IDEMPOTENCY_KEY_NAME,
  in: "header" as const,
  required: false,
  description:
    "Made up by the client, a new one for each thing to do. The same request with it gets the first answer again, for 24 " +
    "hours; another request with it is refused.",
  schema: { type: "string" as const, pattern: "^[!#-~]{1,255}$", examples: ["8e03978e-40d5-43e8-bc93-6894a57f9324"] },
};

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
    components: { schemas: componentSchemas(), headers: componentHeaders(), securitySchemes: { key } },
  });
}
