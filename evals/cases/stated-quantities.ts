import { findQuantities, type Quantity } from "../../src/language/quantities.js";

/** Between the ends of a range, or between two figures that share a unit. */
const JOINT = /^\.?\s*(?:bis(?: zu)?|to|through|und|and|oder|or|[-‐‑–—/])\s*$/iu;
/** In digits or in words, in front of its unit. */
const NUMERAL = /^(?:\p{N}[\p{N}.,'’\u00a0\u202f ]*\p{N}|\p{N}|\p{L}+(?:-\p{L}+)*)/u;
/** Counts that are no numerals of their own: "anderthalb", "zweieinhalb", "1½", "two and a half", "half a", "one", "a". */
const COUNTS =
  /(?<![\p{L}\p{N}])(?:(?<whole>\p{L}+?|\d+)(?:einhalb| and a half|\s?½)|(?<half>½|(?:eine?[mnrs]? )?halbe[mnrs]?|half an?)|(?<one>eine?[mnrs]?|one|an?)|anderthalb)(?=\s+\p{L})/giu;
/** As far as a unit reaches behind its count: "Millionen Schweizer Franken". */
const UNIT_LENGTH = 40;

/**
 * The dates, figures and amounts of a text as `findQuantities` has them, and what is clear only from what stands around:
 * each that goes without its unit because the next one has it (of "5 bis 7 Prozent" also 5 per cent), and a unit behind a
 * count that is no numeral ("ein Jahr", "anderthalb Jahre", "half a million euros").
 */
export function statedQuantities(text: string): Quantity[] {
  const found = findQuantities(text);
  const shared = found.flatMap((next, at) => {
    const first = found[at - 1];
    return first === undefined ? [] : withUnitOf(next, first, text);
  });
  const counted = [...text.matchAll(COUNTS)].flatMap((match) => behindCount(match, text));
  return [...found, ...shared, ...counted].sort((a, b) => a.start - b.start);
}

function withUnitOf(next: Quantity, first: Quantity, text: string): Quantity[] {
  if (first.kind !== "number" && first.kind !== "year") return [];
  if (!JOINT.test(text.slice(first.end, next.start))) return [];
  const unit = next.surface.replace(NUMERAL, "");
  if (unit === next.surface || (next.kind === "date" && !/\p{L}/u.test(unit))) return [];
  const whole = `${first.surface}${unit}`;
  const [read, ...more] = findQuantities(whole);
  if (read === undefined || more.length > 0 || read.surface !== whole || read.kind !== next.kind) return [];
  return [{ ...first, kind: read.kind, normal: read.normal }];
}

function behindCount(match: RegExpMatchArray, text: string): Quantity[] {
  const [count] = match;
  const start = match.index ?? 0;
  const value = countOf(match.groups ?? {});
  if (value === null) return [];
  const unit = text.slice(start + count.length, start + count.length + UNIT_LENGTH);
  const [read] = findQuantities(`${value}${unit}`);
  // A bare figure would be the article of any noun.
  if (read === undefined || read.start > 0 || read.surface === `${value}`) return [];
  const end = start + count.length + read.surface.length - `${value}`.length;
  return [{ ...read, start, end, surface: text.slice(start, end) }];
}

function countOf({ one, half, whole }: Readonly<Record<string, string | undefined>>): number | null {
  if (one !== undefined) return 1;
  if (half !== undefined) return 0.5;
  if (whole === undefined || /^(?:ein|one)$/i.test(whole)) return 1.5;
  const [read] = findQuantities(whole);
  return read?.kind === "number" && read.surface === whole ? Number(read.normal) + 0.5 : null;
}
