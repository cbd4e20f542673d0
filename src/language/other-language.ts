import type { Span } from "../contracts/passage.js";
import { detectLanguage } from "./detect.js";
import { fold } from "./fold.js";
import { FOREIGN_WORDS } from "./foreign-words.js";
import { conceptsOf } from "./glossary.js";
import { findNames } from "./names.js";
import { opensWithVerb } from "./opening-verb.js";
import { findQuantities } from "./quantities.js";
import { analyseWords, type Word } from "./words.js";

/** A word that is neither a function word nor in the glossary: a rare one, a name, a slip of the pen, or a foreign one. */
export interface UnfamiliarWord {
  /** By German and by English rules, as a library may know it. */
  readonly stems: readonly string[];
  /** It is of another language: by its script, a letter or an elision, or since it is a function word there. */
  readonly foreign: boolean;
}

/** How far the words of a text outside of names, quantities and quotations are words of German or English. */
export interface Familiarity {
  /** How many are function words or words of the glossary, of either language. */
  readonly familiar: number;
  readonly unfamiliar: readonly UnfamiliarWord[];
}

/**
 * Chosen on 47 questions in eleven languages, of which these find all but one, and on 1,224 of XQuAD (even articles) and
 * 386 of OMoS-QA in German and English, of which they take 3 for foreign where no document holds any of the words.
 */
const SHARE = {
  /** Another language has less. */
  familiar: 0.34,
  /** And at most this where a word is foreign by itself: "er" and "for" are Danish as well. */
  besideForeign: 0.5,
  /** Fewer unfamiliar words than this may be rare ones, in a query of a few words. */
  unfamiliar: 3,
} as const;

const QUOTED = /["“„«»][^"“”„«»]*["“”«»]/gu;
const LATIN = /\p{Script=Latin}/u;
const LETTER = /\p{L}/u;
/** A letter that German and English lack, in loan words too ("café", "naïve", "jalapeño"). */
const FOREIGN_LETTER = /[^\p{ASCII}\P{L}äöüßàáâçèéêëíîïñóôúûœæ]/u;
/** On a function word ("où", "à", "è"): neither language has any but the umlaut there. */
const ACCENT = /(?!\u0308)\p{M}/u;
/** "d'affaires", "l'azienda", "dell'ospedale" */
const ELISION = /^(?:[djln]|qu|all|dell|nell|sull)['‘’]\p{L}{2}/u;

/** Reads by which words it can be told whether a text is in German or English. */
export function readFamiliarity(text: string): Familiarity {
  const names = findNames(text, detectLanguage(text));
  const quoted = [...text.matchAll(QUOTED)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
  const apart: readonly Span[] = [...names, ...findQuantities(text), ...quoted];
  const [german, english] = [analyseWords(text, "de"), analyseWords(text, "en")];
  const known = [...meaningful(german, "de"), ...meaningful(english, "en")];
  const unfamiliar: UnfamiliarWord[] = [];
  const isVerbFirst = opensWithVerb(text);
  let familiar = 0;
  let end = 0;
  for (const [at, word] of german.entries()) {
    // The parts of a hyphenated word follow it, and are no further words.
    if (word.start < end || !LETTER.test(word.surface) || apart.some((span) => lies(word, span))) continue;
    end = word.end;
    const other = english[at] ?? word;
    const isFunctionWord = (word.stop || other.stop) && !ACCENT.test(word.surface.normalize("NFD"));
    const isVerb = isVerbFirst && familiar + unfamiliar.length === 0;
    if (isVerb || isFunctionWord || known.some((part) => lies(part, word))) familiar += 1;
    else unfamiliar.push({ stems: [...new Set([word.stem, other.stem])], foreign: isForeign(word) });
  }
  return { familiar, unfamiliar };
}

/**
 * Whether a text is in neither German nor English, judged by its words. `isInCorpus` says whether documents hold one of
 * the stems: such a word tells nothing, whatever its language.
 */
export function isOtherLanguage(
  { familiar, unfamiliar }: Familiarity,
  isInCorpus: (stems: readonly string[]) => boolean,
): boolean {
  const telling = unfamiliar.filter(({ stems, foreign }) => foreign || !isInCorpus(stems));
  const share = familiar / (familiar + telling.length);
  if (telling.some(({ foreign }) => foreign)) return share <= SHARE.besideForeign;
  return telling.length >= SHARE.unfamiliar && share < SHARE.familiar;
}

function meaningful(words: readonly Word[], language: "de" | "en"): Span[] {
  return conceptsOf(words, language).flatMap(({ first, last }) => words.slice(first, last + 1));
}

function isForeign({ surface }: Word): boolean {
  const letters = surface.normalize("NFC");
  if (!LATIN.test(letters)) return true;
  // Names keep their letters in any language.
  const isSmall = letters === letters.toLowerCase();
  if (isSmall && (FOREIGN_LETTER.test(letters) || ELISION.test(letters))) return true;
  return FOREIGN_WORDS.has(fold(letters));
}

function lies(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
