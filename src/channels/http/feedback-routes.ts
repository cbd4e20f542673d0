import type { MiddlewareHandler } from "hono";
import { feedbackRequestSchema } from "../../contracts/feedback.js";
import type { Feedback } from "../../observe/feedback.js";
import { queryParameters, schemaRef } from "./api-schemas.js";
import { readJson } from "./body.js";
import type { Gatekeeper } from "./keys.js";
import { addRoute, type HttpApp, type HttpEnv, IDEMPOTENCY_KEY, KEY_REQUIRED, problems } from "./openapi.js";
import { parseWith } from "./problem.js";
import { queryOf } from "./request.js";
import { feedbackQuerySchema } from "./schemas.js";

export interface FeedbackRouteParts {
  readonly feedback: Feedback;
  readonly gatekeeper: Gatekeeper;
  readonly idempotent: MiddlewareHandler<HttpEnv>;
  readonly bodyLimit: number;
}

const common = { path: "/v1/feedback", tags: ["Feedback"], security: KEY_REQUIRED };
const refusals = problems(
  "invalid_request",
  "unauthorized",
  "forbidden",
  "unprocessable",
  "internal",
  "index_not_ready",
  "storage_unavailable",
);

/** `POST /v1/feedback` and `GET /v1/feedback`. */
export function addFeedbackRoutes(
  app: HttpApp,
  { feedback, gatekeeper, idempotent, bodyLimit }: FeedbackRouteParts,
): void {
  addRoute(
    app,
    {
      ...common,
      method: "post",
      operationId: "giveFeedback",
      summary: "Say whether an answer was helpful",
      description:
        "Keeps the verdict with question, history and answer, which the server remembers for a while. Where it no longer " +
        "does, `question` has to come along. All verdicts on an answer are kept, and the last one counts.",
      parameters: [IDEMPOTENCY_KEY],
      request: { body: { required: true, content: { "application/json": schemaRef("FeedbackRequest") } } },
      responses: {
        200: {
          description: "The same as the last feedback on this answer: nothing was added",
          content: { "application/json": schemaRef("FeedbackReceipt") },
        },
        201: { description: "Kept", content: { "application/json": schemaRef("FeedbackReceipt") } },
        ...refusals,
        ...problems("not_found", "payload_too_large", "unsupported_media_type"),
      },
    },
    gatekeeper.mayAsk,
    idempotent,
    async (c) => {
      const { record, added } = await feedback.give(await readJson(c, feedbackRequestSchema, bodyLimit));
      const { id, at, answerId, verdict } = record;
      return c.json({ feedback: { id, at, answerId, verdict } }, added ? 201 : 200);
    },
  );

  addRoute(
    app,
    {
      ...common,
      method: "get",
      operationId: "exportFeedback",
      summary: "Read what was said about answers",
      description:
        "Oldest first, the last verdict of each answer; every verdict with `all=true`. What was quoted from documents " +
        "that are removed by now is left out. Needs an admin key.",
      parameters: queryParameters(feedbackQuerySchema),
      responses: {
        200: { description: "One page", content: { "application/json": schemaRef("FeedbackList") } },
        ...refusals,
      },
    },
    gatekeeper.mayReadFeedback,
    async (c) => {
      const { limit, cursor = null, since = null, all } = parseWith(feedbackQuerySchema, queryOf(c), "query");
      return c.json(await feedback.read({ limit, cursor, since, all: all === "true" }));
    },
  );
}
