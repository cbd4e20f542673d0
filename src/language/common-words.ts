import { readFileSync } from "node:fs";
import { conceptsOf } from "./glossary.js";
import { isStopWord } from "./stop-words.js";
import { analyseWords } from "./words.js";

/** Endings that inflect a German or English word, and leave a word of the list before them. */
const ENDINGS = [
  "e",
  "en",
  "er",
  "em",
  "es",
  "n",
  "s",
  "t",
  "te",
  "ten",
  "tet",
  "et",
  "st",
  "ed",
  "d",
  "ing",
  "ly",
  "ern",
];

let listed: ReadonlySet<string> | null = null;

/**
 * Whether a word is a usual one of German or English, whatever the documents hold: in the list `common-words.txt`, a
 * form of a word in it, a function word, or a word of the glossary. Places and companies that many texts name are in the
 * list as well. Says false of most compounds.
 */
export function isCommonWord(surface: string): boolean {
  const word = surface.normalize("NFC").toLowerCase();
  const languages = ["de", "en"] as const;
  return (
    isListed(word) ||
    ENDINGS.some((ending) => word.endsWith(ending) && isListed(word.slice(0, -ending.length))) ||
    languages.some((language) => isStopWord(word, language) || isInGlossary(surface, language))
  );
}

/** Whether the list has just this word, in lower case. Read at the first question that has a doubtful word. */
export function isListed(word: string): boolean {
  listed ??= new Set(readFileSync(new URL("./common-words.txt", import.meta.url), "utf8").split("\n"));
  return word !== "" && listed.has(word);
}

/** A compound is no word of the glossary by the part of it that is: the rest may be misspelled. */
function isInGlossary(surface: string, language: "de" | "en"): boolean {
  return conceptsOf(analyseWords(surface, language), language).some(({ partial }) => !partial);
}
