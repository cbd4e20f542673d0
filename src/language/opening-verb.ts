import { isListed } from "./common-words.js";
import { fold } from "./fold.js";
import { GLOSSARY } from "./glossary/all.js";
import { isStopWord } from "./stop-words.js";

/** A word, and something behind it. */
const OPENING = /^[\s"'„“»«‚‘’(¿-]*(\p{L}\p{Ll}+)\s+\S+\s+\S/u;
const NOUN = /(?:heit|keit|schaft|ung|tät|tion|ment|nis)$/;
/** Third persons and past tenses from which the infinitive cannot be read. */
const IRREGULAR = new Set(
  "läuft lief trägt trug fährt fuhr hält hielt erhält erhielt enthält enthielt fällt fiel nimmt nahm übernimmt übernahm gibt gab spricht sprach hilft half trifft traf betrifft steht stand besteht bestand entsteht entstand versteht geht ging tritt trat wächst wuchs verlässt verließ begann kam bekam fand blieb schrieb unterschrieb zog sah sieht liest wirbt".split(
    " ",
  ),
);

let infinitives: ReadonlySet<string> | null = null;

/**
 * Whether a German question opens with its verb ("Kauft Siemens ein Werk?"), auxiliary and modal verbs apart, which are
 * function words. The verb has its capital from its place; nouns have theirs by themselves ("Standort der Klinik?").
 */
export function opensWithVerb(text: string): boolean {
  const first = OPENING.exec(text)?.[1];
  if (first === undefined || !isAsked(text, first)) return false;
  const word = first.toLowerCase();
  if (IRREGULAR.has(word)) return true;
  if (NOUN.test(word) || isStopWord(fold(word), null)) return false;
  if (word.endsWith("n") && isKnownInfinitive(word)) return true;
  return singularsOf(word).some((infinitive) => isKnownInfinitive(infinitive) || isListed(infinitive));
}

/** Who writes no capitals may leave out the question mark as well. */
function isAsked(text: string, first: string): boolean {
  return /\?\s*$/.test(text) || /^\p{Ll}/u.test(first);
}

/** The infinitives of which a word may be the third person or the past tense: "kauft", "arbeitet", "fördert", "kaufte". */
function singularsOf(word: string): string[] {
  const stem = /^(\p{L}{3,}?)e?te?n?$/u.exec(word)?.[1];
  if (stem === undefined || !/t(?:en?)?$/.test(word)) return [];
  return /e[rl]$/.test(stem) ? [`${stem}n`] : [`${stem}en`];
}

function isKnownInfinitive(word: string): boolean {
  infinitives ??= new Set(GLOSSARY.flatMap(({ de }) => de.map(plain).filter((term) => /^\p{Ll}+n$/u.test(term))));
  return infinitives.has(word) || word.endsWith("ieren");
}

function plain(term: string): string {
  return term.replace(/^=/, "");
}
