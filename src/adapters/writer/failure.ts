import { WriterError, type WriterFailure } from "../../contracts/writer-error.js";

/** Which variables the operator can turn; null for a model that was handed in by code. */
export type WriterVariables = Readonly<Record<"model" | "url" | "key", string>> | null;

/** The variables of a writer that the configuration names. */
export const CONFIGURED: NonNullable<WriterVariables> = {
  model: "KONSIL_WRITER_MODEL",
  url: "KONSIL_WRITER_URL",
  key: "KONSIL_WRITER_KEY",
};

export interface WriterPlace {
  /** As in `Writer.id`. */
  readonly id: string;
  readonly variables: WriterVariables;
}

/** How a server refuses, as far as it can be read. */
export interface ServerRefusal {
  readonly status: number;
  /** The error in the server's words: they tell failures apart, and are shown nowhere. */
  readonly words: string;
  /** The header `Retry-After`: seconds, or a date. */
  readonly retryAfter?: string | null;
  readonly cause?: unknown;
}

const CONTEXT_WORDS =
  /context[ _-]?(?:length|window|size|overflow)|maximum context|(?:prompt|input|request) (?:is )?too (?:long|large)|(?:input|prompt) tokens? exceed|exceeds? the (?:available )?context|too many (?:input )?tokens|reduce the length/i;
const MODEL_WORDS = /\bmodels?\b/i;
const RATE_WORDS = /rate[ _-]?limit|too many requests|quota/i;
const KEY_WORDS =
  /authentication_error|permission_error|(?:invalid|incorrect|missing|no) api[ _-]?key|unauthori[sz]ed/i;
const BROKEN_WORDS =
  /terminated|premature|socket hang up|other side closed|did not receive done|stream ended|aborted|not valid json|unexpected (?:end|token)/i;

/** Codes of Node and of its `fetch` for a connection that does not come about. */
const UNREACHABLE_CODES =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ETIMEDOUT|EPIPE|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|ERR_SSL_.*|CERT_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*)$/;
const BROKEN_CODES = /^(?:ECONNRESET|UND_ERR_SOCKET|UND_ERR_BODY_TIMEOUT|ERR_STREAM_PREMATURE_CLOSE)$/;

/** How deep causes are looked for: clients wrap errors two or three times. */
const DEPTH = 6;

/** What a refusal means, and what the operator can do about it. */
export function readRefusal(refusal: ServerRefusal, place: WriterPlace): WriterError {
  const failure = failureOf(refusal);
  const retryAfterMs = waitOf(refusal.retryAfter ?? null);
  const message = `The language model ${place.id} answered ${refusal.status}: ${adviceFor(failure, refusal, place.variables)}`;
  return new WriterError(failure, message, { cause: refusal.cause, retryAfterMs });
}

/** What an error of a client means that got no answer, or the beginning of one. */
export function readFailure(error: unknown, place: WriterPlace): WriterError {
  const chain = chainOf(error);
  const known = chain.find((link) => link instanceof WriterError);
  if (known !== undefined) return known;
  const words = chain.map((link) => textOf(link, "message")).join(" ");
  const refused = chain.find((link) => statusOf(link) !== null);
  const status = statusOf(refused);
  if (status !== null) return readRefusal({ status, words, retryAfter: retryAfterOf(refused), cause: error }, place);
  return readWithoutStatus({ error, words, codes: chain.map((link) => textOf(link, "code")), chain }, place);
}

interface Wordless {
  readonly error: unknown;
  readonly words: string;
  readonly codes: readonly string[];
  readonly chain: readonly unknown[];
}

