import type { Language } from "../contracts/document.js";
import type { Span } from "../contracts/passage.js";
import { SPEECH_VERBS } from "./abbreviations.js";
import { fold } from "./fold.js";
import { rememberLast } from "./last-texts.js";
import {
  ADJECTIVE,
  BESIDE_NAMES,
  CALENDAR_WORDS,
  COMMON_ABBREVIATIONS,
  COMMON_NOUN,
  GIVEN_NAMES,
  ORGANISATION,
  PLACE_ENDING,
  PLACE_PREPOSITIONS,
  PLACES,
} from "./name-marks.js";
import { type RoleEnds, type Sequence, sequencesOf, type Token, tokensOf } from "./name-sequences.js";
import { opensWithVerb } from "./opening-verb.js";
import { plainText } from "./plain-text.js";
import { findRoles } from "./roles.js";

export { findRoles };

export interface Name extends Span {
  /** `text.slice(start, end)`, without the title. */
  readonly surface: string;
  readonly kind: "person" | "organisation" | "place" | "abbreviation" | "other";
  /** "Prof. Dr. med.", "Frau", as written before the name. */
  readonly title: string | null;
}

const ABBREVIATION = /^\p{Lu}{2,6}$/u;
/** Where everything is a capital, capitals say nothing. */
const LOWER = /\p{Ll}/u;
const HYPHENATED_ABBREVIATION = /^(\p{Lu}{2,6})-(?=\p{Lu}\p{Ll})/u;
const HYPHEN = /-/;
const ROMAN = /^[IVXLCM]+$/;
const CAMEL = /\p{Ll}\p{Lu}/u;
const ROLE_AFTER = /^\s?(?:\([^()]{1,30}\))?,\s(?:[^,.;:]{0,30}?\s)?$/u;
/** How far after a name its role may begin ("Vera Ott, ärztliche Direktorin"), in UTF-16 units. */
const ROLE_WITHIN = 40;
const LONGEST_PERSON = 5;
/** More capitalised words in a row are a headline. */
const LONGEST_NAME = 7;

/**
 * The names of a text, in order, not overlapping: people, organisations, places, abbreviations. Heuristics: in German,
 * where every noun is capitalised, a name needs two capitalised words, a title, or a form no noun has ("WTZ"); in English
 * a capital inside a sentence is enough. An unknown language is read as German, the more cautious way.
 */
export function findNames(text: string, language: Language | null): readonly Name[] {
  return remembered(text, String(language), () => readNames(text, language));
}

const remembered = rememberLast<readonly Name[]>();

function readNames(text: string, language: Language | null): Name[] {
  const plain = plainText(text);
  return namesOf(withSmallVerb(plain.text, language), language).map((found) => {
    const { start, end } = plain.originalOf(found);
    return { ...found, start, end, surface: text.slice(start, end) };
  });
}

/** "Kauft Nordtal Health ...?": the verb of a German question has its capital from its place, and is no part of a name. */
function withSmallVerb(text: string, language: Language | null): string {
  if (language === "en" || !text.trimEnd().endsWith("?") || !opensWithVerb(text)) return text;
  return text.replace(/\p{L}/u, (letter) => letter.toLowerCase());
}

function namesOf(text: string, language: Language | null): Name[] {
  if (!LOWER.test(text)) return [];
  const tokens = tokensOf(text, language);
  const roles: RoleEnds = new Map(findRoles(text).map(({ start, end }) => [start, end]));
  const names: Name[] = [];
  const inside = new Set(tokens.filter((token) => !token.opens && token.capital).map((token) => token.word));
  for (const sequence of sequencesOf(text, tokens, roles)) {
    const name = readSequence(text, sequence, { tokens, roles, language, inside });
    if (name !== null) names.push(name);
  }
  return names;
}

interface Context {
  readonly tokens: readonly Token[];
  readonly roles: RoleEnds;
  readonly language: Language | null;
  /** Words that stand capitalised inside a sentence: at the start of one they are names, too. */
  readonly inside: ReadonlySet<string>;
}

function readSequence(text: string, sequence: Sequence, context: Context): Name | null {
  const found = fromGivenName(sequence);
  const person = isPerson(text, found, context);
  const tokens = person ? found.tokens : trimCommon(sequence.tokens, context.language);
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined || tokens.length > LONGEST_NAME) return null;
  const kind = person ? "person" : kindOf(tokens, sequence, context);
  if (kind === null) return null;
  const { start } = first;
  const end = start + nameLength(first, last);
  return { start, end, surface: text.slice(start, end), kind, title: sequence.title };
}

/** Of "WTZ-Direktorin" the abbreviation is the name. */
function nameLength(first: Token, last: Token): number {
  const abbreviation = first === last ? HYPHENATED_ABBREVIATION.exec(first.word)?.[1] : undefined;
  return abbreviation?.length ?? last.start + last.word.length + (last.keepsDot ? 1 : 0) - first.start;
}

