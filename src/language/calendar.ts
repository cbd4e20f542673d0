import type { Span } from "../contracts/passage.js";
import { createCoverage } from "./coverage.js";

/** A calendar date in a text; `normal` is `2026-02-09`, `2026-02` or, without a year, `--09-30`. */
export interface FoundDate extends Span {
  readonly normal: string;
}

const MONTH_NAMES: readonly (readonly string[])[] = [
  ["januar", "january", "jänner", "jan"],
  ["februar", "february", "feber", "feb"],
  ["märz", "maerz", "march", "mär", "mar"],
  ["april", "apr"],
  ["mai", "may"],
  ["juni", "june", "jun"],
  ["juli", "july", "jul"],
  ["august", "aug"],
  ["september", "sept", "sep"],
  ["oktober", "october", "okt", "oct"],
  ["november", "nov"],
  ["dezember", "december", "dez", "dec"],
];
const MONTH_OF: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
/** In lower case these are words of their own: "it may", "the march". */
const MONTH_ONLY_CAPITALISED: ReadonlySet<string> = new Set(["may", "march", "mar"]);
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const MONTH = `(?<month>${[...MONTH_OF.keys()].sort((a, b) => b.length - a.length).join("|")})(?!\\p{L})\\.?`;
const DAY = "(?<day>\\d{1,2})";
const YEAR = "(?<year>[12]\\d{3})";
const S = "\\s{1,3}";
/** "9. Februar", "9.Februar", "9th of February", "9 February" */
const DAY_AND_MONTH = `${DAY}(?:\\.\\s{0,3}|(?:st|nd|rd|th)?${S}(?:of${S})?)${MONTH}`;
/** Between month and year: ", ", or only the dot of "Feb." */
const GAP = `(?:,?${S}|(?<=\\.))`;
const FREE = "(?<![\\p{L}\\p{N}_/]|\\p{N}[.,:-]|\\p{L}-)";
const CLOSED = "(?![\\p{L}\\p{N}_]|[.,:/-]\\p{N})";

/** In order of preference: what an earlier one has taken, a later one leaves alone. */
const PATTERNS: readonly RegExp[] = [
  `${YEAR}-(?<monthNumber>\\d{2})-${DAY}(?:T[\\d:.]+Z?)?`,
  `${DAY}\\.\\s?(?<monthNumber>\\d{1,2})\\.\\s?${YEAR}`,
  "(?<day>\\d{2})\\.(?<monthNumber>\\d{2})\\.(?<shortYear>\\d{2})",
  `${DAY_AND_MONTH}${GAP}${YEAR}`,
  `${MONTH}${S}${DAY}(?:st|nd|rd|th)?,?${S}${YEAR}`,
  `${MONTH}${GAP}(?:of${S})?${YEAR}`,
  DAY_AND_MONTH,
  `${MONTH}${S}${DAY}(?:st|nd|rd|th)?`,
  `${YEAR}-(?<monthNumber>0[1-9]|1[0-2])`,
].map((source) => new RegExp(`${FREE}${source}${CLOSED}`, "giu"));

/** The dates of a text in the notations of both languages, in order, not overlapping. Impossible dates are left out. */
export function findDates(text: string): FoundDate[] {
  if (!/\d/.test(text)) return [];
  const found: FoundDate[] = [];
  const taken = createCoverage(text.length);
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (taken.overlaps(span)) continue;
      const normal = normalDate(match.groups ?? {});
      if (normal === null) continue;
      found.push({ ...span, normal });
      taken.add(span);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function normalDate(groups: Readonly<Record<string, string | undefined>>): string | null {
  const { month: name, day, shortYear } = groups;
  const year = groups.year ?? (shortYear === undefined ? undefined : `20${shortYear}`);
  if (name !== undefined && year === undefined && MONTH_ONLY_CAPITALISED.has(name)) return null;
  const month = name === undefined ? Number(groups.monthNumber) : (MONTH_OF.get(name.toLowerCase()) ?? 0);
  const lastDay = month === 2 && year !== undefined && !isLeapYear(Number(year)) ? 28 : DAYS[month - 1];
  if (lastDay === undefined || (day !== undefined && (Number(day) < 1 || Number(day) > lastDay))) return null;
  const monthAndDay = [String(month), ...(day === undefined ? [] : [day])]
    .map((part) => part.padStart(2, "0"))
    .join("-");
  return year === undefined ? `--${monthAndDay}` : `${year}-${monthAndDay}`;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