function readWithoutStatus({ error, words, codes, chain }: Wordless, { id, variables }: WriterPlace): WriterError {
  const fail = (failure: WriterFailure, what: string) =>
    new WriterError(failure, `The language model ${id} ${what}`, { cause: error });
  const code = codes.find((it) => UNREACHABLE_CODES.test(it));
  if (code !== undefined) {
    const hint = variables === null ? "is it running?" : `is it running, and ${variables.url} right?`;
    return fail("unreachable", `cannot be reached (${code}); ${hint}`);
  }
  if (CONTEXT_WORDS.test(words))
    return fail("context_exceeded", `cannot take so much text; ${largerContext(variables)}`);
  if (KEY_WORDS.test(words)) return fail("unauthorized", `does not take the key; ${otherKey(variables)}`);
  if (RATE_WORDS.test(words)) return fail("rate_limited", "gets too many requests, or the quota of the key is used up");
  if (chain.some((link) => textOf(link, "name") === "TimeoutError")) return fail("timeout", "did not answer in time");
  const isUnreadable = chain.some((link) => link instanceof SyntaxError);
  if (isUnreadable) return fail("invalid_reply", "sent a reply that cannot be read");
  if (codes.some((it) => BROKEN_CODES.test(it)) || BROKEN_WORDS.test(words))
    return fail("invalid_reply", "broke off its reply; look into the log of that server");
  return fail("failed", "failed; look into the log of that server");
}

function failureOf({ status, words }: ServerRefusal): WriterFailure {
  if (status === 401 || status === 403) return "unauthorized";
  if (status === 413 || (status < 500 && CONTEXT_WORDS.test(words))) return "context_exceeded";
  if (status === 429 || status === 402) return "rate_limited";
  if (status === 404 || status === 405) return "unknown_model";
  if (
    status === 400 &&
    MODEL_WORDS.test(words) &&
    /not (?:found|exist)|does not exist|unknown|invalid model/i.test(words)
  )
    return "unknown_model";
  if (status === 408) return "timeout";
  // Another address or another request would be needed: the same one again would get the same.
  return status < 500 ? "invalid_reply" : "failed";
}

function adviceFor(failure: WriterFailure, { status, words }: ServerRefusal, variables: WriterVariables): string {
  if (failure === "unauthorized") return `the key is missing, or not valid there; ${otherKey(variables)}`;
  if (failure === "context_exceeded") return `that is more text than the model reads; ${largerContext(variables)}`;
  if (failure === "rate_limited") return "too many requests, or the quota of the key is used up";
  if (failure === "unknown_model") {
    if (variables === null) return "there is no such model";
    if (MODEL_WORDS.test(words)) return `there is no such model; correct ${variables.model}`;
    return `there is no such route, or no such model; check ${variables.url} and ${variables.model}`;
  }
  if (status >= 300 && status < 400 && variables !== null)
    return `it redirects; set ${variables.url} to the address that it redirects to`;
  if (status < 500 && variables !== null)
    return `it does not take this request; check that ${variables.url} fits KONSIL_WRITER, and ${variables.model}`;
  return "look into the log of that server";
}

function otherKey(variables: WriterVariables): string {
  return variables === null ? "give it another" : `set ${variables.key}`;
}

function largerContext(variables: WriterVariables): string {
  const how = "start it with a larger context, or take a model that reads more";
  return variables === null ? how : `${how} (${variables.model})`;
}

/** The error, and what it was caused by. */
function chainOf(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  for (let link = error; link !== undefined && link !== null && chain.length < DEPTH; link = fieldOf(link, "cause"))
    chain.push(link);
  return chain;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function textOf(value: unknown, name: string): string {
  const field = fieldOf(value, name);
  return typeof field === "string" ? field : "";
}

/** OpenAI and Anthropic say `status`, Ollama says `status_code`, others have the whole response. */
function statusOf(error: unknown): number | null {
  const found = ["status", "statusCode", "status_code"].map((name) => fieldOf(error, name));
  const status = [...found, fieldOf(fieldOf(error, "response"), "status")].find((it) => typeof it === "number");
  return typeof status === "number" && status >= 300 && status < 600 ? status : null;
}

function retryAfterOf(error: unknown): string | null {
  const headers = fieldOf(error, "headers") ?? fieldOf(fieldOf(error, "response"), "headers");
  if (headers instanceof Headers) return headers.get("retry-after");
  return textOf(headers, "retry-after") || null;
}

/** Milliseconds from now. */
function waitOf(header: string | null): number | null {
  if (header === null || header.trim() === "") return null;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
