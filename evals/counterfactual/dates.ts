import type { Language } from "../../src/contracts/document.js";
import { detectLanguage } from "../../src/language/detect.js";
import { type FindReplacements, type Replacement, replacementsOf } from "./replacement.js";

/** How far every date goes: the years first, then the days. Distances between dates stay, but for leap days. */
export interface Shift {
  readonly years: number;
  readonly days: number;
}

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};
const SHORT_MONTHS: Readonly<Record<Language, readonly string[]>> = {
  de: "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez".split(" "),
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
};
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  de: "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag".split(" "),
  en: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" "),
};

const either = (...lists: readonly (readonly string[])[]): string =>
  [...new Set(lists.flat())].sort((a, b) => b.length - a.length).join("|");

const MONTH = `(?<month>${either(MONTHS.de, MONTHS.en, SHORT_MONTHS.de, SHORT_MONTHS.en, ["Sept"])})(?!\\p{L})(?<dot>\\.?)`;
const WEEKDAY = `(?:(?<weekday>${either(WEEKDAYS.de, WEEKDAYS.en)})(?<gap>,?\\s+(?:(?:den|dem|der|the)\\s+)?))?`;
const YEAR = "(?<year>(?:19|20)\\d{2})(?![\\d]|[.,]\\d)";
const ALONE = "(?<![\\d.,/-])";

/** The more is said, the earlier: what is left for a later pattern is less than a date. */
const PATTERNS = {
  iso: /(?<![\d-])(?<year>\d{4})-(?<monthNumber>\d{2})-(?<day>\d{2})(?![\d-])/gu,
  digits: new RegExp(`${WEEKDAY}(?<!\\d)(?<day>\\d{1,2})\\.(?<space>\\s?)(?<monthNumber>\\d{1,2})\\.\\s?${YEAR}`, "gu"),
  dayFirst: new RegExp(
    `${WEEKDAY}${ALONE}(?<day>\\d{1,2})(?<mark>\\.|st|nd|rd|th)?(?<of>\\s*(?:of\\s+)?)${MONTH}(?:(?<before>,?\\s+)${YEAR})?`,
    "gu",
  ),
  monthFirst: new RegExp(
    `${WEEKDAY}${MONTH}\\s+(?<day>\\d{1,2})(?!\\d)(?<mark>st|nd|rd|th)?(?:(?<before>,?\\s+)${YEAR})?`,
    "gu",
  ),
  monthAndYear: new RegExp(`(?<!\\p{L})${MONTH}(?<before>\\s+)${YEAR}`, "gu"),
  isoMonth: /(?<![\d-])(?<year>(?:19|20)\d{2})-(?<monthNumber>0[1-9]|1[0-2])(?![\d-])/gu,
  years: new RegExp(`${ALONE}(?<year>(?:19|20)\\d{2})/(?<short>\\d{2})(?!\\d)`, "gu"),
  year: new RegExp(`${ALONE}${YEAR}`, "gu"),
} as const;

/** Of a date without a year; no leap day is lost or won in it. */
const ANY_YEAR = 2025;

/** The day that a day goes to. */
export function shiftDay(day: Date, { years, days }: Shift): Date {
  return new Date(Date.UTC(day.getUTCFullYear() + years, day.getUTCMonth(), day.getUTCDate() + days));
}

/**
 * Finds the dates of a text in any German or English notation, weekdays before them, months with a year, and years, and
 * gives each as it reads after the shift, in the same notation. `known` are the days of the documents (ISO): a month with
 * a year goes where the known day in it goes, and a month without one where its middle goes.
 */
export function shiftedDates(shift: Shift, known: readonly string[]): FindReplacements {
  return (text) => {
    const found: Replacement[] = [];
    for (const [name, pattern] of Object.entries(PATTERNS)) {
      const replacements = replacementsOf(text, pattern, ({ groups = {} }) => {
        if (name === "year") return `${Number(groups.year) + shift.years}`;
        if (name === "years")
          return `${Number(groups.year) + shift.years}/${twoDigits(Number(groups.short) + shift.years)}`;
        return rewritten(name, groups, shift, known, text);
      });
      found.push(
        ...replacements.filter((it) => found.every((other) => other.end <= it.start || it.end <= other.start)),
      );
    }
    return found;
  };
}

