import type { Language } from "../contracts/document.js";
import { GLOSSARY } from "./glossary/all.js";
import { STOP_WORDS } from "./stop-words.js";

/** Of the letters of a word, with its beginning and end: "^mi", "mit", "it$". */
const SIZE = 3;
/** Added to every count (Lidstone), so that an unseen trigram is unlikely and not impossible. */
const SMOOTHING = 0.5;

let odds: ReadonlyMap<string, number> | null = null;

/**
 * The nearer of German and English by the trigrams of its words, for words that no list knows; null when they tell
 * nothing. Naive Bayes with equal priors (Dunning 1994, Statistical Identification of Language), learnt at first use from
 * the stop words and the glossary of both languages, which takes some milliseconds.
 */
export function languageByTrigrams(words: readonly string[]): Language | null {
  odds ??= learn();
  let sum = 0;
  for (const word of words) for (const trigram of trigramsOf(word)) sum += odds.get(trigram) ?? 0;
  return sum > 0 ? "de" : sum < 0 ? "en" : null;
}

/** Log odds of each trigram, positive for German. */
function learn(): Map<string, number> {
  const counts = { de: countTrigrams("de"), en: countTrigrams("en") };
  const kinds = new Set([...counts.de.keys(), ...counts.en.keys()]);
  const total = (language: Language) => [...counts[language].values()].reduce((sum, count) => sum + count, 0);
  const share = (language: Language, all: number) => (trigram: string) =>
    ((counts[language].get(trigram) ?? 0) + SMOOTHING) / (all + SMOOTHING * kinds.size);
  const [german, english] = [share("de", total("de")), share("en", total("en"))];
  return new Map([...kinds].map((trigram) => [trigram, Math.log(german(trigram) / english(trigram))]));
}

function countTrigrams(language: Language): Map<string, number> {
  const counts = new Map<string, number>();
  const terms = GLOSSARY.flatMap((group) => group[language].map((term) => term.replace(/^=|\/in$/g, "")));
  for (const word of [...STOP_WORDS[language], ...terms.flatMap((term) => term.split(/[\s-]+/))]) {
    for (const trigram of trigramsOf(word)) counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
  }
  return counts;
}

function trigramsOf(word: string): string[] {
  const padded = `^${word.normalize("NFC").toLowerCase()}$`;
  return Array.from({ length: Math.max(0, padded.length - SIZE + 1) }, (_, at) => padded.slice(at, at + SIZE));
}
