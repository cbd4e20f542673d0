import { quotationMarks } from "../phrases-framing.js";
import type { Finding, Understood } from "../steps.js";
import { type BareFact, bareFact } from "./bare-fact.js";
import { fact, frame } from "./parts.js";

const ASKS_FOR_NAME =
  /\b(?:wie (?:heißt|heißen|lautet|nennt)|unter welchem namen|(?:what|which) (?:is|are|was) .*\b(?:called|named)|what is the name|which name)/iu;
const IN_MARKS = /[„“"‘‚»]([^„“”"‘’«»]{2,80}?)[“”"’‘«]/gu;

/** What something is called: the one name in quotation marks. */
export function namedAs({ standalone, language }: Understood, { view }: Finding): BareFact | null {
  if (!ASKS_FOR_NAME.test(standalone)) return null;
  const names = [...view.text.matchAll(IN_MARKS)].map(([, name]) => name);
  const [name] = names;
  if (name === undefined || names.length > 1) return null;
  const [open, close] = quotationMarks(language);
  return bareFact(frame(open), fact(name), frame(close));
}

const STANDS_FOR = /\b(?:steht für|stands for|is short for)\s(?:the\s)?([^,;:.()]{3,120})/iu;

/** "Wofür steht UKM?", "What does UKM mean?" */
export function asksForLongForm({ standalone }: Understood): boolean {
  return /\b(?:steht|stehen|abkürzung|kürzel|stands? for|abbreviation|short for|mean)\b/iu.test(standalone);
}

/** What an abbreviation of the question stands for, where the sentence says it without an inflected form. */
export function longFormOf(understood: Understood, { view }: Finding): BareFact | null {
  const { terms, kind } = understood;
  if (!asksForLongForm(understood) && (kind !== "definition" || terms.length > 1)) return null;
  const abbreviations = terms.map(({ surface }) => surface).filter((surface) => /^\p{Lu}{2,8}$/u.test(surface));
  const [abbreviation] = abbreviations;
  if (abbreviation === undefined || abbreviations.length > 1) return null;
  const spelled = STANDS_FOR.exec(view.text);
  if (spelled?.[1] !== undefined && view.text.slice(0, spelled.index).includes(abbreviation)) {
    return bareFact(fact(spelled[1].trim()));
  }
  const named = inFrontOf(view.text, abbreviation);
  return named === null ? null : bareFact(fact(named));
}

/** "Das Universitätsklinikum Münster (UKM)": the capitalised words behind an uninflected article that spell its letters. */
function inFrontOf(text: string, abbreviation: string): string | null {
  const pattern = `(?:^|\\s)(?:das|the|die|der)\\s((?:\\p{Lu}[\\p{L}-]*\\s){1,6})\\(${abbreviation}\\)`;
  const named = new RegExp(pattern, "iu").exec(text)?.[1]?.trim();
  if (named === undefined || !spells(named, abbreviation)) return null;
  return named;
}

/** Whether the letters stand in the words in this order, the first one at the beginning. */
function spells(words: string, abbreviation: string): boolean {
  const [first = "", ...rest] = abbreviation.toLowerCase();
  const lower = words.toLowerCase();
  if (!lower.startsWith(first)) return false;
  let at = 0;
  return rest.every((letter) => {
    at = lower.indexOf(letter, at + 1);
    return at > 0;
  });
}
