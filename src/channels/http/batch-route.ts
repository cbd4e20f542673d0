import type { Asker } from "../../ask/ask.js";
import type { BatchAnswers } from "../../contracts/answer.js";
import { type ErrorCode, KonsilError, type Problem } from "../../contracts/errors.js";
import { askBatchRequestSchema, batchQuestionSchema } from "../../contracts/question.js";
import { schemaRef } from "./api-schemas.js";
import type { AskRouteParts } from "./ask-routes.js";
import { readJson } from "./body.js";
import { addRoute, type HttpApp, KEY_REQUIRED, problems } from "./openapi.js";
import { parseWith } from "./problem.js";

/** So many questions of a batch are being answered at a time: others who ask meanwhile are not kept waiting for long. */
const AT_ONCE = 4;

const ABOUT_ALL: readonly ErrorCode[] = ["index_not_ready", "cancelled"];

/** `POST /v1/ask/batch`. */
export function addBatchRoute(app: HttpApp, { asker, gatekeeper, bodyLimit, refusalOf }: AskRouteParts): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/ask/batch",
      operationId: "askBatch",
      summary: "Ask up to 100 questions",
      description:
        "Each item of `answers` is an Answer, or `{ problem }` where that question could not be answered, in the order of " +
        "the questions. Each question counts as a request where requests are limited.",
      tags: ["Questions"],
      security: KEY_REQUIRED,
      request: { body: { required: true, content: { "application/json": schemaRef("AskBatchRequest") } } },
      responses: {
        200: { description: "One item a question", content: { "application/json": schemaRef("BatchAnswers") } },
        ...problems(
          ...(["invalid_request", "unauthorized", "forbidden", "payload_too_large", "unsupported_media_type"] as const),
          ...(["unprocessable", "internal", "index_not_ready"] as const),
        ),
      },
    },
    gatekeeper.mayAsk,
    async (c) => {
      const { questions } = await readJson(c, askBatchRequestSchema, bodyLimit);
      gatekeeper.charge(c, questions.length - 1);
      const requestId = c.get("requestId");
      const problemOf = (thrown: unknown) => refusalOf(thrown, requestId).problem;
      return c.json(await answerAll(asker, questions, problemOf, c.req.raw.signal));
    },
  );
}

/** Throws what is about all questions: that the index is not ready, or nobody waits any more. */
async function answerAll(
  asker: Asker,
  questions: readonly unknown[],
  problemOf: (thrown: unknown) => Problem,
  signal: AbortSignal,
): Promise<BatchAnswers> {
  const stopped = new AbortController();
  const either = AbortSignal.any([signal, stopped.signal]);
  const answers: BatchAnswers["answers"] = [];
  const waiting = questions.entries();

  const answerOne = async (question: unknown) => {
    try {
      return await asker.ask(parseWith(batchQuestionSchema, question, "question"), { signal: either });
    } catch (thrown) {
      if (thrown instanceof KonsilError && ABOUT_ALL.includes(thrown.code)) throw thrown;
      either.throwIfAborted();
      return { problem: problemOf(thrown) };
    }
  };
  // The workers share one iterator, so that each question is taken once.
  const work = async () => {
    for (const [index, question] of waiting) {
      either.throwIfAborted();
      answers[index] = await answerOne(question);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return { answers };
  } catch (thrown) {
    if (signal.aborted) throw new KonsilError("cancelled", "The client went away", { cause: thrown });
    throw thrown;
  } finally {
    stopped.abort();
  }
}
