import { neighbourOf } from "../reading/neighbours.js";
import type { Finding } from "../steps.js";

/** Begins what only goes on with the sentence before: what for, by what means, which ones. */
const GOES_ON =
  /^(?:dafür|dazu|damit|dadurch|hierfür|hierzu|auf diese weise|such|these|this|to this end|for this|in this way|by these means)(?!\p{L})/iu;

/** A single sentence with the one that goes on from it, where there is one. */
export function continued(findings: readonly Finding[]): readonly Finding[] {
  const [only, ...others] = findings;
  const next = only === undefined || others.length > 0 ? undefined : neighbourOf(only, 1);
  return next !== undefined && GOES_ON.test(next.view.text) ? [...findings, next] : findings;
}
