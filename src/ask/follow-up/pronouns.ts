import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import { ANY_GENDER } from "./marks.js";

/** A word that points back. */
export interface Pronoun extends Span {
  /**
   * Whom or what it may point to: one person; a person or a thing; a thing; several; a place; or whatever was spoken of
   * ("das", "that").
   */
  readonly points: "person" | "any" | "thing" | "several" | "place" | "matter";
  /** Genders it agrees with, as letters of "mfn". */
  readonly genders: string;
  readonly possessive: boolean;
  /** Of "darüber": "über". */
  readonly preposition: string | null;
}

type Pointing = Omit<Pronoun, keyof Span>;

function pointing(points: Pronoun["points"], genders = ANY_GENDER, more: Partial<Pointing> = {}): Pointing {
  return { points, genders, possessive: false, preposition: null, ...more };
}

const OWN = { possessive: true } as const;
const END = "\\s*(?:$|[?.!,;])";
const BEFORE_A_NOUN = "\\s+(?:\\p{Ll}+e[nrsm]?\\s+)*\\p{Lu}";

/** What counts as one; where a word may be something else, its surroundings tell. */
const ENGLISH: readonly (readonly [string, Pointing])[] = [
  ["his(?=\\s+\\p{L})", pointing("person", "m", OWN)],
  ["he|him|his", pointing("person", "m")],
  ["her(?=\\s+(?!(?:at|in|on|for|with|to|from|about|over|when|work|and)\\b)\\p{L})", pointing("person", "f", OWN)],
  ["she|hers?", pointing("person", "f")],
  ["its(?=\\s+\\p{L})", pointing("thing", ANY_GENDER, OWN)],
  ["it", pointing("thing")],
  ["their(?=\\s+\\p{L})", pointing("several", ANY_GENDER, OWN)],
  ["they|them", pointing("several")],
  ["(?<!(?:is|are|was|were|be|been)\\s)there(?!\\s+(?:is|are|was|were)\\b)", pointing("place")],
  [`(?:that|this|those|these)(?=${END}|\\s+(?:is|was|are|were|happen|happened|so|mean)\\b)`, pointing("matter")],
];

const GERMAN: readonly (readonly [string, Pointing])[] = [
  [`sein(?:e[nrsm]?)?(?=${BEFORE_A_NOUN})`, pointing("any", "mn", OWN)],
  [`ihr(?:e[nrsm]?)?(?=${BEFORE_A_NOUN})`, pointing("any", "f", OWN)],
  ["ihm", pointing("any", "mn")],
  ["er|ihn", pointing("any", "m")],
  ["sie|ihr", pointing("any", "f")],
  ["ihnen", pointing("several")],
  ["(?<!(?:gibt|gab|geht|ging|kommt|kam|handelt)\\s)es(?!\\s+(?:gibt|gab|geht|kommt|handelt))", pointing("thing", "n")],
  [`(?:das|dies)(?=${END}|\\s+(?:so|genau|denn|eigentlich|alles|auch)(?!\\p{L}))`, pointing("matter")],
  [`(?:das|dies)(?!${BEFORE_A_NOUN})(?=.*\\p{Lu})`, pointing("matter")],
  [`diese[nrsm]?(?=${END})`, pointing("any")],
  ["dort|dorthin|dorther", pointing("place")],
  [`(?<=\\p{L}\\s)da(?=${END})`, pointing("place")],
  ["daran", pointing("matter", ANY_GENDER, { preposition: "an" })],
  ["darauf", pointing("matter", ANY_GENDER, { preposition: "auf" })],
  ["daraus", pointing("matter", ANY_GENDER, { preposition: "aus" })],
  ["dabei", pointing("matter", ANY_GENDER, { preposition: "bei" })],
  ["dafür", pointing("matter", ANY_GENDER, { preposition: "für" })],
  ["dagegen", pointing("matter", ANY_GENDER, { preposition: "gegen" })],
  ["darin", pointing("matter", ANY_GENDER, { preposition: "in" })],
  ["damit", pointing("matter", ANY_GENDER, { preposition: "mit" })],
  ["darüber|drüber", pointing("matter", ANY_GENDER, { preposition: "über" })],
  ["davon", pointing("matter", ANY_GENDER, { preposition: "von" })],
  ["dazu", pointing("matter", ANY_GENDER, { preposition: "zu" })],
];

const FORMS = { de: GERMAN, en: ENGLISH } as const;
const PATTERNS = { de: anyOf(GERMAN), en: anyOf(ENGLISH) } as const;

function anyOf(forms: readonly (readonly [string, Pointing])[]): RegExp {
  const named = forms.map(([form], at) => `(?<p${at}>${form})`);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${named.join("|")})(?![\\p{L}\\p{N}])`, "gu");
}

/** More of them are no question. */
const MOST = 4;

/**
 * The words of a question that point back, in order, the first few. A capital inside it makes no pronoun: "Können Sie" addresses
 * whoever answers.
 */
export function findPronouns(text: string, language: Language): Pronoun[] {
  // The first word has a capital whatever it is.
  const first = /\p{L}/u.exec(text)?.index ?? 0;
  const plain = text.slice(0, first) + text.slice(first, first + 1).toLowerCase() + text.slice(first + 1);
  return [...plain.matchAll(PATTERNS[language])].slice(0, MOST).flatMap((match): Pronoun[] => {
    const found = FORMS[language].find((_, at) => match.groups?.[`p${at}`] !== undefined)?.[1];
    return found === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, ...found }];
  });
}
