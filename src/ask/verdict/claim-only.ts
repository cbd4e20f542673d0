import type { Span } from "../../contracts/passage.js";
import { findNames } from "../../language/names.js";
import type { Placed, ReadClause } from "./claim-units.js";

const ONLY =
  /(?<!\p{L})(?:nur|bloß|bloss|lediglich|ausschließlich|gerade (?:ein)?mal|only|merely|solely|exclusively|erst(?= (?:seit|vor|\p{N}))|just(?= (?:\p{N}|one|two|three|four|five|six|seven|eight|nine|ten|a single|a year|since|for|in|on|the|\p{Lu})))(?!\p{L})/iu;

/** Where a question asks whether something is all: "only", "erst". */
export function findOnly(question: string): Span | null {
  const found = ONLY.exec(question);
  return found === null ? null : { start: found.index, end: found.index + found[0].length };
}

const AND_ANOTHER =
  /^(?:\s(?:AG|SE|GmbH))?\s?(?:,|und|and|sowie|as well as|&)\s(?:auch\s|also\s)?(?:(?:der|die|das|dem|den|the)\s)?(?=\p{Lu})/u;
const ANOTHER_AND =
  /\p{Lu}[\p{L}-]*\s(?:und|and|sowie|as well as|&)\s(?:auch\s|also\s)?(?:(?:der|die|das|dem|den|the)\s)?$/u;
const TOGETHER =
  /^\s(?:ist\s|was\s|has\sbeen\s|wurde\s)?(?:gemeinsam|zusammen|together|jointly|along|alongside)(?:\s(?:mit|with))?\s/u;

/** Whether the clause tells the same of somebody else besides: "A and B", "A together with B". */
export function isOneOfSeveral({ places }: Placed, told: readonly Placed[], { text, language }: ReadClause): boolean {
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return false;
  const [before, after] = [text.slice(0, first.start), text.slice(last.end)];
  const isTold = ({ start, end }: Span) =>
    told.some((it) => it.places.some((place) => place.start < end && place.end > start));
  const names = findNames(text, language).filter((name) => !isTold(name));
  const hasName = ({ start, end }: Span) => names.some((it) => it.start < end && it.end > start);
  const next = AND_ANOTHER.exec(after) ?? TOGETHER.exec(after);
  if (next !== null) return hasName({ start: last.end + next[0].length, end: last.end + next[0].length + 12 });
  return ANOTHER_AND.test(before) && hasName({ start: Math.max(0, first.start - 16), end: first.start });
}
