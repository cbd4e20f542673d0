import type { Language } from "../contracts/document.js";
import type { Library } from "../contracts/ports.js";
import { isCommonWord } from "../language/common-words.js";
import { detectLanguage } from "../language/detect.js";
import { editDistance } from "../language/edit-distance.js";
import { fold } from "../language/fold.js";
import { glossaryWords } from "../language/glossary-words.js";
import { type SearchWord, searchWords } from "../language/index-words.js";
import { findNames } from "../language/names.js";
import { isOtherLanguage, readFamiliarity } from "../language/other-language.js";
import { createVocabulary, type Vocabulary } from "../language/vocabulary.js";
import { analyseWords } from "../language/words.js";
import { vocabularyOf } from "./library-vocabulary.js";

/**
 * From how many letters on a stem may be one, and two, edits away from a known one. Names are held to more: "Hamburg"
 * and "Homburg" are two places, and a wrong name would be answered for the asked one.
 */
const LETTERS = {
  word: { one: 5, two: 8 },
  name: { one: 7, two: 10 },
  usual: { one: 8, two: Number.POSITIVE_INFINITY },
} as const;
type Strictness = keyof typeof LETTERS;

export interface Correction {
  /** As it was asked. */
  readonly from: string;
  /** As a document has it. */
  readonly to: string;
}

export interface Spelling {
  /** The question with its typing errors mended; as it was, where there are none. */
  readonly question: string;
  readonly corrections: readonly Correction[];
}

/**
 * Mends typing errors: a word that no document holds, that is no common word and no compound of known words, is read as
 * the one word of the documents that is at most two edits away, or else of the glossary one edit away, and begins with the
 * same letter, if there is just one nearest. Throws what the library throws.
 */
export async function correctSpelling(question: string, library: Library): Promise<Spelling> {
  const language = detectLanguage(question);
  const vocabulary = vocabularyOf(await library.vocabulary());
  const corrections: (Correction & { readonly start: number; readonly end: number })[] = [];
  for (const word of unknownWords(question, language, vocabulary)) {
    const strictness = isPartOfName(word, question, language) ? "name" : "word";
    const known = nearestKnown(word, strictness, vocabulary);
    const isUnknown = known.length === 0;
    const spellings = isUnknown ? usualSpellings(word) : await spellingsOf(known, library);
    const to = nearestSpelling(word.surface, spellings, isUnknown ? "usual" : strictness);
    if (to !== null) corrections.push({ from: word.surface, to, start: word.start, end: word.end });
  }
  if (corrections.length === 0 || isForeign(question, vocabulary)) return { question, corrections: [] };
  let mended = question;
  for (const { start, end, to } of [...corrections].reverse()) mended = mended.slice(0, start) + to + mended.slice(end);
  return { question: mended, corrections: corrections.map(({ from, to }) => ({ from, to })) };
}

/** The words of another language are no misspelled German ones. */
function isForeign(question: string, vocabulary: Vocabulary): boolean {
  return isOtherLanguage(readFamiliarity(question), (stems) => stems.some((stem) => vocabulary.has(stem)));
}

let usual: Vocabulary | null = null;

/** The words of the glossary, for a word that is near to none of the documents. Takes a moment for the first time. */
export function usualWords(): Vocabulary {
  usual ??= createVocabulary(new Map([...glossaryWords().keys()].map((stem) => [stem, 1])));
  return usual;
}

const ABBREVIATION = /^\p{Lu}{2,}s?$/u;
const WORD = /^\p{L}[\p{L}\p{M}]*$/u;

function unknownWords(question: string, language: Language | null, vocabulary: Vocabulary): SearchWord[] {
  const isKnown = (form: string) =>
    vocabulary.has(form) || vocabulary.partsOf(form).length > 0 || vocabulary.compoundsOf(form).length > 0;
  // Most questions hold no such word at all, and then are not read any further.
  const doubtful = new Set(
    analyseWords(question, language)
      .filter(({ surface, stem, stop }) => !stop && isSingleWord(surface) && !vocabulary.has(stem))
      .filter(({ surface }) => !isCommonWord(surface))
      .map(({ start }) => start),
  );
  if (doubtful.size === 0) return [];
  return searchWords(question, language).filter(
    ({ start, surface, forms }) => doubtful.has(start) && isSingleWord(surface) && !forms.some(isKnown),
  );
}

