import { schemaRef } from "./api-schemas.js";
import { addRoute, type HttpApp, problems } from "./openapi.js";
import { type Readiness, readinessSchema } from "./schemas.js";

export interface HealthRouteParts {
  readonly readiness: () => Promise<Readiness>;
  readonly version: string;
}

/** `GET /healthz`: the process answers. `GET /readyz`: model and index do, too. Neither needs a key. */
export function addHealthRoutes(app: HttpApp, { readiness, version }: HealthRouteParts): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/healthz",
      operationId: "health",
      summary: "Is the server alive?",
      tags: ["Operation"],
      responses: {
        200: { description: "It is", content: { "application/json": schemaRef("Health") } },
        ...problems("forbidden"),
      },
    },
    (c) => c.json({ status: "ok", version }, 200, { "cache-control": "no-store" }),
  );

  addRoute(
    app,
    {
      method: "get",
      path: "/readyz",
      operationId: "readiness",
      summary: "Can the server answer questions?",
      tags: ["Operation"],
      responses: {
        200: { description: "It can", content: { "application/json": schemaRef("Readiness") } },
        503: { description: "Not yet, or no more", content: { "application/json": schemaRef("Readiness") } },
        ...problems("forbidden", "internal"),
      },
    },
    async (c) => {
      const state = await readiness();
      const shown = readinessSchema.parse(state);
      const headers = { "cache-control": "no-store", ...(state.ready ? {} : { "retry-after": "5" }) };
      return c.json(shown, state.ready ? 200 : 503, headers);
    },
  );
}
