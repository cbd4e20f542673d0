import type { Language } from "../contracts/document.js";
import { fold } from "./fold.js";
import {
  DESCRIBES,
  GIVEN_NAMES,
  MEASURES,
  ORGANISATION,
  ORGANISATION_LINKS,
  PERSON_PARTICLES,
  TITLE_TAILS,
  TITLES,
  WATERS,
} from "./name-marks.js";
import { parseNumberWord } from "./numerals.js";
import { isStopWord } from "./stop-words.js";

export interface Token {
  readonly start: number;
  readonly word: string;
  readonly folded: string;
  readonly capital: boolean;
  /** At the start of a sentence, a line or a quotation, where any word has a capital. */
  readonly opens: boolean;
  readonly stop: boolean;
  /** A dot follows that belongs to the word: an initial, a title, "Inc.". */
  readonly keepsDot: boolean;
  /** What stands between it and the token before. */
  readonly gap: string;
}

/** Where each role of a text ends, by where it begins. */
export type RoleEnds = ReadonlyMap<number, number>;

/** Capitalised words in a row, with what was cut off in front of them. */
export interface Sequence {
  readonly tokens: readonly Token[];
  /** Of its first token. */
  readonly index: number;
  readonly title: string | null;
  /** A role stood before it: "Direktorin Vera Ott". */
  readonly role: boolean;
}

const TOKEN =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:-(?=[\p{Lu}\p{N}])|['’](?!s(?!\p{L})))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|&/gu;
const JOINED = /^(?: |\. ?|)$/;
const DASHED = /^ [–—-] $/;
const OPENS = /(?:^|[.!?…:;•\n\r|])[\s"'„“”»«‚‘’›‹([–—*•¿¡-]*$/;
const CAPITAL = /^\p{Lu}/u;
const CAMEL = /^\p{Ll}{1,2}\p{Lu}/u;
const INITIAL = /^\p{Lu}$/u;
const DOTTED = new Set(["inc", "corp", "ltd", "co", "st"]);
const LOOKED_BACK = 12;

export function tokensOf(text: string, language: Language | null): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0];
    const start = match.index;
    const capital = CAPITAL.test(word) || CAMEL.test(word);
    const folded = capital ? fold(word) : word;
    const dotted = text[start + word.length] === ".";
    tokens.push({
      start,
      word,
      folded,
      capital,
      opens: capital && OPENS.test(text.slice(Math.max(0, start - LOOKED_BACK), start)) && !followsTitle(tokens.at(-1)),
      stop: capital && (isStopWord(folded, language) || isMeasure(folded)) && !/^\p{Lu}{2,}$/u.test(word),
      keepsDot: dotted && (INITIAL.test(word) || DOTTED.has(folded) || isTitle(folded)),
      gap: text.slice(end, start),
    });
    end = start + word.length;
  }
  return tokens;
}

/** "Milliarden Euro", "Neun Monate" */
function isMeasure(folded: string): boolean {
  return MEASURES.has(folded) || parseNumberWord(folded) !== null;
}

function isTitle(folded: string): boolean {
  return TITLES.has(folded) || TITLE_TAILS.has(folded);
}

function followsTitle(previous: Token | undefined): boolean {
  return previous?.keepsDot === true;
}

/** "Prof.", "Dr.": another name begins here; without a dot it may be a part of one ("Notre Dame"). */
function isShortTitle(token: Token): boolean {
  return token.keepsDot && TITLES.has(token.folded);
}

/** The runs of capitalised words of a text that may be names: no function words, titles and roles cut off in front. */
export function sequencesOf(text: string, tokens: readonly Token[], roles: RoleEnds): Sequence[] {
  const sequences: Sequence[] = [];
  for (let index = 0; index < tokens.length; ) {
    const front = readFront(text, tokens, index, roles);
    const first = tokens[front.end];
    if (first === undefined || !startsName(first) || (front.end > index && !joins(tokens, front.end))) {
      index = Math.max(front.end, index + 1);
      continue;
    }
    const end = endOfName(tokens, front.end, front.title !== null, roles);
    sequences.push({ tokens: tokens.slice(front.end, end), index: front.end, title: front.title, role: front.role });
    index = end;
  }
  return sequences;
}

function readFront(
  text: string,
  tokens: readonly Token[],
  from: number,
  roles: RoleEnds,
): { readonly end: number; readonly title: string | null; readonly role: boolean } {
  let end = from;
  let role = false;
  let titleStart: number | null = null;
  let titleEnd = from;
  for (let token = tokens[end]; token !== undefined && (end === from || joins(tokens, end)); token = tokens[end]) {
    const title = TITLES.has(token.folded.replaceAll(".", "")) && token.capital;
    if (title || (titleStart !== null && TITLE_TAILS.has(token.folded))) {
      titleStart ??= token.start;
      titleEnd = token.start + token.word.length + (text[token.start + token.word.length] === "." ? 1 : 0);
    } else if (token.capital && isRole(token, roles)) {
      role = true;
    } else break;
    end += 1;
  }
  return { end, role, title: titleStart === null ? null : text.slice(titleStart, titleEnd) };
}

function isRole(token: Token, roles: RoleEnds): boolean {
  return roles.get(token.start) === token.start + token.word.length;
}

function startsName(token: Token): boolean {
  return token.capital && !token.stop;
}

/** True when nothing but a space, or an initial's dot, stands before the token at `index`. */
function joins(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const previous = tokens[index - 1];
  if (token === undefined || previous === undefined || !JOINED.test(token.gap)) return false;
  return !token.gap.startsWith(".") || previous.keepsDot || (TITLE_TAILS.has(previous.folded) && !previous.capital);
}

function endOfName(tokens: readonly Token[], from: number, titled: boolean, roles: RoleEnds): number {
  let end = from + 1;
  for (;;) {
    const token = tokens[end];
    if (token === undefined) return end;
    if (joins(tokens, end) && startsName(token) && !isRole(token, roles) && !isShortTitle(token)) end += 1;
    else {
      const linked = linkedEnd(tokens, from, end, titled);
      if (linked === end) return end;
      end = linked;
    }
  }
}

/** Past a link such as "von", "of", "&" or a dash, where it continues the name; else `at`. */
function linkedEnd(tokens: readonly Token[], from: number, at: number, titled: boolean): number {
  const link = tokens[at];
  const next = tokens[at + 1];
  if (link === undefined) return at;
  if (DASHED.test(link.gap) && link.capital && ORGANISATION.test(link.folded)) return at + 1;
  if (!joins(tokens, at)) return at;
  const before = tokens.slice(from, at);
  const isPerson = titled || before.some((token) => GIVEN_NAMES.has(token.folded));
  const particles = countParticles(tokens, at);
  const named = tokens[at + particles];
  if (isPerson && particles > 0 && named !== undefined && joins(tokens, at + particles) && startsName(named)) {
    return at + particles + 1;
  }
  if (next === undefined || !joins(tokens, at + 1) || !startsName(next)) return at;
  if (link.word === "&") return at + 2;
  if (link.word === "am" && WATERS.has(next.folded)) return at + 2;
  if (!ORGANISATION_LINKS.has(link.word) || !before.some((token) => ORGANISATION.test(token.folded))) return at;
  // "Klinik für Radiologie" alone says what it is, not which one.
  return before.length > 1 || !DESCRIBES.has(link.word) ? at + 2 : at;
}

function countParticles(tokens: readonly Token[], at: number): number {
  let count = 0;
  while (count < 3 && joins(tokens, at + count) && PERSON_PARTICLES.has(tokens[at + count]?.word ?? "")) count += 1;
  return count;
}
