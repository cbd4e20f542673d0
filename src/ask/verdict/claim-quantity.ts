import { covers, EXACT_UNITS, findQuantities, type Quantity } from "../../language/quantities.js";

/** Where a text is, and of which day it is. */
export interface Dated {
  readonly text: string;
  /** `YYYY-MM-DD`; null when it is not known. */
  readonly asOf: string | null;
}

/** `low` and `high` belong to it. */
interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * What a stated quantity says to one that is asked for, each with its qualifier: `true` that it is so ("more than 180" to
 * "more than 100"), `false` that it cannot be ("since more than 20 years" to "since 2024"), null that it may be.
 */
export function compareQuantities(asked: Quantity, question: string, stated: Quantity, clause: Dated): boolean | null {
  const here = isSeveral(asked) ? "least" : boundOf(question, asked.start);
  const there = isSeveral(stated) ? "least" : boundOf(clause.text, stated.start);
  if (isYearSince(asked, question) && stated.kind === "duration") {
    return agree(sinceYears(asked, here, clause.asOf), rangeOf(inSmallest(stated).size, there));
  }
  if (asked.kind === "date" || asked.kind === "year") return compareDates(asked, stated);
  if (asked.kind === "number" && stated.kind === "number" && covers(asked, stated) && here === there) return true;
  const [a, b] = [inSmallest(asked), inSmallest(stated)];
  if (asked.kind !== stated.kind || a.unit !== b.unit) return covers(asked, stated) && here === there ? true : null;
  if (here === "exact" && there === "about" && a.size === b.size) return true;
  // Who asks for 24,000 is not told off with "more than 24,000".
  if (here === "exact" && a.size === b.size) return there === "exact" ? true : null;
  return agree(rangeOf(a.size, here), rangeOf(b.size, there));
}

function agree(asked: Range | null, stated: Range): boolean | null {
  if (asked === null) return null;
  if (stated.low >= asked.low && stated.high <= asked.high) return true;
  return stated.low > asked.high || stated.high < asked.low ? false : null;
}

/** Two days of which both are fully told; a year may be that of something else. */
function compareDates(asked: Quantity, stated: Quantity): boolean | null {
  if (covers(asked, stated)) return true;
  return FULL_DATE.test(asked.normal) && FULL_DATE.test(stated.normal) ? false : null;
}

const FULL_DATE = /^\d{4}-\d\d-\d\d$/;

type Bound = "exact" | "about" | "nearly" | "over" | "least" | "under" | "most";

const BOUNDS: readonly (readonly [RegExp, Bound])[] = [
  [/(?:nicht mehr als|höchstens|maximal|bis zu|no more than|not more than|at most|up to)\s*$/iu, "most"],
  [
    /(?:nicht weniger als|mindestens|wenigstens|no (?:less|fewer) than|not (?:less|fewer) than|at least)\s*$/iu,
    "least",
  ],
  [
    /(?:mehr als|länger als|größer als|über|oberhalb von|more than|longer than|over|above|exceed(?:s|ed|ing)?|in excess of|upwards of)\s*$/iu,
    "over",
  ],
  [/(?:weniger als|kürzer als|unter|unterhalb von|less than|fewer than|under|below)\s*$/iu, "under"],
  [/(?:fast|knapp|nahezu|beinahe|nearly|almost|just under|close to)\s*$/iu, "nearly"],
  [/(?:rund|etwa|ca\.|circa|ungefähr|gut|around|about|approximately|roughly|some)\s*$/iu, "about"],
];
const LOOKED_BACK = 24;

function boundOf(text: string, start: number): Bound {
  const before = text.slice(Math.max(0, start - LOOKED_BACK), start);
  return BOUNDS.find(([pattern]) => pattern.test(before))?.[1] ?? "exact";
}

/** Share by which a figure may miss what it is said to be about, or nearly. */
const ROOM = { about: 0.02, nearly: 0.1 } as const;

/** Half of its last digit, zeros apart: "around 23.4" is no 23. */
function roomAbout(size: number): number {
  const digits = size.toExponential().split("e")[0]?.replace(/\D/g, "").length ?? 1;
  const unit = 10 ** (Math.floor(Math.log10(Math.max(size, 1))) - digits + 1);
  return Math.min(size * ROOM.about, unit / 2);
}

