import { ERRORS, KonsilError } from "../../contracts/errors.js";

/** What was thrown, in the one form in which it is told. */
export function asKonsilError(thrown: unknown): KonsilError {
  if (thrown instanceof KonsilError) return thrown;
  return new KonsilError("internal", thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
}

/** As in the HTTP API, for `--json`. */
export function problemOf({ code, message }: KonsilError) {
  const { status, title } = ERRORS[code];
  return { type: `urn:konsil:problem:${code}`, title, status, code, detail: message };
}
