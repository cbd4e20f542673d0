import type { z } from "zod";
import { ERRORS, type ErrorCode, type FieldError, KonsilError, type Problem } from "../../contracts/errors.js";

/** The most field errors that one answer lists: enough to mend a request, and no way to have us write megabytes. */
const MOST_FIELDS = 50;

/** Seconds after which a client may try again what is not ready yet. */
const RETRY_AFTER: Partial<Record<ErrorCode, number>> = {
  rate_limited: 1,
  index_not_ready: 5,
  model_unavailable: 5,
  data_in_use: 5,
};

/** What a refused request gets, and what the log must say about it. */
export interface Refusal {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  /** True where the operator has to look: the client is not told the reason. */
  readonly ours: boolean;
}

/**
 * The one way from anything thrown to what a client sees. Of failures on our side the client sees code, title and
 * request id alone: their messages speak to the operator, and may name folders.
 */
export function refuse(thrown: unknown, requestId: string): Refusal {
  const error = thrown instanceof KonsilError ? thrown : new KonsilError("internal", "", { cause: thrown });
  const status = statusOf(error);
  const ours = status >= 500 && error.code !== "index_not_ready";
  return {
    problem: {
      type: `urn:konsil:problem:${error.code}`,
      title: ERRORS[error.code].title,
      status,
      code: error.code,
      ...(ours ? {} : { detail: error.message }),
      ...(error.fields.length > 0 && !ours ? { errors: error.fields.slice(0, MOST_FIELDS) } : {}),
      ...(status >= 500 ? { requestId } : {}),
    },
    headers: headersOf(error),
    ours,
  };
}

/** A request that names wrong fields was readable: 422. One that could not be read at all: 400. */
function statusOf(error: KonsilError): number {
  const readable = error.code === "invalid_request" && error.fields.some((field) => field.path !== "");
  return readable ? ERRORS.unprocessable.status : ERRORS[error.code].status;
}

function headersOf({ code, ...error }: KonsilError): Readonly<Record<string, string>> {
  const retryAfter = error.retryAfter ?? RETRY_AFTER[code];
  return {
    "content-type": "application/problem+json",
    ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }),
    ...(code === "unauthorized" ? { "www-authenticate": 'Bearer realm="konsil"' } : {}),
  };
}

/** The refusal as a response, without the headers that every response gets. */
export function problemResponse({ problem, headers }: Refusal): Response {
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/**
 * What `schema` makes of `value`. Throws `invalid_request` with every bad field by its path, unknown fields by name.
 * `what` names the thing in the message: "body", "query".
 */
export function parseWith<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.flatMap(fieldErrors);
  const [first] = fields;
  const named = first === undefined || first.path === "" ? "" : ` at ${first.path}`;
  throw new KonsilError("invalid_request", `The ${what} is not valid${named}: ${first?.message ?? "see errors"}`, {
    fields,
  });
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code !== "unrecognized_keys") return [{ path: pathOf(issue.path), message: issue.message }];
  return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: "is not a known field" }));
}

/** `["history", 0, "role"]` as `history[0].role`; a name of the client's own making is cut to a sane length. */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => {
      if (typeof part === "number") return `[${part}]`;
      const name = String(part).slice(0, 100);
      return index === 0 ? name : `.${name}`;
    })
    .join("");
}
