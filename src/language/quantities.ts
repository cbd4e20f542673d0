import type { Span } from "../contracts/passage.js";
import { findDates } from "./calendar.js";
import { type Coverage, createCoverage } from "./coverage.js";
import { rememberLast } from "./last-texts.js";
import { parseNumberWord, parseNumeral, shiftDecimal } from "./numerals.js";
import { plainText } from "./plain-text.js";
import {
  COUNTED,
  CURRENCY_AFTER,
  CURRENCY_BEFORE,
  DIGITS,
  FRACTION_MARKS,
  GLUED,
  ONE_BEFORE_SCALE,
  PERCENT,
  PHONE,
  SCALES,
  SHORT_SCALES,
  UNITS,
  WEB,
  WORDS,
  YEAR,
} from "./quantity-notation.js";

export type QuantityKind = "date" | "year" | "percent" | "amount" | "number" | "duration";

/** A date, figure or amount of a text, with the one form in which both languages and all notations meet. */
export interface Quantity extends Span {
  readonly kind: QuantityKind;
  /** `2026-02-09`, `2026-02`, `--09-30`; `2026`; `80%`; `23400000000 EUR`; `74000`; `20 year`. */
  readonly normal: string;
  /** `text.slice(start, end)` */
  readonly surface: string;
}

interface Head extends Span {
  readonly value: string;
  readonly inWords: boolean;
}

/**
 * The dates, years, shares, amounts, durations and bare numbers of a text, in order, not overlapping, whatever its
 * language. Left out: digits inside names ("E5", "COVID-19"), telephone numbers, web addresses, times of day.
 */
export function findQuantities(text: string): readonly Quantity[] {
  return remembered(text, "", () => readQuantities(text));
}

const remembered = rememberLast<readonly Quantity[]>();

function readQuantities(text: string): Quantity[] {
  const plain = plainText(text);
  return quantitiesOf(plain.text).map((found) => {
    const { start, end } = plain.originalOf(found);
    return { ...found, start, end, surface: text.slice(start, end) };
  });
}

function quantitiesOf(text: string): Quantity[] {
  const dates = findDates(text);
  const taken = createCoverage(text.length);
  for (const date of dates) taken.add(date);
  for (const span of masked(text, taken)) taken.add(span);
  const found = dates.map(({ start, end, normal }) => quantity(text, { start, end }, "date", normal));
  let at = 0;
  for (const head of heads(text)) {
    if (head.start < at || taken.overlaps(head)) continue;
    const read = readQuantity(text, head, at);
    if (read === null) continue;
    found.push(read);
    at = read.end;
  }
  return found.sort((a, b) => a.start - b.start);
}

function quantity(text: string, { start, end }: Span, kind: QuantityKind, normal: string): Quantity {
  return { start, end, kind, normal, surface: text.slice(start, end) };
}

