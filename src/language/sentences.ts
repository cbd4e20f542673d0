import type { Span } from "../contracts/passage.js";
import {
  AFTER_ORDINAL,
  BEFORE_NUMBER,
  BEFORE_ORDINAL,
  DOTTED_NEVER_LAST,
  LABELS,
  MAYBE_LAST,
  MONTHS,
  NEVER_LAST,
  NEVER_LAST_CAPITALISED,
  SPEECH_VERBS,
} from "./abbreviations.js";
import { splitBlocks, trim } from "./blocks.js";
import { fold } from "./fold.js";
import { plainText } from "./plain-text.js";
import { isStopWord } from "./stop-words.js";

/** End marks with what still belongs to the sentence: closing quotation marks and brackets, notes in brackets or raised. */
const END = /(?<![.!?…。！？])([.!?…。！？]+)(["'”“»«’‘›‹)\]]*)((?:\[[^\]\n]{1,30}\])*[¹²³⁰⁴-⁹†‡]*)(?=\s|$)/gu;
const CLOSING_QUOTE = /["”“»«’›‹]/;
/** How far back and ahead a decision looks, in UTF-16 units; bounds the work on text without spaces. */
const WINDOW = 60;

const LAST_TOKEN = /\S+$/;
const OPENING = /^[("'„“”»«‚‘’›‹[\]–—-]+/;
/** "z. B.", "i. d. R.", "U.S", "e.g": letters with dots, spaces between them allowed; the last dot is cut off. */
const DOTTED = /(?:^|[^\p{L}\p{N}.])((?:\p{L}{1,3}\.\s?)+\p{L}{1,3})$/u;
const PREVIOUS_WORD = /(\p{L}[\p{L}\p{M}-]*)\.?\s+\S+$/u;
const NEXT_WORD = /^[("'„“”»«‚‘’›‹[–—-]*\s?(\p{L}[\p{L}\p{M}\p{N}-]*)/u;
const CAMEL = /^\p{Ll}{1,2}\p{Lu}/u;
const WEB_ADDRESS = /^(?:www\.|https?:)/;
const ROMAN = /^[IVX]{2,5}$/;
const ATTRIBUTION = /^(?:(?:\p{Lu}[\p{L}\p{M}.'’-]*)\s+){1,4}(\p{Ll}+)/u;

/**
 * The sentences of a range (by default of the whole text), German and English alike: trimmed, in order, not overlapping,
 * together covering everything but white space. A blank line and the start of a list item always end a sentence; a
 * quotation and its attribution („…“, sagte X.) are one.
 */
export function splitSentences(text: string, range: Span = { start: 0, end: text.length }): Span[] {
  return splitBlocks(text, range).flatMap((block) => splitBlock(text, block));
}

function splitBlock(text: string, block: Span): Span[] {
  const body = text.slice(block.start, block.end);
  const sentences: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    const span = trim(text, { start: block.start + start, end: block.start + end });
    if (span.end > span.start) sentences.push(span);
    start = end;
  };
  for (const match of body.matchAll(END)) {
    const end = match.index + match[0].length;
    if (end < body.length && endsSentence(body, start, match)) close(end);
  }
  close(body.length);
  return sentences;
}

/** Decides whether the end marks found at `match` end the sentence that began at `start`. */
function endsSentence(body: string, start: number, match: RegExpExecArray): boolean {
  const [whole, marks = "", closers = ""] = match;
  const from = match.index + whole.length;
  const before = plainText(body.slice(Math.max(start, match.index - WINDOW), match.index)).text.trimStart();
  const after = plainText(body.slice(from, from + WINDOW)).text.trimStart();
  const next = NEXT_WORD.exec(after)?.[1] ?? "";
  if (startsLower(next) && !/^[([]/.test(after) && !WEB_ADDRESS.test(after)) return false;
  if (CLOSING_QUOTE.test(closers) && isAttribution(marks, after)) return false;
  if (/^(?:\.{2,}|…+)$/.test(marks)) return ellipsisEnds(before, closers);
  if (marks !== ".") return !/[([]$/.test(before);
  return dotEnds(before, after, next, closers);
}

function startsLower(word: string): boolean {
  return /^\p{Ll}/u.test(word) && !CAMEL.test(word);
}

/** “…!” Ott asked. / „…“ – Vera Ott, Direktorin */
function isAttribution(marks: string, after: string): boolean {
  if (/^[–—-]/.test(after)) return true;
  if (marks === ".") return false;
  const verb = ATTRIBUTION.exec(after)?.[1];
  return verb !== undefined && SPEECH_VERBS.has(verb);
}

/** An ellipsis after a space or in brackets leaves something out; one at the end of a word may end a sentence. */
function ellipsisEnds(before: string, closers: string): boolean {
  if (CLOSING_QUOTE.test(closers)) return true;
  return /[\p{L}\p{N}]$/u.test(before);
}

function dotEnds(before: string, after: string, next: string, closers: string): boolean {
  const token = (LAST_TOKEN.exec(before)?.[0] ?? "").replace(OPENING, "");
  if (token === "") return !after.startsWith(".") && !before.trimEnd().endsWith(".");
  const alone = token === before.replace(OPENING, "");
  const starter = next !== "" && isStopWord(fold(next), null);
  if (/^\d+$/.test(token)) return closers !== "" || numberEnds(token, before, after, next, starter, alone);
  const lower = token.toLowerCase();
  const dotted = DOTTED.exec(before)?.[1]?.replace(/\s/g, "").toLowerCase();
  if (dotted !== undefined) return !DOTTED_NEVER_LAST.has(dotted) && (starter || CLOSING_QUOTE.test(closers));
  if (NEVER_LAST.has(lower) || NEVER_LAST_CAPITALISED.has(token)) return false;
  if (lastPartIsAbbreviation(lower)) return false;
  if (BEFORE_NUMBER.has(lower) && /^(?:\d|[IVX]+\b)/.test(after)) return false;
  if (MAYBE_LAST.has(lower)) return starter || /^["“„»(]/.test(after);
  if (/^\p{L}$/u.test(token)) return singleLetterEnds(token, before, after, starter, alone);
  if (ROMAN.test(token)) return starter;
  return true;
}

/** "Dipl.-Ing.", "Univ.-Prof.", "Prof.Dr." */
function lastPartIsAbbreviation(token: string): boolean {
  const part = /[.-](\p{L}+)$/u.exec(token)?.[1];
  return part !== undefined && token.includes(".") && NEVER_LAST.has(part);
}

/** "Heyo K. Kroemer" and "z. B." go on, "Vitamin C. Danach" does not. */
function singleLetterEnds(token: string, before: string, after: string, starter: boolean, alone: boolean): boolean {
  if (/^\p{L}\./u.test(after)) return false;
  if (alone) return false;
  if (starter) return true;
  const previous = PREVIOUS_WORD.exec(before)?.[1]?.toLowerCase() ?? "";
  return LABELS.has(previous) && /^\p{Lu}/u.test(token);
}

/** "am 1. Januar", "im 3. Quartal" and "9. 2. 2026" go on; "im Jahr 2025. Danach" and "waren es 20. Die" do not. */
function numberEnds(
  digits: string,
  before: string,
  after: string,
  next: string,
  starter: boolean,
  alone: boolean,
): boolean {
  if (digits.length > 3) return true;
  if (alone) return false;
  if (MONTHS.has(next.toLowerCase()) || AFTER_ORDINAL.has(next.toLowerCase())) return false;
  if (digits.length <= 2 && /^\d/.test(after)) return false;
  if (starter) return true;
  const previous = PREVIOUS_WORD.exec(before)?.[1]?.toLowerCase() ?? "";
  return !BEFORE_ORDINAL.has(previous);
}
