import { isRecord } from "./shapes.js";
import type { TextName } from "./texts.js";

/** Every way in which the widget fails, with what it says. */
export const FAILURES = {
  offline: "failureOffline",
  late: "failureLate",
  unauthorized: "failureUnauthorized",
  origin: "failureOrigin",
  rateLimited: "failureRateLimited",
  notReady: "failureNotReady",
  unavailable: "failureUnavailable",
  invalid: "failureInvalid",
  cut: "failureCut",
  internal: "failureInternal",
  interrupted: "failureInterrupted",
  other: "failureOther",
} as const satisfies Record<string, TextName>;

export type FailureKind = keyof typeof FAILURES;

export interface Failure {
  readonly kind: FailureKind;
  /** What the server calls this request; for enquiries. */
  readonly requestId: string | null;
  /** Seconds until it may be tried again; null: at once. */
  readonly retryAfter: number | null;
}

/** Thrown by everything that talks to the server. */
export class RequestFailed extends Error {
  readonly failure: Failure;

  constructor(kind: FailureKind, details: Partial<Omit<Failure, "kind">> = {}) {
    super(kind);
    this.failure = { kind, requestId: null, retryAfter: null, ...details };
  }
}

const BY_CODE: ReadonlyMap<string, FailureKind> = new Map([
  ["unauthorized", "unauthorized"],
  ["forbidden", "origin"],
  ["rate_limited", "rateLimited"],
  ["index_not_ready", "notReady"],
  ["model_unavailable", "unavailable"],
  ["data_in_use", "unavailable"],
  ["storage_unavailable", "unavailable"],
  ["storage_damaged", "unavailable"],
  ["invalid_request", "invalid"],
  ["unprocessable", "invalid"],
  ["payload_too_large", "invalid"],
  ["internal", "internal"],
]);

/** For answers that are no problem of ours: of a proxy in front of the server, above all. */
const BY_STATUS: Readonly<Record<number, FailureKind>> = { 401: "unauthorized", 403: "origin", 429: "rateLimited" };

/** Seconds to wait where the server names none. */
const WAIT_SECONDS: Partial<Record<FailureKind, number>> = { rateLimited: 10, notReady: 5 };
const LONGEST_WAIT_SECONDS = 3600;

/** What a refusal of the server means. Reads its body. */
export async function failureOf(response: Response): Promise<RequestFailed> {
  const problem: unknown = await response.json().catch(() => null);
  const { code, requestId } = isRecord(problem) ? problem : {};
  const kind =
    (typeof code === "string" ? BY_CODE.get(code) : undefined) ??
    BY_STATUS[response.status] ??
    (response.status >= 500 ? "internal" : "other");
  return new RequestFailed(kind, {
    requestId: typeof requestId === "string" ? requestId : response.headers.get("x-request-id"),
    retryAfter: waitBefore(kind, response.headers.get("retry-after")),
  });
}

/** What a problem inside a stream means, where there are no headers. */
export function failureOfCode(code: string, requestId: string | undefined): RequestFailed {
  const kind = BY_CODE.get(code) ?? "other";
  return new RequestFailed(kind, { requestId: requestId ?? null, retryAfter: waitBefore(kind, null) });
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3). */
function waitBefore(kind: FailureKind, header: string | null): number | null {
  const preset = WAIT_SECONDS[kind];
  if (preset === undefined) return null;
  if (header === null || header.trim() === "") return preset;
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? preset : Math.min(Math.max(seconds, 1), LONGEST_WAIT_SECONDS);
}
