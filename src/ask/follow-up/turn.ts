import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import { detectLanguage } from "../../language/detect.js";
import { fold } from "../../language/fold.js";
import { conceptsOf } from "../../language/glossary.js";
import { findQuantities, type Quantity } from "../../language/quantities.js";
import { findRoles } from "../../language/roles.js";
import { isStopWord } from "../../language/stop-words.js";
import { analyseWords, type Word } from "../../language/words.js";
import { readAsking } from "../question-kind.js";
import type { AnswerKind } from "../steps.js";
import { AUXILIARY, isLight } from "./marks.js";
import { type KnownNames, type Named, namesOf } from "./named.js";
import { type Noun, nounsOf } from "./nouns.js";
import { inside, wordsOf } from "./words.js";

/** A question, or what is left of one, in its parts. */
export interface Turn {
  readonly text: string;
  readonly language: Language;
  readonly kind: AnswerKind;
  /** The words that ask ("wie viele"). */
  readonly asking: Span;
  readonly names: readonly Named[];
  readonly nouns: readonly Noun[];
  readonly quantities: readonly Quantity[];
  /** Words that say what is asked about, names and quantities apart. */
  readonly contents: readonly Word[];
  /** Has a verb: more than a name or a noun thrown in. */
  readonly isClause: boolean;
}

/**
 * Reads a turn in its language. `known`: names of the conversation by their folded words, which need no capital any
 * more. `opening`: what stood before the text and was cut off; it tells that a capital does not open the sentence.
 */
export function readTurn(text: string, language: Language, known: KnownNames, opening = ""): Turn {
  const { kind, words: asking } = readAsking(text);
  const quantities = findQuantities(text);
  const roles = findRoles(text);
  const words = wordsOf(text, language);
  const others = [...quantities, ...roles];
  const names = namesOf(text, language, { words, asking, known, others, opening });
  const contents = words.filter(
    (word) =>
      !word.stop &&
      !isLight(word.surface) &&
      !inside(word, [asking, ...names, ...quantities]) &&
      word.surface.length > 1,
  );
  const nouns = nounsOf(text, language, contents, { kind, asking, roles });
  const covered = (word: Word) => inside(word, nouns);
  const isClause = AUXILIARY.test(text) || contents.some((word) => !covered(word));
  return { text, language, kind, asking, names, nouns, quantities, contents, isClause };
}

/** Of a turn by its function words and the words that the glossary knows; a lone name is in the language spoken so far. */
export function languageOf(text: string, before: Language | null): Language {
  const words = analyseWords(text.slice(0, LOOKED_AT), null);
  const isFunctionWord = ({ surface }: Word) => isStopWord(fold(surface), "de") !== isStopWord(fold(surface), "en");
  const tells = words.some(isFunctionWord) || conceptsOf(words).length > 0;
  return (tells ? detectLanguage(text) : before) ?? detectLanguage(text) ?? "de";
}

/** In UTF-16 code units. */
const LOOKED_AT = 300;
