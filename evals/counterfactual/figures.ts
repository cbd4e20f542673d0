import type { Language } from "../../src/contracts/document.js";
import { NUMERAL, parseNumberWord, parseNumeral } from "../../src/language/numerals.js";
import { type FindReplacements, replacementsOf } from "./replacement.js";

/** How the figures of the documents change. Both keep the order of any two figures. */
export interface Scale {
  /** Of everything that is counted, paid or lasts. */
  readonly factor: number;
  /** Below 1: of percentages. */
  readonly percent: number;
}

/** Smaller counts are mostly those of a list that follows ("on four fields: …"), and stay with it. */
const SMALLEST = 10;
/** The one small count that stands for itself, and what it counts. */
const COUNTED = { value: 4, nouns: "campus(?:es)?|standort(?:e|en)?" } as const;

const DIGITS = new RegExp(
  `(?<![\\p{L}\\p{N}_/]|\\p{N}[.,:-]|\\p{L}-)(?:${NUMERAL})(?!\\p{N}|_|[.,:/-]\\p{N}|(?:st|nd|rd|th)\\b)`,
  "gu",
);
const PERCENT = /^[\s-]?(?:%|percent|per cent|Prozent)/u;
const SCALE = /^\s?(?:Mio|Mrd|Million|Milliard|million|billion|Tausend|thousand)/u;
/** "twenty-five" is one word here. The article goes with "hundred", which cannot stay a word. */
const WORD = /(?<!\p{L})(?:(?:a|one)\s(?=hundred\b|thousand\b))?(?<word>\p{L}+(?:-\p{Ll}+)?)(?!\p{L})/gu;
/** Behind a numeral in words: "zwanzigjährig", "twenty-year". */
const COMPOUND = /(?:jährig\p{L}*|-(?:year|month|week|day)s?)$/u;
const SMALL = new RegExp(`(?<!\\p{L}|\\p{N})(?:4|four|vier)(?=\\s(?:${COUNTED.nouns})(?!\\p{L}))`, "giu");
const SMALL_ALONE = /(?<!\p{L}|\p{N})(?:4|four|vier)(?!\p{L}|\p{N})/giu;

const ONES: Readonly<Record<Language, readonly string[]>> = {
  de: "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(
    " ",
  ),
  en: "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  ),
};
const TENS: Readonly<Record<Language, readonly string[]>> = {
  de: "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" "),
  en: "twenty thirty forty fifty sixty seventy eighty ninety".split(" "),
};

export interface Figures {
  /** A count, an amount or a length, rounded to as many digits as it is stated with, and to two at least. */
  changed(value: number): number;
  /** A percentage, whole. */
  changedPercent(value: number): number;
  /** The small count that stands for itself, and null for any other. */
  changedSmall(value: number): number | null;
  /** Figures in digits and words, each in its notation. */
  find: FindReplacements;
  /** The small count wherever it stands, whatever it counts. */
  findSmall: FindReplacements;
}

export function changedFigures({ factor, percent }: Scale): Figures {
  const changed = (value: number): number => (isSmallCount(value) ? value : scaled(value, factor));
  const changedPercent = (value: number): number => Math.round(value * percent);
  const small = Math.round(COUNTED.value * factor);

  function inDigits(text: string) {
    return replacementsOf(text, DIGITS, ({ 0: surface, index }) => {
      const value = Number(parseNumeral(surface) ?? Number.NaN);
      const after = text.slice(index + surface.length);
      if (Number.isNaN(value) || value === 0) return null;
      if (PERCENT.test(after)) return written(changedPercent(value), surface);
      if (SCALE.test(after)) return written(scaledAmount(value, factor), surface);
      return isSmallCount(value) ? null : written(scaled(value, factor), surface);
    });
  }

  function inWords(text: string) {
    return replacementsOf(text, WORD, ({ 0: surface, groups }) => {
      const word = groups?.word ?? surface;
      const compound = COMPOUND.exec(word)?.[0] ?? "";
      const numeral = compound === "" ? word : word.slice(0, -compound.length);
      const value = Number(parseNumberWord(numeral) ?? 0);
      if (value < SMALLEST) return null;
      return `${sameCase(wordLike(scaled(value, factor), value, numeral), numeral)}${compound}`;
    });
  }

  const smallIn = (pattern: RegExp) => (text: string) =>
    replacementsOf(text, pattern, ({ 0: surface }) => {
      if (surface === `${COUNTED.value}`) return `${small}`;
      return sameCase(wordFor(small, surface.toLowerCase() === "vier" ? "de" : "en") ?? `${small}`, surface);
    });

  return {
    changed,
    changedPercent,
    changedSmall: (value) => (value === COUNTED.value ? small : null),
    find: (text) => [...smallIn(SMALL)(text), ...inDigits(text), ...inWords(text)],
    findSmall: smallIn(SMALL_ALONE),
  };
}

function isSmallCount(value: number): boolean {
  return value < SMALLEST && Number.isInteger(value);
}

/** What is counted whole stays whole. */
function scaled(value: number, factor: number): number {
  const amount = scaledAmount(value, factor);
  return Number.isInteger(value) ? Math.round(amount) : amount;
}

/** Rounding to significant digits makes 22.4 billion and 22,400,000,000 the same again. */
function scaledAmount(value: number, factor: number): number {
  const digits = value.toExponential().replace(/e.*|\D/g, "").length;
  return Number((value * factor).toPrecision(Math.max(2, digits)));
}

/** With the marks of the old numeral: "24.000" and "33.000", "24,000" and "33,000", "22,4" and "30,7". */
function written(value: number, old: string): string {
  const separators = old.replace(/\d/g, "");
  const last = separators.slice(-1);
  const isFraction = !Number.isInteger(Number(parseNumeral(old)));
  const mark = isFraction ? last : last === "," ? "." : ",";
  const thousands = isFraction ? (last === "," ? "." : ",") : last;
  const [whole = "", fraction = ""] = `${value}`.split(".");
  const isGrouped = separators.length > (isFraction ? 1 : 0);
  const grouped = isGrouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, thousands) : whole;
  return fraction === "" ? grouped : `${grouped}${mark}${fraction}`;
}

function wordLike(value: number, old: number, surface: string): string {
  const language = wordFor(old, "de") === surface.toLowerCase() ? "de" : "en";
  return wordFor(value, language) ?? `${value}`;
}

/** Up to ninety-nine; null above, where a figure is written in digits. */
function wordFor(value: number, language: Language): string | null {
  if (!Number.isInteger(value) || value > 99) return null;
  if (value < 20) return ONES[language][value] ?? null;
  const ten = TENS[language][Math.floor(value / 10) - 2] ?? "";
  const one = ONES[language][value % 10] ?? "";
  if (value % 10 === 0) return ten;
  return language === "de" ? `${value % 10 === 1 ? "ein" : one}und${ten}` : `${ten}-${one}`;
}

function sameCase(text: string, like: string): string {
  const isCapital = /^\p{Lu}/u.test(like);
  return isCapital ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
}
