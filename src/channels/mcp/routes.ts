import { randomUUID } from "node:crypto";
import type { McpHttpHandler } from "@modelcontextprotocol/server";
import type { MiddlewareHandler } from "hono";
import type { Asker } from "../../ask/ask.js";
import { KonsilError } from "../../contracts/errors.js";
import type { Library } from "../../contracts/ports.js";
import type { Log } from "../../observe/log.js";
import { eventsOf, schemaRef } from "../http/api-schemas.js";
import type { Gatekeeper } from "../http/keys.js";
import { addRoute, type HttpApp, KEY_REQUIRED, problems } from "../http/openapi.js";
import type { Refusal } from "../http/problem.js";
import { neverStored } from "../http/request.js";
import { comesFrom } from "../http/same-site.js";

export interface McpRouteParts {
  readonly asker: Asker;
  readonly library: Library;
  readonly gatekeeper: Gatekeeper;
  readonly bodyLimit: number;
  readonly log: Log;
  /** What a client sees of something thrown. */
  readonly refusalOf: (thrown: unknown, requestId: string) => Refusal;
  readonly version: string;
}

/**
 * `POST /mcp`: the Model Context Protocol over streamable HTTP. No session is kept: each request stands for itself, so
 * that a restart or a second server loses nobody. `GET` and `DELETE`, which only sessions have a use for, get 405.
 */
export function addMcpRoute(app: HttpApp, parts: McpRouteParts): void {
  let handler: Promise<McpHttpHandler> | null = null;
  const answer = { "application/json": schemaRef("McpResponse") };

  addRoute(
    app,
    {
      method: "post",
      path: "/mcp",
      operationId: "mcp",
      summary: "Model Context Protocol",
      description:
        "For clients of that protocol, which find out all they need themselves: the tools `ask`, `search` and " +
        "`read_document`, and the documents as resources. No session is kept.",
      tags: ["Model Context Protocol"],
      security: KEY_REQUIRED,
      request: { body: { required: true, content: { "application/json": schemaRef("McpRequest") } } },
      responses: {
        200: {
          description: "The result, or an error",
          content: { ...answer, "text/event-stream": eventsOf("McpResponse") },
        },
        202: { description: "A notification was taken" },
        400: { description: "No request of the protocol", content: answer },
        404: { description: "No such method", content: answer },
        406: { description: "`Accept` must name `application/json` and `text/event-stream`", content: answer },
        413: { description: "The body is too large", content: answer },
        415: { description: "This content type is not read here", content: answer },
        ...problems("unauthorized", "forbidden", "rate_limited", "internal"),
      },
    },
    neverStored,
    refuseForeignOrigins,
    parts.gatekeeper.mayAsk,
    async (c) => {
      handler ??= openHandler(parts);
      const { fetch } = await handler;
      return fetch(c.req.raw);
    },
  );
}

/** Loaded with the first request: the SDK is slow to load, and many servers are never asked for it. */
async function openHandler({ asker, library, bodyLimit, log, ...parts }: McpRouteParts): Promise<McpHttpHandler> {
  const [{ createMcpHandler }, { createMcpServer }] = await Promise.all([
    import("@modelcontextprotocol/server"),
    import("./server.js"),
  ]);
  const server = {
    sources: async () => ({ asker, library }),
    refusalOf: (thrown: unknown) => parts.refusalOf(thrown, randomUUID()),
    version: parts.version,
  };
  return createMcpHandler(() => createMcpServer(server), {
    maxRequestBodySize: bodyLimit,
    onerror: (error) => log.debug({ err: error }, "mcp request refused"),
  });
}

/** The protocol wants every server to look at `Origin`: pages of other sites have no business here. Throws `forbidden`. */
const refuseForeignOrigins: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header("origin");
  if (origin !== undefined && !comesFrom(c, origin)) {
    throw new KonsilError("forbidden", "Pages of other sites may not use the Model Context Protocol here");
  }
  await next();
};
