import type { Language } from "../contracts/document.js";
import type { Quantity } from "../language/quantities.js";

/** How Konsil writes dates and figures, German and English. */

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** `2026-02-09` as "9. Februar 2026" / "9 February 2026", `2026-02` and `2026` likewise. */
export function formatDate(normal: string, language: Language): string {
  const [year = "", month, day] = normal.split("-");
  const name = MONTHS[language][Number(month) - 1];
  if (name === undefined) return year;
  if (day === undefined) return `${name} ${year}`;
  return `${Number(day)}${language === "de" ? "." : ""} ${name} ${year}`;
}

/** How a date stands in a sentence. */
export type Relation = "at" | "since" | "until" | "from";

/** In front of a day, a month and a year. */
const PREPOSITIONS: Readonly<Record<Language, Readonly<Record<Relation, readonly [string, string, string]>>>> = {
  de: {
    at: ["Am ", "Im ", "Im Jahr "],
    since: ["Seit dem ", "Seit ", "Seit "],
    until: ["Bis zum ", "Bis ", "Bis "],
    from: ["Ab dem ", "Ab ", "Ab "],
  },
  en: {
    at: ["On ", "In ", "In "],
    since: ["Since ", "Since ", "Since "],
    until: ["By ", "By ", "By "],
    from: ["From ", "From ", "From "],
  },
};

/** The word that opens a sentence with this date, with a space behind it. */
export function prepositionOf(normal: string, language: Language, relation: Relation): string {
  const [onDay, inMonth, inYear] = PREPOSITIONS[language][relation];
  return [inYear, inMonth, onDay][normal.split("-").length - 1] ?? inYear;
}

const LOCALES = { de: "de-DE", en: "en-GB" } as const;
const SCALES: readonly (readonly [number, Readonly<Record<Language, readonly [one: string, more: string]>>])[] = [
  [1e12, { de: ["Billion", "Billionen"], en: ["trillion", "trillion"] }],
  [1e9, { de: ["Milliarde", "Milliarden"], en: ["billion", "billion"] }],
  [1e6, { de: ["Million", "Millionen"], en: ["million", "million"] }],
];
const CURRENCIES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  EUR: { de: "Euro", en: "euros" },
  USD: { de: "US-Dollar", en: "US dollars" },
  CHF: { de: "Schweizer Franken", en: "Swiss francs" },
  GBP: { de: "Pfund", en: "pounds" },
};
/** One, several, and several in the dative, which German has after "seit". */
const PERIODS: Readonly<Record<string, Readonly<Record<Language, readonly [string, string, string]>>>> = {
  decade: { de: ["Jahrzehnt", "Jahrzehnte", "Jahrzehnten"], en: ["decade", "decades", "decades"] },
  year: { de: ["Jahr", "Jahre", "Jahren"], en: ["year", "years", "years"] },
  month: { de: ["Monat", "Monate", "Monaten"], en: ["month", "months", "months"] },
  week: { de: ["Woche", "Wochen", "Wochen"], en: ["week", "weeks", "weeks"] },
  day: { de: ["Tag", "Tage", "Tagen"], en: ["day", "days", "days"] },
  hour: { de: ["Stunde", "Stunden", "Stunden"], en: ["hour", "hours", "hours"] },
  minute: { de: ["Minute", "Minuten", "Minuten"], en: ["minute", "minutes", "minutes"] },
};

/** A quantity in the notation of a language, from its normal form; what has no known form stays as it was written. */
export function formatQuantity(
  { kind, normal, surface }: Quantity,
  language: Language,
  grammar: "plain" | "dative" = "plain",
): string {
  const [figure = "", unit = ""] = normal.split(" ");
  const value = Number.parseFloat(figure);
  if (!Number.isFinite(value)) return surface;
  if (kind === "percent") return `${plain(value, language)} ${language === "de" ? "Prozent" : "percent"}`;
  if (kind === "number") return scaled(value, language);
  if (kind === "amount") return `${scaled(value, language)} ${CURRENCIES[unit]?.[language] ?? unit}`;
  const period = PERIODS[unit]?.[language];
  if (kind !== "duration" || period === undefined) return surface;
  return `${plain(value, language)} ${period[value === 1 ? 0 : grammar === "dative" ? 2 : 1]}`;
}

function scaled(value: number, language: Language): string {
  const scale = SCALES.find(([size]) => value >= size);
  if (scale === undefined) return plain(value, language);
  const [size, names] = scale;
  return `${plain(value / size, language)} ${names[language][value === size ? 0 : 1]}`;
}

/** With so many digits behind the point that reading it back gives the same number. */
function plain(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 6 }).format(value);
}

/** How a figure is qualified, German and English alike, by what stands right before it. */
const QUALIFIERS: readonly (readonly [RegExp, Readonly<Record<Language, string>>])[] = [
  [/(nicht mehr als|höchstens|maximal|no more than|not more than|at most)\s*$/i, { de: "höchstens ", en: "at most " }],
  [
    /(nicht weniger als|mindestens|wenigstens|no (?:less|fewer) than|not (?:less|fewer) than|at least)\s*$/i,
    { de: "mindestens ", en: "at least " },
  ],
  [/(mehr als|über|more than|over|in excess of)\s*$/i, { de: "mehr als ", en: "more than " }],
  [/(weniger als|unter|less than|fewer than|under|below)\s*$/i, { de: "weniger als ", en: "less than " }],
  [/(bis zu|up to)\s*$/i, { de: "bis zu ", en: "up to " }],
  [/(fast|knapp|nahezu|beinahe|nearly|almost|just under|close to)\s*$/i, { de: "knapp ", en: "nearly " }],
  [
    /(rund|etwa|ca\.|circa|ungefähr|schätzungsweise|around|about|approximately|roughly|some|an estimated)\s*$/i,
    { de: "rund ", en: "around " },
  ],
];
const LOOKED_BACK = 24;

/** "rund ", "more than ": the qualifier of what begins at `start`, in a language; empty when it has none. */
export function qualifierOf(text: string, start: number, language: Language): string {
  const before = text.slice(Math.max(0, start - LOOKED_BACK), start);
  return QUALIFIERS.find(([pattern]) => pattern.test(before))?.[1][language] ?? "";
}