/** Numerals in digits and in words, in order. */
function heads(text: string): Head[] {
  const found: Head[] = [];
  for (const match of text.matchAll(DIGITS)) {
    const end = match.index + match[0].length;
    const value = parseNumeral(match[0], tail(text, end, FRACTION_MARKS)?.meaning ?? null);
    if (value !== null) found.push({ start: match.index, end, value, inWords: false });
  }
  for (const match of text.matchAll(WORDS)) {
    const whole = parseNumberWord(match[0]);
    const first = whole === null ? (match[0].split("-")[0] ?? "") : match[0];
    const value = whole ?? (first.length < match[0].length ? parseNumberWord(first) : null);
    if (value !== null) found.push({ start: match.index, end: match.index + first.length, value, inWords: true });
  }
  for (const match of text.matchAll(ONE_BEFORE_SCALE)) {
    found.push({ start: match.index, end: match.index + match[0].length, value: "1", inWords: true });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Web addresses, and telephone numbers that are no dates. */
function masked(text: string, dates: Coverage): Span[] {
  if (!/\d/.test(text)) return [];
  const spans: Span[] = [];
  for (const match of text.matchAll(/\S+/g)) {
    if (match[0].length > 3 && WEB.test(match[0].slice(0, 300))) {
      spans.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  for (const match of text.matchAll(PHONE)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!dates.overlaps(span)) spans.push(span);
  }
  return spans;
}

/** `from`: where the quantity before it ends. */
function readQuantity(text: string, head: Head, from: number): Quantity | null {
  const before = currencyBefore(text, head.start, from);
  const scale = tail(text, head.end, SCALES) ?? (before === null ? null : tail(text, head.end, SHORT_SCALES));
  const value = shiftDecimal(head.value, scale?.meaning ?? 0);
  const end = scale?.end ?? head.end;
  if (before !== null) return quantity(text, { start: before.start, end }, "amount", `${value} ${before.code}`);
  const percent = scale === null ? tail(text, end, [[PERCENT, "%"]]) : null;
  if (percent !== null) return quantity(text, { start: head.start, end: percent.end }, "percent", `${value}%`);
  const currency = tail(text, end, CURRENCY_AFTER);
  if (currency !== null) {
    return quantity(text, { start: head.start, end: currency.end }, "amount", `${value} ${currency.meaning}`);
  }
  const unit = tail(text, end, UNITS);
  if (unit !== null) {
    return quantity(text, { start: head.start, end: unit.end }, "duration", `${value} ${unit.meaning}`);
  }
  if (scale === null && matchesAt(GLUED, text, end)) return null;
  const surface = text.slice(head.start, head.end);
  if (scale === null && !head.inWords && isYear(text, surface, end)) {
    return quantity(text, head, "year", surface);
  }
  if (scale === null && /^0\d/.test(surface)) return null;
  return quantity(text, { start: head.start, end }, "number", value);
}

function isYear(text: string, surface: string, end: number): boolean {
  return YEAR.test(surface) && !(surface.endsWith("00") && matchesAt(COUNTED, text, end));
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function tail<T>(
  text: string,
  at: number,
  table: readonly (readonly [pattern: RegExp, meaning: T])[],
): { readonly end: number; readonly meaning: T } | null {
  for (const [pattern, meaning] of table) {
    if (matchesAt(pattern, text, at)) return { end: pattern.lastIndex, meaning };
  }
  return null;
}

function currencyBefore(
  text: string,
  at: number,
  from: number,
): { readonly start: number; readonly code: string } | null {
  const window = text.slice(Math.max(from, at - 16), at);
  for (const [pattern, code] of CURRENCY_BEFORE) {
    const match = pattern.exec(window);
    if (match !== null) return { start: at - match[0].length, code };
  }
  return null;
}

type Compared = Pick<Quantity, "kind" | "normal">;

/** A duration in its smallest exact unit, so that two decades are twenty years: `[unit, factor]`. */
export const EXACT_UNITS: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  decade: ["month", 120],
  year: ["month", 12],
  month: ["month", 1],
  week: ["minute", 10_080],
  day: ["minute", 1440],
  hour: ["minute", 60],
  minute: ["minute", 1],
};

/** True when both say the same: the same date, figure or amount, two decades and twenty years. */
export function sameQuantity(a: Compared, b: Compared): boolean {
  if (a.normal === b.normal) return true;
  return a.kind === "duration" && b.kind === "duration" && inExactUnit(a.normal) === inExactUnit(b.normal);
}

/**
 * True when what is stated answers to what was asked: the same quantity, or one that says more. A date is covered by the
 * year, the month or the day of the year that contains it; a figure with a unit by the bare figure.
 */
export function covers(asked: Compared, stated: Compared): boolean {
  if (sameQuantity(asked, stated)) return true;
  if (asked.kind === "year" && stated.kind === "date") return stated.normal.startsWith(`${asked.normal}-`);
  if (asked.kind === "date" && stated.kind === "date") {
    if (asked.normal.startsWith("--")) return stated.normal.endsWith(asked.normal.slice(1));
    return stated.normal.startsWith(`${asked.normal}-`);
  }
  return asked.kind === "number" && /^[\d.]+/.exec(stated.normal)?.[0] === asked.normal && stated.kind !== "date";
}

function inExactUnit(normal: string): string {
  const [value = "", unit = ""] = normal.split(" ");
  const exact = EXACT_UNITS[unit];
  return exact === undefined ? normal : `${Number((Number(value) * exact[1]).toFixed(6))} ${exact[0]}`;
}