type Groups = Readonly<Record<string, string | undefined>>;

function rewritten(name: string, groups: Groups, shift: Shift, known: readonly string[], text: string): string | null {
  const month = groups.monthNumber === undefined ? monthOf(groups.month ?? "") : Number(groups.monthNumber);
  const year = groups.year ?? null;
  const day = groups.day ?? knownDay(`${year}-${twoDigits(month)}`, known);
  const old = new Date(Date.UTC(Number(year ?? ANY_YEAR), month - 1, Number(day)));
  if (old.getUTCMonth() !== month - 1) return null;
  const date = shiftDay(old, shift);
  const language = languageOf(name, groups, text);
  const newYear = `${date.getUTCFullYear()}`;
  const newDay = padded(date.getUTCDate(), groups.day);
  const weekday = groups.weekday === undefined ? "" : `${nameIn(WEEKDAYS[language], date.getUTCDay())}${groups.gap}`;
  const tail = year === null ? "" : `${groups.before}${newYear}`;
  switch (name) {
    case "iso":
      return date.toISOString().slice(0, 10);
    case "isoMonth":
      return date.toISOString().slice(0, 7);
    case "digits":
      return `${weekday}${newDay}.${groups.space}${padded(date.getUTCMonth() + 1, groups.monthNumber)}.${groups.space}${newYear}`;
    case "dayFirst":
      return `${weekday}${newDay}${ordinal(date.getUTCDate(), groups.mark)}${groups.of}${monthIn(language, date, groups)}${tail}`;
    case "monthFirst":
      return `${weekday}${monthIn(language, date, groups)} ${newDay}${ordinal(date.getUTCDate(), groups.mark)}${tail}`;
    default:
      return `${monthIn(language, date, groups)}${tail}`;
  }
}

/** 1 to 12. */
function monthOf(name: string): number {
  const lists = [MONTHS.de, MONTHS.en, SHORT_MONTHS.de, SHORT_MONTHS.en];
  const at =
    lists.map((list) => list.indexOf(name === "Sept" ? "Sep" : name)).find((index) => index >= 0) ?? Number.NaN;
  return at + 1;
}

function knownDay(yearAndMonth: string, known: readonly string[]): string {
  return known.find((day) => day.startsWith(yearAndMonth))?.slice(8) ?? "15";
}

/** "April" is a month in both languages: then the notation tells, and without a day the rest of the text. */
function languageOf(name: string, { month = "", mark, weekday = "" }: Groups, text: string): Language {
  for (const language of ["de", "en"] as const) {
    const other = language === "de" ? "en" : "de";
    const isOnlyHere = (own: readonly string[], others: readonly string[], word: string) =>
      own.includes(word) && !others.includes(word);
    if (isOnlyHere(WEEKDAYS[language], WEEKDAYS[other], weekday)) return language;
    const monthsIn = (it: Language) => [...MONTHS[it], ...SHORT_MONTHS[it]];
    if (isOnlyHere(monthsIn(language), monthsIn(other), month)) return language;
  }
  if (name === "digits" || mark === ".") return "de";
  if (name === "dayFirst" || name === "monthFirst") return "en";
  return detectLanguage(text) ?? "en";
}

function monthIn(language: Language, date: Date, { month = "", dot = "" }: Groups): string {
  const isWhole = MONTHS.de.includes(month) || MONTHS.en.includes(month);
  return isWhole && dot === ""
    ? nameIn(MONTHS[language], date.getUTCMonth())
    : `${nameIn(SHORT_MONTHS[language], date.getUTCMonth())}${dot}`;
}

function nameIn(names: readonly string[], at: number): string {
  const name = names[at];
  if (name === undefined) throw new RangeError(`there is no name ${at}`);
  return name;
}

/** "9." stays with its dot; "9th" becomes "21st". */
function ordinal(day: number, mark: string | undefined): string {
  if (mark === undefined || mark === ".") return mark ?? "";
  const isTeen = day >= 11 && day <= 13;
  return isTeen ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th");
}

function padded(value: number, old: string | undefined): string {
  return old?.startsWith("0") || old?.length === undefined ? twoDigits(value) : `${value}`;
}

function twoDigits(value: number): string {
  return `${value % 100}`.padStart(2, "0");
}
