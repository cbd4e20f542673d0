import type { Asker } from "../../ask/ask.js";
import { askRequestSchema, searchRequestSchema } from "../../contracts/question.js";
import { eventsOf, schemaRef } from "./api-schemas.js";
import { readJson } from "./body.js";
import { openEventStream } from "./events.js";
import type { Gatekeeper } from "./keys.js";
import { addRoute, type HttpApp, KEY_REQUIRED, problems } from "./openapi.js";
import type { Refusal } from "./problem.js";

export interface AskRouteParts {
  readonly asker: Asker;
  readonly gatekeeper: Gatekeeper;
  readonly bodyLimit: number;
  /** What a client sees of something thrown. */
  readonly refusalOf: (thrown: unknown, requestId: string) => Refusal;
}

/** `POST /v1/ask` and `POST /v1/search`. */
export function addAskRoutes(app: HttpApp, { asker, gatekeeper, bodyLimit, refusalOf }: AskRouteParts): void {
  const refusals = problems(
    "invalid_request",
    "unauthorized",
    "forbidden",
    "payload_too_large",
    "unsupported_media_type",
    "unprocessable",
    "internal",
    "index_not_ready",
  );

  addRoute(
    app,
    {
      method: "post",
      path: "/v1/ask",
      operationId: "ask",
      summary: "Ask a question",
      description:
        "Answers with an Answer, or, with `stream: true` or `Accept: text/event-stream`, with server-sent events: " +
        "the field `event` is the type of an AskEvent, `data` the whole AskEvent as JSON.",
      tags: ["Questions"],
      security: KEY_REQUIRED,
      request: { body: { required: true, content: { "application/json": schemaRef("AskRequest") } } },
      responses: {
        200: {
          description: "The answer",
          content: { "application/json": schemaRef("Answer"), "text/event-stream": eventsOf("AskEvent") },
        },
        ...refusals,
      },
    },
    gatekeeper.mayAsk,
    async (c) => {
      const request = await readJson(c, askRequestSchema, bodyLimit);
      const { signal } = c.req.raw;
      if (request.stream !== true && !acceptsEvents(c.req.header("accept"))) {
        return c.json(await asker.ask(request, { signal }));
      }
      const requestId = c.get("requestId");
      return openEventStream({
        run: (emit, signal) => asker.ask(request, { emit, signal }),
        signal,
        problemOf: (thrown) => refusalOf(thrown, requestId).problem,
      });
    },
  );

  addRoute(
    app,
    {
      method: "post",
      path: "/v1/search",
      operationId: "search",
      summary: "Find passages without an answer",
      tags: ["Questions"],
      security: KEY_REQUIRED,
      request: { body: { required: true, content: { "application/json": schemaRef("SearchRequest") } } },
      responses: {
        200: {
          description: "Passages, best first",
          content: { "application/json": schemaRef("FoundPassages") },
        },
        ...refusals,
      },
    },
    gatekeeper.mayAsk,
    async (c) => {
      const request = await readJson(c, searchRequestSchema, bodyLimit);
      const passages = await asker.search(request, { signal: c.req.raw.signal });
      return c.json({ passages });
    },
  );
}

function acceptsEvents(accept: string | undefined): boolean {
  return accept?.toLowerCase().includes("text/event-stream") === true;
}
