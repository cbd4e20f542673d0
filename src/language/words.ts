import type { Language } from "../contracts/document.js";
import type { Span } from "../contracts/passage.js";
import { fold } from "./fold.js";
import { parseNumeral } from "./numerals.js";
import { plainText } from "./plain-text.js";
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

/** Raised digits after a word lead to a footnote. */
const FOOTNOTE = "[\\u00b2\\u00b3\\u00b9\\u2070\\u2074-\\u2079]";
const LETTERS = `[[\\p{L}\\p{N}]--${FOOTNOTE}][[\\p{L}\\p{M}\\p{N}]--${FOOTNOTE}]*`;
const DIGITS = `[\\p{N}--${FOOTNOTE}]+`;
/** "Patient:innen", "Ärzt*innen", "Klinik_in": read as the feminine form. */
const GENDER = "(?:[*:_·]in(?:nen)?(?!\\p{L}))?";
const APOSTROPHE = "(?:['‘’]\\p{L}[\\p{L}\\p{M}]*)?";
const WORD = new RegExp(
  `${DIGITS}(?:[.,]${DIGITS})+|${LETTERS}${GENDER}${APOSTROPHE}(?:-${LETTERS}${GENDER}${APOSTROPHE})*`,
  "gv",
);
const PART = /[^-]+/gu;
const CLITIC = /(?:'(?:s|re|ve|ll|d|m)|n't)$/;
const NOT_STEM = /[^\p{L}\p{N}\p{M}]/gu;
const ABBREVIATION = /^\p{Lu}{2,6}$/u;
const LOWER = /\p{Ll}/u;

/** Every step of understanding a question analyses it anew: the words of the last text are kept. */
let last: { readonly text: string; readonly byLanguages: Map<string, readonly Word[]> } = {
  text: "",
  byLanguages: new Map(),
};

/**
 * The words of a text in order, with stems that meet across spellings and inflections. Numbers are words, too.
 * `writtenIn` names the language whose stop words it uses where the stems are to be those of another one.
 */
export function analyseWords(
  text: string,
  language: Language | null,
  writtenIn: Language | null = language,
): readonly Word[] {
  if (last.text !== text) last = { text, byLanguages: new Map() };
  const languages = `${language} ${writtenIn}`;
  const words = last.byLanguages.get(languages) ?? readWords(text, language, writtenIn);
  last.byLanguages.set(languages, words);
  return words;
}

function readWords(text: string, language: Language | null, writtenIn: Language | null): Word[] {
  const plain = plainText(text);
  const mixedCase = LOWER.test(plain.text);
  const words: Word[] = [];
  const add = (start: number, end: number, isPart: boolean): void => {
    const written = plain.text.slice(start, end);
    const folded = fold(written).replace(CLITIC, "");
    const normal = parseNumeral(written) ?? folded.replace(NOT_STEM, "");
    if (normal === "") return;
    const stop =
      (isPart && normal.length === 1) || (isStopWord(normal, writtenIn) && !(mixedCase && ABBREVIATION.test(written)));
    const span = plain.originalOf({ start, end });
    const surface = text.slice(span.start, span.end);
    words.push({ ...span, surface, stem: language === null ? normal : stem(normal, language), stop });
  };
  for (const match of plain.text.matchAll(WORD)) {
    const start = match.index;
    add(start, start + match[0].length, false);
    if (!match[0].includes("-")) continue;
    for (const part of match[0].matchAll(PART)) add(start + part.index, start + part.index + part[0].length, true);
  }
  return words;
}

/** The stems that a word is found by: English texts write German names in three ways ("Münster", "Munster", "Muenster"). */
export function spellings(word: Word, language: Language | null): string[] {
  const written = plainText(word.surface).text;
  if (language !== "en" || !/[äöü]/i.test(written)) return [word.stem];
  const bare = fold(written.replace(/[äöü]/gi, (letter) => letter.normalize("NFD").charAt(0)))
    .replace(CLITIC, "")
    .replace(NOT_STEM, "");
  return [word.stem, stem(bare, language)];
}
