import { newStemmer } from "snowball-stemmers";
import type { Language } from "../contracts/document.js";

const STEMMERS = { de: newStemmer("german"), en: newStemmer("english") } as const;

/** A Snowball stem takes some 20 microseconds, and texts repeat their words. Emptied when full. */
const CACHE_SIZE = 50_000;
const CACHE: Readonly<Record<Language, Map<string, string>>> = { de: new Map(), en: new Map() };

/**
 * Words longer than this are not language (encoded data, URLs), and Snowball's time grows with them.
 * The longest entries of German dictionaries stay below 50 letters.
 */
const LONGEST_WORD = 60;

/** "ue" that is no umlaut: after a, e, o or q ("bauen", "neue", "Quelle"), as in Snowball's german2 variant. */
const SPELLED_UMLAUT = /ae|oe|(?<![aeoq])ue/g;
const UMLAUT_OF: Readonly<Record<string, string>> = { ae: "ä", oe: "ö", ue: "ü" };
/** Verbs that end like a feminine plural. */
const NOT_FEMININE =
  /^(?:be|ge|ent|ver|zer|zurück|hinzu)?(?:ginnen|winnen|spinnen|sinnen|rinnen)$|^(?:b|dr|z|m)?innen$/;
const FEMININE = /(ärzt|anwält|bäuer|(?:er|or|ent|ant|ist|at|og|eur|är|loge|beamt))in(?:nen)?$/;
const MASCULINE_OF: Readonly<Record<string, string>> = { ärzt: "arzt", anwält: "anwalt", bäuer: "bauer" };
/** "leitet", "gegründet": Snowball leaves "-et" after t and d, where the verb's other forms lose their ending. */
const VERB_ENDING = /([dt])et$/;

/**
 * The stem of a word in `fold`'s spelling. German: singular and plural, umlaut and its spelling-out, feminine and masculine
 * form meet ("Ärztinnen", "Aerzte", "Arzt"). Source: snowballstem.org, german with the digraphs of german2; english.
 */
export function stem(folded: string, language: Language): string {
  if (folded.length > LONGEST_WORD) return folded;
  const cache = CACHE[language];
  const known = cache.get(folded);
  if (known !== undefined) return known;
  const stemmed = language === "de" ? stemGerman(folded) : STEMMERS.en.stem(folded);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(folded, stemmed);
  return stemmed;
}

function stemGerman(folded: string): string {
  const word = folded.replace(SPELLED_UMLAUT, (digraph) => UMLAUT_OF[digraph] ?? digraph);
  const stemmed = STEMMERS.de.stem(withoutFeminine(word));
  return stemmed.length > 5 ? stemmed.replace(VERB_ENDING, "$1") : stemmed;
}

function withoutFeminine(word: string): string {
  if (!word.endsWith("in") && !word.endsWith("innen")) return word;
  if (word.length < 6 || NOT_FEMININE.test(word)) return word;
  const masculine = word.replace(FEMININE, (_, end: string) => MASCULINE_OF[end] ?? end);
  return masculine === word ? word.replace(/innen$/, "in") : masculine;
}
