import type { ErrorCode } from "../../contracts/errors.js";

/** What the exit codes of the command line mean; scripts rely on them. */
export const EXIT = { done: 0, failed: 1, wrongUse: 2, abstained: 3, interrupted: 130 } as const;

const CODES: Partial<Record<ErrorCode, number>> = {
  invalid_request: EXIT.wrongUse,
  invalid_configuration: EXIT.wrongUse,
  cancelled: EXIT.interrupted,
};

/** The exit code that tells a refusal of this kind. */
export function exitCodeOf(code: ErrorCode): number {
  return CODES[code] ?? EXIT.failed;
}
