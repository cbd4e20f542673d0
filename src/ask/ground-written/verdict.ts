import type { Claim } from "./claim.js";

const VERDICT = /^(?<word>ja|nein|yes|no)[,:;.–—-]\s*(?=\S)/iu;

/** A sentence without the "yes" or "no" that it begins with. */
export function withoutVerdict(text: string): { readonly verdict: "yes" | "no" | null; readonly rest: string } {
  const found = VERDICT.exec(text);
  const word = found?.groups?.word;
  if (found === null || word === undefined) return { verdict: null, rest: text };
  return { verdict: /^(?:ja|yes)$/iu.test(word) ? "yes" : "no", rest: text.slice(found[0].length) };
}

/** Whether a verdict goes with what follows it: "no" with a denial, a plan or another figure, "yes" with none of the first two. */
export function isVerdictOf(verdict: "yes" | "no", claims: readonly Claim[]): boolean {
  const isDenied = claims.some(({ stance }) => stance.negated);
  const isPlanned = claims.some(({ stance }) => stance.planned);
  return verdict === "yes"
    ? !isDenied
    : isDenied || isPlanned || claims.some(({ quantities }) => quantities.length > 0);
}
