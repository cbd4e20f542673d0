import type { Language } from "../contracts/document.js";
import { fold } from "./fold.js";
import { GLOSSARY } from "./glossary/all.js";
import { compoundConcepts } from "./glossary-compounds.js";
import { buildGlossaryIndex, type GlossaryIndex, plainSpelling } from "./glossary-index.js";
import { isStopWord } from "./stop-words.js";
import type { Word } from "./words.js";

/** A word or term of a text that means something the glossary knows, whatever its language. */
export interface ConceptHit {
  readonly concept: string;
  /** The concept that this one is a kind of. */
  readonly broader: string | null;
  /** Index of the first and of the last word of the term in the words that were handed in. */
  readonly first: number;
  readonly last: number;
  /** Only a part of a German compound means it: "Krebszentrum" is about cancer, and is a centre. */
  readonly partial: boolean;
}

/** What stands at one place of a text. */
interface Meaning {
  readonly concepts: readonly string[];
  readonly last: number;
  readonly partial: boolean;
}

const LANGUAGES = { de: ["de"], en: ["en"], unknown: ["de", "en"] } as const;

let built: GlossaryIndex | null = null;

/**
 * What the words of a text mean, in their order: synonyms, inflections and the other language's words meet in one
 * concept. A longer term hides the shorter ones inside it ("managing director", "director"); a known hyphenated word hides
 * its parts. Function words mean nothing.
 *
 * `language` is the one that the words were analysed for; by default the one whose function words they hold. Where that
 * tells nothing, a word that means different things in German and in English yields both. The first call builds the
 * index, some tenths of a second.
 */
export function conceptsOf(words: readonly Word[], language: Language | null = null): ConceptHit[] {
  built ??= buildGlossaryIndex(GLOSSARY);
  const index = built;
  const languages = LANGUAGES[language ?? languageOf(words) ?? "unknown"];
  const hits: ConceptHit[] = [];
  let at = 0;
  while (at < words.length) {
    const meaning = longestTerm(words, at, index, languages) ?? wordMeaning(words, at, index, languages);
    if (meaning === null) {
      at += 1;
      continue;
    }
    const { concepts, last, partial } = meaning;
    for (const concept of concepts) {
      hits.push({ concept, broader: index.broader.get(concept) ?? null, first: at, last, partial });
    }
    at = following(words, last);
  }
  return hits;
}

/** The language that has one of the function words, and the other has not. */
function languageOf(words: readonly Word[]): Language | null {
  for (const { stop, surface } of words) {
    if (!stop) continue;
    const folded = fold(surface);
    const isGerman = isStopWord(folded, "de");
    if (isGerman !== isStopWord(folded, "en")) return isGerman ? "de" : "en";
  }
  return null;
}

/** The index of the next word that does not lie inside the one at `at`. */
function following(words: readonly Word[], at: number): number {
  const end = words[at]?.end ?? 0;
  let next = at + 1;
  while ((words[next]?.start ?? end) < end) next += 1;
  return next;
}

function longestTerm(
  words: readonly Word[],
  at: number,
  index: GlossaryIndex,
  languages: readonly Language[],
): Meaning | null {
  const stem = words[at]?.stem ?? "";
  let best: { readonly concept: string; readonly last: number; readonly length: number } | null = null;
  for (const language of languages) {
    for (const { rest, concept } of index.own[language].long.beginningWith(stem)) {
      if (best !== null && rest.length <= best.length) break;
      const last = lastOf(words, at, rest);
      if (last !== null) best = { concept, last, length: rest.length };
    }
  }
  return best === null ? null : { concepts: [best.concept], last: best.last, partial: false };
}

/** Where the term ends, if its other words follow the one at `at`. */
function lastOf(words: readonly Word[], at: number, rest: readonly string[]): number | null {
  let here = at;
  for (const stem of rest) {
    here = following(words, here);
    if (words[here]?.stem !== stem) return null;
  }
  return here;
}

function wordMeaning(
  words: readonly Word[],
  at: number,
  index: GlossaryIndex,
  languages: readonly Language[],
): Meaning | null {
  const word = words[at];
  if (word === undefined || word.stop) return null;
  const plain = plainSpelling(word.surface);
  const concepts = knownConcepts(word, plain, index, languages);
  if (concepts.length > 0) return { concepts, last: at, partial: false };
  const isHyphenated = (words[at + 1]?.start ?? word.end) < word.end;
  if (isHyphenated || !languages.includes("de")) return null;
  const parts = compoundConcepts(word.surface, plain, word.stem, index.compounds);
  return parts.length === 0 ? null : { concepts: parts, last: at, partial: true };
}

const NONE: readonly string[] = [];

function knownConcepts(
  word: Word,
  plain: string,
  { own, foreign }: GlossaryIndex,
  languages: readonly Language[],
): readonly string[] {
  const exact = united(languages.map((language) => own[language].exact.get(plain)));
  if (exact.length > 0) return exact;
  const stemmed = united(languages.map((language) => own[language].stems.get(word.stem)));
  if (stemmed.length > 0) return stemmed;
  for (const language of languages) {
    // An English stem may be a German word by chance ("personal-ization"): only German stems are looked up.
    const concept = foreign[language].get(plain) ?? (language === "de" ? foreign.de.get(word.stem) : undefined);
    if (concept !== undefined) return [concept];
  }
  return NONE;
}

function united(found: readonly (readonly string[] | undefined)[]): readonly string[] {
  const [one = NONE, other = NONE] = found;
  if (other.length === 0) return one;
  return one.length === 0 ? other : [...new Set([...one, ...other])];
}
