import type { RouteConfig } from "@hono/zod-openapi";

type Responses = RouteConfig["responses"];
type Header = { readonly description: string; readonly schema: Record<string, unknown>; readonly required?: boolean };

const wholeNumber = { type: "integer", minimum: 0 };
const text = { type: "string" };

/** Every header that a response of the API may have beside those of HTTP itself, by name. */
const HEADERS = {
  "X-Request-Id": {
    description: "The caller's `X-Request-Id`, or one of ours: the log knows the request by it",
    schema: { type: "string", pattern: "^[\\w.-]{1,128}$" },
    required: true,
  },
  "RateLimit-Limit": {
    description: "Requests that this key or address may make in one go; absent where requests are not limited",
    schema: wholeNumber,
  },
  "RateLimit-Remaining": { description: "Requests that are left now", schema: wholeNumber },
  "RateLimit-Reset": { description: "Seconds until `RateLimit-Limit` requests are there again", schema: wholeNumber },
  "Retry-After": { description: "Seconds after which to try again", schema: wholeNumber, required: true },
  "WWW-Authenticate": { description: "How to send a key", schema: text, required: true },
  Location: {
    description: "Address of the document",
    schema: { type: "string", format: "uri-reference" },
    required: true,
  },
  "Idempotency-Replayed": {
    description: "`true` where this is the first answer to a repeated `Idempotency-Key`, given again",
    schema: { type: "string", enum: ["true"] },
  },
} as const satisfies Record<string, Header>;

type HeaderName = keyof typeof HEADERS;

const RATE_LIMIT: readonly HeaderName[] = ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"];
/** Those of a status, whatever the route. */
const BY_STATUS: Readonly<Record<string, readonly HeaderName[]>> = {
  401: ["WWW-Authenticate"],
  429: ["Retry-After"],
  503: ["Retry-After"],
};

export const IDEMPOTENCY_KEY_NAME = "Idempotency-Key";

/** The route with the headers that each of its responses has. */
export function withHeaders(route: RouteConfig): RouteConfig {
  const isIdempotent = route.parameters?.some((it) => "name" in it && it.name === IDEMPOTENCY_KEY_NAME) === true;
  const responses: Responses = Object.fromEntries(
    Object.entries(route.responses).map(([status, response]) => {
      const isGood = status.startsWith("2");
      const names: readonly HeaderName[] = [
        "X-Request-Id",
        ...("429" in route.responses ? RATE_LIMIT : []),
        ...(BY_STATUS[status] ?? []),
        ...(isIdempotent && isGood ? (["Idempotency-Replayed"] as const) : []),
        ...(status === "201" && route.tags?.includes("Corpus") ? (["Location"] as const) : []),
      ];
      const headers = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
      return [status, { ...response, headers }];
    }),
  );
  return { ...route, responses };
}

/** `components.headers` of the OpenAPI document. */
export function componentHeaders(): Record<HeaderName, Header> {
  return HEADERS;
}
