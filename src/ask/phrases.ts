import type { Document, Language } from "../contracts/document.js";
import type { Quantity } from "../language/quantities.js";
import type { Missing } from "./steps.js";

/** Everything that Konsil says in words of its own, German and English. */

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** How a date stands in a sentence: at a time, or from it on. */
const PREPOSITIONS: Readonly<Record<Language, Readonly<Record<"at" | "since", readonly [string, string, string]>>>> = {
  de: { at: ["Am ", "Im ", "Im Jahr "], since: ["Seit dem ", "Seit ", "Seit "] },
  en: { at: ["On ", "In ", "In "], since: ["Since ", "Since ", "Since "] },
};

/** `2026-02-09` as "Am 9. Februar 2026" / "On 9 February 2026"; months and years likewise, and with "seit" / "since". */
export function formatDate(normal: string, language: Language, relation: "at" | "since" = "at"): string {
  const [year, month, day] = normal.split("-");
  const [onDay, inMonth, inYear] = PREPOSITIONS[language][relation];
  const name = MONTHS[language][Number(month) - 1];
  if (name === undefined) return `${inYear}${year}`;
  if (day === undefined) return `${inMonth}${name} ${year}`;
  return `${onDay}${Number(day)}${language === "de" ? "." : ""} ${name} ${year}`;
}

const LOCALES = { de: "de-DE", en: "en-GB" } as const;
const SCALES: readonly (readonly [number, Readonly<Record<Language, string>>])[] = [
  [1e12, { de: "Billionen", en: "trillion" }],
  [1e9, { de: "Milliarden", en: "billion" }],
  [1e6, { de: "Millionen", en: "million" }],
];
const CURRENCIES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  EUR: { de: "Euro", en: "euros" },
  USD: { de: "US-Dollar", en: "US dollars" },
  CHF: { de: "Schweizer Franken", en: "Swiss francs" },
  GBP: { de: "Pfund", en: "pounds" },
};
const PERIODS: Readonly<Record<string, Readonly<Record<Language, readonly [string, string]>>>> = {
  decade: { de: ["Jahrzehnt", "Jahrzehnte"], en: ["decade", "decades"] },
  year: { de: ["Jahr", "Jahre"], en: ["year", "years"] },
  month: { de: ["Monat", "Monate"], en: ["month", "months"] },
  week: { de: ["Woche", "Wochen"], en: ["week", "weeks"] },
  day: { de: ["Tag", "Tage"], en: ["day", "days"] },
};

/** A quantity in the notation of a language, from its normal form; what has no known form stays as it was written. */
export function formatQuantity({ kind, normal, surface }: Quantity, language: Language): string {
  const [figure = "", unit = ""] = normal.split(" ");
  const value = Number.parseFloat(figure);
  if (!Number.isFinite(value)) return surface;
  if (kind === "percent") return `${plain(value, language)} ${language === "de" ? "Prozent" : "percent"}`;
  if (kind === "number") return scaled(value, language);
  if (kind === "amount") return `${scaled(value, language)} ${CURRENCIES[unit]?.[language] ?? unit}`;
  const period = PERIODS[unit]?.[language];
  return kind === "duration" && period ? `${plain(value, language)} ${period[value === 1 ? 0 : 1]}` : surface;
}

function scaled(value: number, language: Language): string {
  const scale = SCALES.find(([size]) => value >= size);
  return scale === undefined ? plain(value, language) : `${plain(value / scale[0], language)} ${scale[1][language]}`;
}

function plain(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 3 }).format(value);
}

const QUOTES: Readonly<Record<Language, readonly [string, string]>> = { de: ["„", "“"], en: ["“", "”"] };

function quoted(text: string, language: Language): string {
  const [open, close] = QUOTES[language];
  return `${open}${text}${close}`;
}

/** A quotation in another language than the answer's, introduced in the answer's. */
export function introduce(quote: string, document: Document, language: Language): string {
  const named = document.title === null ? "" : ` ${quoted(document.title, language)}`;
  const opening = language === "de" ? `Im Dokument${named} heißt es` : `The document${named} says`;
  // Speech that comes in quotation marks of its own needs no second pair.
  return `${opening}: ${/^[„“"»«]/u.test(quote) ? quote : quoted(quote, document.language ?? language)}`;
}

/** Of what is missing, so many things are named, each with so many characters. */
const NAMED = { things: 5, characters: 60 } as const;

/** In both languages, since the asker may read either one; true of a list of rare words, too. */
const OTHER_LANGUAGE: Readonly<Record<Language, string>> = {
  de: "Konsil kennt kaum ein Wort dieser Frage; es liest Deutsch und Englisch. (Konsil reads German and English.)",
  en: "Konsil knows hardly a word of this question; it reads German and English. (Konsil liest Deutsch und Englisch.)",
};

/** Why there is no answer, and what would help. `titles`: of the closest documents. */
export function refuse(
  reason: "no_evidence" | "out_of_scope" | "ambiguous",
  language: Language,
  { missing, titles }: { readonly missing: readonly Missing[]; readonly titles: readonly string[] },
): string {
  if (missing.some(({ kind }) => kind === "language")) return OTHER_LANGUAGE[language];
  const names = namesOf(missing).map((name) => quoted(name, language));
  const list = titles.map((title) => quoted(title, language)).join("; ");
  if (language === "de") {
    if (reason === "ambiguous") return `Die Frage passt auf mehrere Dokumente: ${list}. Welches ist gemeint?`;
    const verb = names.length > 1 ? "kommen" : "kommt";
    const unknown = names.length === 0 ? "" : ` ${names.join(", ")} ${verb} darin nicht vor.`;
    if (reason === "out_of_scope") return `Dazu steht nichts in den Dokumenten.${unknown}`;
    return `Die Dokumente beantworten diese Frage nicht.${unknown}${list === "" ? "" : ` Am nächsten kommt: ${list}.`}`;
  }
  if (reason === "ambiguous") return `The question fits several documents: ${list}. Which one do you mean?`;
  const unknown = names.length === 0 ? "" : ` They do not mention ${names.join(", ")}.`;
  if (reason === "out_of_scope") return `The documents say nothing about that.${unknown}`;
  return `The documents do not answer this question.${unknown}${list === "" ? "" : ` The closest is: ${list}.`}`;
}

function namesOf(missing: readonly Missing[]): string[] {
  const names = missing.flatMap((it) => (it.kind === "term" ? [it.surface] : []));
  return [...new Set(names)].slice(0, NAMED.things).map((name) => {
    const characters = [...name];
    return characters.length > NAMED.characters ? `${characters.slice(0, NAMED.characters).join("")}…` : name;
  });
}
