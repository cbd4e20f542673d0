import type { RouteConfig } from "@hono/zod-openapi";
import type { Asker } from "../../ask/ask.js";
import { ERRORS, type ErrorCode, KonsilError } from "../../contracts/errors.js";
import { eventsOf, schemaRef } from "../http/api-schemas.js";
import { readJson } from "../http/body.js";
import { originOf } from "../http/client-address.js";
import { openEventStream } from "../http/events.js";
import type { Gatekeeper } from "../http/keys.js";
import { addRoute, type HttpApp, KEY_REQUIRED } from "../http/openapi.js";
import type { Refusal } from "../http/problem.js";
import { linkedFrom } from "./annotations.js";
import { createChunkEncoder } from "./chunks.js";
import { completionOf, secondsNow } from "./completion.js";
import { askRequestOf } from "./conversation.js";
import { chatCompletionRequestSchema, MODEL_ID } from "./schemas.js";

export interface OpenAiRouteParts {
  readonly asker: Asker;
  readonly gatekeeper: Gatekeeper;
  readonly bodyLimit: number;
  /** What a client sees of something thrown. */
  readonly refusalOf: (thrown: unknown, requestId: string) => Refusal;
}

const common = { tags: ["OpenAI-compatible"], security: KEY_REQUIRED };
const MODEL_PARAMETER = { name: "model", in: "path" as const, required: true, schema: { type: "string" as const } };

/** `POST /v1/chat/completions`, `GET /v1/models` and `GET /v1/models/{model}`, for programs that know OpenAI's API. */
export function addOpenAiRoutes(app: HttpApp, { asker, gatekeeper, bodyLimit, refusalOf }: OpenAiRouteParts): void {
  const model = { id: MODEL_ID, object: "model", created: secondsNow(), owned_by: "konsil" } as const;

  addRoute(
    app,
    {
      ...common,
      method: "post",
      path: "/v1/chat/completions",
      operationId: "createChatCompletion",
      summary: "Ask in OpenAI's format",
      description:
        "The last message is the question. The answer ends with its sources as footnotes; `annotations` say where its " +
        "markers stand, `citations` hold the exact quotations. With `stream: true`, server-sent events: `data` is a " +
        "ChatCompletionChunk, at the end `[DONE]`.",
      request: { body: { required: true, content: { "application/json": schemaRef("ChatCompletionRequest") } } },
      responses: {
        200: {
          description: "The answer",
          content: {
            "application/json": schemaRef("ChatCompletion"),
            "text/event-stream": eventsOf("ChatCompletionChunk"),
          },
        },
        ...openAiErrors(
          ...(["invalid_request", "not_found", "payload_too_large", "unsupported_media_type"] as const),
          ...(["internal", "index_not_ready"] as const),
        ),
      },
    },
    gatekeeper.mayAsk,
    async (c) => {
      const request = await readJson(c, chatCompletionRequestSchema, bodyLimit);
      if (request.model !== MODEL_ID) throw noSuchModel();
      const question = askRequestOf(request);
      const linkOf = linkedFrom(originOf(c));
      const created = secondsNow();
      const { signal } = c.req.raw;
      if (request.stream !== true) return c.json(completionOf(await asker.ask(question, { signal }), linkOf, created));
      const requestId = c.get("requestId");
      return openEventStream({
        run: (emit, signal) => asker.ask(question, { emit, signal }),
        signal,
        problemOf: (thrown) => refusalOf(thrown, requestId).problem,
        encode: createChunkEncoder({ linkOf, created, includeUsage: request.stream_options?.include_usage === true }),
      });
    },
  );

  addRoute(
    app,
    {
      ...common,
      method: "get",
      path: "/v1/models",
      operationId: "listModels",
      summary: "The models, in OpenAI's format",
      responses: {
        200: { description: "The one there is", content: { "application/json": schemaRef("ModelList") } },
        ...openAiErrors(),
      },
    },
    gatekeeper.mayAsk,
    (c) => c.json({ object: "list", data: [model] }),
  );

  addRoute(
    app,
    {
      ...common,
      method: "get",
      path: "/v1/models/{model}",
      operationId: "retrieveModel",
      summary: "A model, in OpenAI's format",
      parameters: [MODEL_PARAMETER],
      responses: {
        200: { description: "The model", content: { "application/json": schemaRef("Model") } },
        ...openAiErrors("invalid_request", "not_found"),
      },
    },
    gatekeeper.mayAsk,
    (c) => {
      if (c.req.param("model") !== MODEL_ID) throw noSuchModel();
      return c.json(model);
    },
  );
}

function noSuchModel(): KonsilError {
  const message = `There is one model here: ${MODEL_ID}`;
  return new KonsilError("not_found", message, { fields: [{ path: "model", message }] });
}

/** The refusals of a route for its description. Without a key, from a foreign page and too often, any of them refuses. */
function openAiErrors(...codes: readonly ErrorCode[]): RouteConfig["responses"] {
  const all: readonly ErrorCode[] = ["unauthorized", "forbidden", "rate_limited", ...codes];
  return Object.fromEntries(
    all.map((code) => [
      ERRORS[code].status,
      { description: ERRORS[code].title, content: { "application/json": schemaRef("OpenAiError") } },
    ]),
  );
}
