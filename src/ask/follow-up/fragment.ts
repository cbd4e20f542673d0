import type { Pronoun } from "./pronouns.js";
import type { Turn } from "./turn.js";

/** A question that follows on another. */
export interface FollowUp {
  /** Without its opening. */
  readonly given: Turn;
  /** "Und", "what about" stood before it. */
  readonly opens: boolean;
  readonly pronouns: readonly Pronoun[];
}

const IDENTIFYING: ReadonlySet<string> = new Set(["person", "definition", "place", "role"]);
const IS =
  /(?<!\p{L})(?:ist|sind|hat|spielt|is|are|has|have|plays?|(?:what|who|where)['’]s|liegt|liegen|heißt|steht|bedeutet|stands?|means?)(?!\p{L})/iu;
const COSTS = /kost/iu;

/**
 * No more than names, figures, a noun or a question word, which belong into the question before: "Und in Berlin?",
 * "Wann?", "And 2024?". What asks about a name or thing itself is none: "Wer ist sie?", "Was ist das?".
 */
export function isFragment({ given, opens, pronouns }: FollowUp): boolean {
  const { names, nouns, contents, isClause } = given;
  if (contents.length === 0) return !asksAboutThing(given, pronouns);
  if (isClause || pronouns.length > 0 || nouns.length === 0) return false;
  return names.length === 0 || (opens && !asksFor(given));
}

function asksAboutThing(
  { text, kind, asking, names, isClause, ...given }: Turn,
  pronouns: readonly Pronoun[],
): boolean {
  if (pronouns.some(({ points }) => points === "person" || points === "place")) return true;
  if (pronouns.length > 0 && COSTS.test(text.slice(asking.start, asking.end))) return true;
  if (names.length > 0 && pronouns.length === 0 && isClause && !asksFor({ kind, asking })) return true;
  return IDENTIFYING.has(kind) && IS.test(text) && pronouns.length + names.length > 0 && given.quantities.length === 0;
}

/** Has words that say what kind of answer is wanted. */
export function asksFor({ kind, asking }: Pick<Turn, "kind" | "asking">): boolean {
  return asking.end > 0 && kind !== "yesno";
}
