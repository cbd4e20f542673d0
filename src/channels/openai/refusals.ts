import { ERRORS, type Problem } from "../../contracts/errors.js";
import type { Refusal } from "../http/problem.js";
import type { OpenAiError } from "./schemas.js";

/** The addresses that OpenAI's clients ask, which read refusals in OpenAI's shape alone. */
const ADDRESSES = /^\/v1\/(?:chat\/completions|models)(?:\/|$)/;

/** Codes that clients of OpenAI know by another name. */
const CODES: Readonly<Record<string, string>> = {
  unauthorized: "invalid_api_key",
  rate_limited: "rate_limit_exceeded",
};

export function speaksOpenAi(path: string): boolean {
  return ADDRESSES.test(path);
}

/** A refusal as OpenAI's clients read it, with its status; a body that names wrong fields gets 400, as there. */
export function openAiErrorResponse({ problem, headers }: Refusal): Response {
  const status = problem.code === "invalid_request" ? ERRORS.invalid_request.status : problem.status;
  return new Response(JSON.stringify(openAiErrorOf(problem)), {
    status,
    headers: { ...headers, "content-type": "application/json" },
  });
}

export function openAiErrorOf(problem: Problem): OpenAiError {
  // A failure on our side has no detail: its number is what the log knows it by.
  const { title, status, requestId, detail = `${title} (request ${requestId})` } = problem;
  const param = problem.errors?.[0]?.path || null;
  const isModel = problem.code === "not_found" && param === "model";
  return {
    error: {
      message: detail,
      type: typeOf(status),
      param,
      code: isModel ? "model_not_found" : (CODES[problem.code] ?? problem.code),
    },
  };
}

function typeOf(status: number): string {
  if (status === 429) return "requests";
  return status >= 500 ? "server_error" : "invalid_request_error";
}
