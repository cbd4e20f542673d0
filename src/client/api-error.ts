import type { ErrorCode, Problem } from "../contracts/errors.js";

/** What `code` can be; a later server may know more. */
type Code = ErrorCode | (string & {});

/** The server refused, and said why. */
export class KonsilApiError extends Error {
  /** Stable, such as `rate_limited`; "unknown" where something else than Konsil answered. */
  readonly code: Code;
  readonly status: number;
  /** Seconds after which it is worth trying again; null where the server does not say. */
  readonly retryAfter: number | null;
  /** What the server's log knows the request by. */
  readonly requestId: string | null;
  /** The bad fields of the request, by their path. */
  readonly errors: NonNullable<Problem["errors"]>;

  constructor(problem: Problem, headers: Headers) {
    super(problem.detail ?? problem.title);
    this.name = "KonsilApiError";
    this.code = problem.code;
    this.status = problem.status;
    this.errors = problem.errors ?? [];
    this.requestId = problem.requestId ?? headers.get("x-request-id");
    const retryAfter = headers.get("retry-after");
    this.retryAfter = retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : null;
  }
}

/** The error that a refusal becomes; a proxy in between may have written it, in words of its own. */
export async function refusalOf(response: Response): Promise<KonsilApiError> {
  const { status, headers } = response;
  const body: unknown = await response.json().catch(() => null);
  const problem = isProblem(body)
    ? body
    : { type: "about:blank", title: `The server answered with status ${status}`, status, code: "unknown" };
  return new KonsilApiError(problem, headers);
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== "object" || body === null) return false;
  return "code" in body && typeof body.code === "string" && "title" in body && "status" in body;
}