/** Share by which "more than" is more at least. */
const MORE = 1e-9;

function rangeOf(size: number, bound: Bound): Range {
  switch (bound) {
    case "over":
      return { low: size * (1 + MORE), high: Number.POSITIVE_INFINITY };
    case "least":
      return { low: size, high: Number.POSITIVE_INFINITY };
    case "under":
      return { low: Number.NEGATIVE_INFINITY, high: size * (1 - MORE) };
    case "most":
      return { low: Number.NEGATIVE_INFINITY, high: size };
    case "about":
      return { low: size - roomAbout(size), high: size + roomAbout(size) };
    case "nearly":
      return { low: size * (1 - ROOM.nearly), high: size * (1 - MORE) };
    case "exact":
      return { low: size, high: size };
  }
}

function inSmallest({ kind, normal }: Quantity): { readonly size: number; readonly unit: string } {
  const size = Number.parseFloat(normal);
  const unit = normal.replace(/^[\d.]+\s*/, "");
  const known = kind === "duration" ? EXACT_UNITS[unit] : undefined;
  return known === undefined ? { size, unit } : { size: size * known[1], unit: known[0] };
}

function isYearSince({ kind, start }: Quantity, question: string): boolean {
  return kind === "year" && /(?:seit|since)(?: dem jahr| the year)?\s*$/iu.test(question.slice(0, start));
}

/** How many months have passed since a year, as far as that is known. */
function sinceYears({ normal }: Quantity, bound: Bound, asOf: string | null): Range | null {
  if (asOf === null || bound !== "exact") return null;
  const years = Number(asOf.slice(0, 4)) - Number(normal);
  return { low: Math.max(0, years - 1) * 12, high: (years + 1) * 12 };
}

const SEVERAL =
  /(?<!\p{L})(?:mehrere[nr]?|several|many|multiple|viele[nr]?)\s(?<unit>jahrzehnte?n?|jahren?|monaten?|wochen?|decades|years|months|weeks)|(?<!\p{L})(?:mehr|lang)jährig\p{L}*|(?<!\p{L})multi-?year|(?<!\p{L})(?:jahrzehnte|decades)(?:lang\p{L}*|-long)?/giu;
const SINGLE =
  /(?<!\p{L})(?:einzige[nsmr]?|ein(?:e[nmrs]?)?(?:\seinzige[nsmr]?)?|(?:a|one)(?:\ssingle)?|single)\s(?<unit>jahrzehnts?|jahr(?:es)?|monats?|woche|decade|year|month|week)(?!\p{L})/giu;
function isSeveral({ kind, surface }: Quantity): boolean {
  return kind === "duration" && !/\d/.test(surface) && surface.search(SEVERAL) === 0;
}

const UNIT_OF: readonly (readonly [RegExp, string])[] = [
  [/^(?:jahrzehnt|decade)/iu, "decade"],
  [/^(?:jahr|year)/iu, "year"],
  [/^(?:monat|month)/iu, "month"],
  [/^(?:woche|week)/iu, "week"],
];

/** The quantities of a text, and those that it tells without a figure: "a single year", "mehrjährig" (two years at least). */
export function quantitiesIn(text: string): Quantity[] {
  const exact = findQuantities(text);
  const single = vague(text, SINGLE, 1);
  const several = vague(text, SEVERAL, 2);
  const free = [...single, ...several].filter(
    (it) => !exact.some(({ start, end }) => start < it.end && end > it.start),
  );
  return [...exact, ...free].sort((a, b) => a.start - b.start);
}

function vague(text: string, pattern: RegExp, size: 1 | 2): Quantity[] {
  return [...text.matchAll(pattern)].map((match) => {
    const named = match.groups?.unit ?? (/jahrzehnt|decade/iu.test(match[0]) ? "decade" : "year");
    const unit = UNIT_OF.find(([it]) => it.test(named))?.[1] ?? "year";
    const [start, end] = [match.index, match.index + match[0].length];
    return { kind: "duration", normal: `${size} ${unit}`, surface: match[0], start, end };
  });
}
