import { type DecimalMark, NUMERAL } from "./numerals.js";

/*
 * How quantities are written, German and English. Patterns with the flag `y` are tried where a number ends.
 */

/** Not inside a name or a longer number; the code of a currency may be glued on ("EUR5m"). */
const FREE = "(?:(?<![\\p{L}\\p{N}_#@]|[\\p{L}_][-/.]|\\p{N}[.,:])|(?<=(?<![\\p{L}\\p{N}])(?:EUR|USD|CHF|GBP)))";
export const DIGITS = new RegExp(`${FREE}(?:${NUMERAL})(?![\\p{N}_]|[.,:]\\p{N})`, "gu");
export const WORDS = /\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)?/gu;

/** What follows a number, sticky at its end. */
export const SCALES: readonly (readonly [RegExp, number])[] = [
  [/[\s-]{0,2}(?:Billionen|trillions?|tn)(?!\p{L})/iuy, 12],
  [/[\s-]{0,2}(?:Milliarden?|Mrd\.?|billions?|bn)(?!\p{L})/iuy, 9],
  [/[\s-]{0,2}(?:(?:Million(?:en|s)?|Mio\.?|mn|mln)(?!\p{L})|m(?=\s?(?:€|\$|£|EUR|USD)))/iuy, 6],
  [/[\s-]{0,2}(?:(?:Tausend|thousand|Tsd\.?)(?!\p{L})|[kT](?=\s?(?:€|\$|£|EUR|USD)))/iuy, 3],
  [/\s(?:Hundert|hundred)(?!\p{L})/iuy, 2],
];
/** Only behind an amount that its currency opens: "$5M", "€1.2B". */
export const SHORT_SCALES: readonly (readonly [RegExp, number])[] = [
  [/\s?b(?![\p{L}\p{N}])/iuy, 9],
  [/\s?m(?![\p{L}\p{N}])/iuy, 6],
  [/\s?k(?![\p{L}\p{N}])/iuy, 3],
];
/** Words of one language behind a numeral tell which mark it writes before a fraction: "2,125 Milliarden", "2.125 billion". */
export const FRACTION_MARKS: readonly (readonly [RegExp, DecimalMark])[] = [
  [/[\s-]{0,2}(?:Billionen|Milliarden?|Mrd|Millionen|Mio|Tausend|Tsd|-?prozent)/iuy, ","],
  [/[\s-]{0,2}(?:trillions?|billions?|bn|millions?|thousand|per\s?cent)(?!\p{L})/iuy, "."],
];
export const PERCENT =
  /\s{0,2}(?:%|-?prozent(?:ig\p{L}{0,2})?(?!\p{L})|percent(?!\p{L})|per\scent(?!\p{L})|pct(?!\p{L}))/iuy;
export const UNITS: readonly (readonly [RegExp, string])[] = [
  [/[\s-]{0,2}(?:jahrzehnt(?:e|en|s)?|decades?)(?!\p{L})/iuy, "decade"],
  [/[\s-]{0,2}(?:jahr(?:e|en|es|s)?|jährig\p{L}{0,2}|jaehrig\p{L}{0,2}|years?|yrs?)(?!\p{L})/iuy, "year"],
  [/[\s-]{0,2}(?:monat(?:e|en|s)?|monatig\p{L}{0,2}|months?)(?!\p{L})/iuy, "month"],
  [/[\s-]{0,2}(?:wochen?|wöchig\p{L}{0,2}|weeks?)(?!\p{L})/iuy, "week"],
  [/[\s-]{0,2}(?:tag(?:e|en|es|s)?|tägig\p{L}{0,2}|days?)(?!\p{L})/iuy, "day"],
  [/[\s-]{0,2}(?:stunden?|stündig\p{L}{0,2}|hours?)(?!\p{L})/iuy, "hour"],
  [/[\s-]{0,2}(?:minuten?|minütig\p{L}{0,2}|minutes?)(?!\p{L})/iuy, "minute"],
];
const CURRENCIES: readonly (readonly [source: string, code: string])[] = [
  ["€|EUR(?!\\p{L})|Euros?(?!\\p{L})", "EUR"],
  ["US-?\\$|\\$|USD(?!\\p{L})|US-Dollars?(?!\\p{L})|(?:U\\.?S\\.?\\s)?dollars?(?!\\p{L})", "USD"],
  ["CHF(?!\\p{L})|(?:Schweizer\\s)?Franken(?!\\p{L})|Swiss\\sfrancs?(?!\\p{L})", "CHF"],
  ["£|GBP(?!\\p{L})|pounds?(?:\\ssterling)?(?!\\p{L})|Pfund(?!\\p{L})", "GBP"],
];
export const CURRENCY_AFTER = CURRENCIES.map(
  ([source, code]) => [new RegExp(`[\\s-]{0,2}(?:${source})`, "iuy"), code] as const,
);
export const CURRENCY_BEFORE = CURRENCIES.map(
  ([source, code]) => [new RegExp(`(?<!\\p{L})(?:${source})\\s?$`, "iu"), code] as const,
);

export const GLUED = /[\p{L}_]|-\p{L}/uy;
export const YEAR = /^(?:1[89]|20)\d\d$/;
/** "2000 Betten", "2000 beds": a round number before something countable is a count. */
export const COUNTED = /\s(?:\p{Lu}\p{L}+|\p{Ll}{3,}s)(?!\p{L})/uy;
/** "A million", but not "half a million" nor "a quarter of a million". */
export const ONE_BEFORE_SCALE =
  /(?<!\p{L}|half\s|quarters?\sof\s)(?:[Ee]ine?r?|[Oo]ne|[Aa])(?=\s(?:Million|Milliarde|Billion|million|billion|trillion)(?!\p{L}))/gu;

export const WEB =
  /:\/\/|^www\.|@|^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|de|at|ch|eu|io|edu|gov|uk|info)(?:\/|$|[.,;:)!?])/iu;
export const PHONE =
  /(?:(?<![\p{L}\p{N}])(?:tel(?:efon)?|phone|fon|fax|mobil|mobile)\b[.:]{0,2}\s{0,2}[+(]?\d[\d ()/–-]{4,24})|(?<![\p{L}\p{N}])\+\d[\d ()/–-]{6,24}|(?<![\p{L}\p{N}.,]|\p{N}\s)\(?0\d{1,5}\)?[ /–-]{1,3}\d[\d /–-]{2,16}/giu;