function isSingleWord(surface: string): boolean {
  return surface.length >= LETTERS.word.one && WORD.test(surface) && !ABBREVIATION.test(surface);
}

/** The nearest words: several where they are equally near, none when there is none. */
function nearestKnown({ forms, surface }: SearchWord, strictness: Strictness, vocabulary: Vocabulary): string[] {
  // The stemmer may leave little of a long word.
  const least = Math.min(1, allowedEdits(fold(surface), strictness));
  const near = forms
    .flatMap((form) => {
      const edits = Math.max(least, allowedEdits(form, strictness));
      return edits === 0 ? [] : vocabulary.spelledLike(form, edits).filter(({ word }) => word[0] === form[0]);
    })
    .sort((a, b) => a.edits - b.edits);
  const [first] = near;
  return [...new Set(near.filter(({ edits }) => edits === first?.edits).map(({ word }) => word))];
}

/**
 * How the nearest word of the glossary is written; none when there is no such word. It is held to most: no document
 * speaks for it, and a rare word ("gegliedert") is more often right than a misspelled usual one ("geliefert").
 */
function usualSpellings(word: SearchWord): string[] {
  const known = nearestKnown(word, "usual", usualWords());
  return known.flatMap((stem) => glossaryWords().get(stem) ?? []);
}

/** Stems may be near where the words are not: "quantified" is no "quantity". Null when several words are equally near. */
function nearestSpelling(surface: string, spellings: readonly string[], strictness: Strictness): string | null {
  const asked = fold(surface);
  const near = spellings.flatMap((spelling) => {
    const edits = editDistance(asked, fold(spelling), allowedEdits(asked, strictness));
    if (isOtherForm(asked, fold(spelling))) return [];
    return edits === null || differInPrefix(asked, fold(spelling)) ? [] : [{ spelling, edits }];
  });
  const [first, ...others] = near.sort((a, b) => a.edits - b.edits);
  const isRivalled = others.some(
    ({ spelling, edits }) => edits === first?.edits && fold(spelling) !== fold(first.spelling),
  );
  return first === undefined || isRivalled ? null : first.spelling;
}

/** An ending of verbs in place of another one: "lehrt" is no misspelled "Lehre". */
function isOtherForm(one: string, other: string): boolean {
  const [stem, otherStem] = [one.replace(/(?:st|t|te|en|e)$/, ""), other.replace(/(?:st|t|te|en|e)$/, "")];
  return stem === otherStem && stem !== one;
}

/** Another prefix makes another word: "Überschrift" and "Unterschrift". */
const PREFIX =
  /^(?:ueber|unter|ab|an|auf|aus|be|ein|ent|er|ge|mit|nach|um|un|ver|vor|zer|zu|de|dis|in|inter|intra|mis|out|over|pre|pro|re)/;

function differInPrefix(one: string, other: string): boolean {
  const [prefix, otherPrefix] = [PREFIX.exec(one)?.[0], PREFIX.exec(other)?.[0]];
  if (prefix === undefined || otherPrefix === undefined || prefix === otherPrefix) return false;
  return one.slice(prefix.length) === other.slice(otherPrefix.length);
}

/** By the length of a stem, or of a whole word. */
function allowedEdits({ length }: string, strictness: Strictness): number {
  const { one, two } = LETTERS[strictness];
  return length >= two ? 2 : length >= one ? 1 : 0;
}

function isPartOfName({ start, end }: SearchWord, question: string, language: Language | null): boolean {
  return findNames(question, language).some((name) => name.start <= start && end <= name.end);
}

/** From so many passages it is taken how a word is written. */
const LOOKED_AT = 5;

/** How the documents write words that are known by their stems only. */
async function spellingsOf(known: readonly string[], library: Library): Promise<string[]> {
  const hits = await library.matching([...known], LOOKED_AT);
  return hits.flatMap(({ document, passage }) => {
    const text = [document.title, passage.heading, passage.text].join("\n");
    return analyseWords(text, document.language).flatMap(({ stem, surface }) =>
      known.includes(stem) ? [surface] : [],
    );
  });
}
