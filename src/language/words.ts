import type { Language } from "../contracts/document.js";
import type { Span } from "../contracts/passage.js";
import { fold } from "./fold.js";
import { parseNumeral } from "./numerals.js";
import { findQuantities, type Quantity } from "./quantities.js";
import { stem } from "./stem.js";
import { isStopWord } from "./stop-words.js";

/** A word of a text. A hyphenated one gives the whole and then its parts, whose spans lie inside the whole's. */
export interface Word extends Span {
  /** `text.slice(start, end)` */
  readonly surface: string;
  /** Folded and stemmed; folded only where the language is unknown. Letters and digits, and a numeral's decimal point. */
  readonly stem: string;
  /** A function word, or a letter of a hyphenated word. */
  readonly stop: boolean;
}

const LETTERS = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}\\u00ad]*";
/** "Patient:innen", "Ärzt*innen", "Klinik_in": read as the feminine form. */
const GENDER = "(?:[*:_·]in(?:nen)?(?!\\p{L}))?";
const APOSTROPHE = "(?:['’]\\p{L}[\\p{L}\\p{M}]*)?";
const WORD = new RegExp(
  `\\p{N}+(?:[.,]\\p{N}+)+|${LETTERS}${GENDER}${APOSTROPHE}(?:[-‐‑]${LETTERS}${GENDER}${APOSTROPHE})*`,
  "gu",
);
const PART = /[^-‐‑]+/gu;
const CLITIC = /(?:'(?:s|re|ve|ll|d|m)|n't)$/;
const NOT_STEM = /[^\p{L}\p{N}\p{M}]/gu;
const ABBREVIATION = /^\p{Lu}{2,6}$/u;
const LOWER = /\p{Ll}/u;

/** The words of a text in order, with stems that meet across spellings and inflections. Numbers are words, too. */
export function analyseWords(text: string, language: Language | null): Word[] {
  return analyse(text, language, language);
}

/**
 * What a text is found by: the stems of its words without stop words, and the normal forms of its quantities after a `#`
 * (`#2026-02-09`, `#80%`, `#23400000000_eur`), dates also by month and year. No word holds white space. Documents are
 * indexed in their language; a question is analysed for both, with `writtenIn` naming the language whose stop words it
 * uses, so that the German "die" and "war" do not look for English words.
 */
export function indexWords(text: string, language: Language | null, writtenIn: Language | null = language): string[] {
  const words = analyse(text, language, writtenIn).flatMap((word) => (word.stop ? [] : variants(word, language)));
  return [...words, ...findQuantities(text).flatMap(quantityWords)];
}

function analyse(text: string, language: Language | null, writtenIn: Language | null): Word[] {
  const mixedCase = LOWER.test(text);
  const words: Word[] = [];
  const add = (start: number, end: number, isPart: boolean): void => {
    const surface = text.slice(start, end);
    const folded = fold(surface).replace(CLITIC, "");
    const normal = parseNumeral(surface) ?? folded.replace(NOT_STEM, "");
    if (normal === "") return;
    const stop =
      (isPart && normal.length === 1) || (isStopWord(normal, writtenIn) && !(mixedCase && ABBREVIATION.test(surface)));
    words.push({ start, end, surface, stem: language === null ? normal : stem(normal, language), stop });
  };
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    add(start, start + match[0].length, false);
    if (!/[-‐‑]/.test(match[0])) continue;
    for (const part of match[0].matchAll(PART)) add(start + part.index, start + part.index + part[0].length, true);
  }
  return words;
}

/** English texts write German names with umlauts and without ("Münster", "Munster", "Muenster"): found by any. */
function variants(word: Word, language: Language | null): string[] {
  if (language !== "en" || !/[äöü]/i.test(word.surface)) return [word.stem];
  const bare = fold(word.surface.normalize("NFD").replace(/\u0308/g, ""))
    .replace(CLITIC, "")
    .replace(NOT_STEM, "");
  return [word.stem, stem(bare, language)];
}

function quantityWords({ kind, normal }: Quantity): string[] {
  const words = [`#${normal.toLowerCase().replace(" ", "_")}`];
  if (kind !== "date" || normal.startsWith("--")) return words;
  const [year = "", month = "", day] = normal.split("-");
  return [...words, ...(day === undefined ? [] : [`#${year}-${month}`]), `#${year}`];
}