/** "Offizier Joseph Muster": without what stands before the given name. */
function fromGivenName(sequence: Sequence): Sequence {
  const given = sequence.tokens.findIndex((token) => GIVEN_NAMES.has(token.folded));
  const skipped = sequence.title === null && given > 0 && !sequence.tokens.slice(0, given).some((t) => t.keepsDot);
  return skipped ? { ...sequence, tokens: sequence.tokens.slice(given), index: sequence.index + given } : sequence;
}

/** A title or a given name; else a speech verb beside it, or a role before it or after a comma. */
function isPerson(text: string, sequence: Sequence, context: Context): boolean {
  const { tokens, title, role } = sequence;
  const [first] = tokens;
  if (first === undefined || tokens.length > LONGEST_PERSON) return false;
  if (tokens.some(isOrganisation) || tokens.some((token) => ABBREVIATION.test(token.word))) return false;
  if (title !== null) return true;
  if (tokens.length < 2) return false;
  if (GIVEN_NAMES.has(first.folded) || role) return true;
  return !tokens.some((token) => COMMON_NOUN.test(token.word)) && isIntroduced(text, sequence, context);
}

function isIntroduced(text: string, { tokens, index }: Sequence, context: Context): boolean {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return false;
  const before = context.tokens[index - 1];
  const after = context.tokens[index + tokens.length];
  if (before !== undefined && isSpeechVerb(before) && before.start + before.word.length + 1 === first.start)
    return true;
  const end = last.start + last.word.length;
  if (after !== undefined && isSpeechVerb(after) && end + 1 === after.start) return true;
  const starts = Array.from({ length: ROLE_WITHIN }, (_, at) => end + 1 + at);
  return starts.some((start) => context.roles.has(start) && ROLE_AFTER.test(text.slice(end, start)));
}

function isSpeechVerb(token: Token): boolean {
  return SPEECH_VERBS.has(token.word);
}

/** Without the common nouns and adjectives that only stand beside a name; an organisation keeps its adjective, and "-ung". */
function trimCommon(tokens: readonly Token[], language: Language | null): readonly Token[] {
  if (language === "en") return tokens;
  if (tokens.some(isOrganisation)) return withoutCommonStart(tokens);
  const [first] = tokens;
  const rest = first?.opens === true && ADJECTIVE.test(first.word) ? tokens.slice(1) : tokens;
  const start = rest.findIndex((token) => !isCommonNoun(token));
  const end = rest.findLastIndex((token) => !isCommonNoun(token));
  return start < 0 ? [] : rest.slice(start, end + 1);
}

/** "Umsatz Nordtal Health": but "Beispiel & Söhne". */
function withoutCommonStart(tokens: readonly Token[]): readonly Token[] {
  const start = tokens.findIndex((token) => !standsBeside(token));
  return start > 0 && tokens[start]?.word !== "&" ? tokens.slice(start) : tokens;
}

function isCommonNoun(token: Token): boolean {
  return COMMON_NOUN.test(token.word) || standsBeside(token);
}

function standsBeside(token: Token): boolean {
  return BESIDE_NAMES.has(token.word.toLowerCase());
}

function kindOf(tokens: readonly Token[], { index }: Sequence, context: Context): Name["kind"] | null {
  const [first] = tokens;
  if (first === undefined) return null;
  if (tokens.length > 1) {
    if (tokens.some(isOrganisation)) return "organisation";
    if (PLACES.has(tokens.map((token) => token.folded).join(""))) return "place";
    if (tokens.every((token) => token.word.length === 1)) return null;
    if (ABBREVIATION.test(first.word) && tokens.slice(1).every(isPlace)) return "organisation";
    return isPlace(first) ? "place" : "other";
  }
  if (first.word.length === 1) return null;
  if (HYPHENATED_ABBREVIATION.test(first.word)) {
    const [abbreviation = ""] = first.word.split(HYPHEN);
    return abbreviationKind({ ...first, word: abbreviation, folded: fold(abbreviation) });
  }
  if (ABBREVIATION.test(first.word)) return abbreviationKind(first);
  if (PLACES.has(first.folded)) return "place";
  if (CAMEL.test(first.word) && !HYPHEN.test(first.word)) return "other";
  const before = context.tokens[index - 1];
  const afterPreposition = before !== undefined && PLACE_PREPOSITIONS.has(before.word.toLowerCase());
  if (afterPreposition && PLACE_ENDING.test(first.folded)) return "place";
  if (context.language !== "en" || CALENDAR_WORDS.has(first.word.toLowerCase())) return null;
  if (first.opens && !context.inside.has(first.word)) return null;
  return afterPreposition ? "place" : "other";
}

function abbreviationKind(token: Token): Name["kind"] | null {
  if (PLACES.has(token.folded)) return "place";
  return ROMAN.test(token.word) || COMMON_ABBREVIATIONS.has(token.folded) ? null : "abbreviation";
}

function isOrganisation(token: Token): boolean {
  return ORGANISATION.test(token.folded) || ORGANISATION.test(token.folded.split("-").at(-1) ?? "");
}

function isPlace(token: Token): boolean {
  return PLACES.has(token.folded) || PLACE_ENDING.test(token.folded);
}
