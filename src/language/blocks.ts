import type { Span } from "../contracts/passage.js";

const LINE = /[^\n\u2028\u2029]*(?:[\n\u2028\u2029]|$)/gu;
const BULLET = /^\s*[•‣▪◦●○■□➢✓*·]\s/u;
const DASH_OR_NUMBER = /^\s*(?:[-–—]\s+\S|(?:\d{1,2}|[a-z])[.)]\s+(\p{L}+)?)/u;
/** "am\n2. Februar": a wrapped date, not an item. */
const MONTH_START = /^(?:jan|feb|mär|maerz|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)/i;
const LINE_ENDS = /[.:;!?…]["”“»«)]?\s*$/;

/** The span without white space at either end; empty, at its start, when there is nothing else. */
export function trim(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return { start, end };
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

/**
 * Runs of lines that belong together: a blank line ends one, the start of a list item begins one.
 * Trimmed, in order, together covering everything but white space.
 */
export function splitBlocks(text: string, range: Span): Span[] {
  const blocks: Span[] = [];
  let start = range.start;
  let previous = "";
  const close = (end: number): void => {
    const block = trim(text, { start, end });
    if (block.end > block.start) blocks.push(block);
    start = end;
  };
  for (const match of text.slice(range.start, range.end).matchAll(LINE)) {
    const line = match[0].normalize("NFC");
    const at = range.start + match.index;
    if (line.trim() === "" || startsItem(line, previous)) close(at);
    previous = line;
  }
  close(range.end);
  return blocks;
}

/** A dash or a number starts an item only where a line has ended or another item precedes; prose may wrap before them. */
function startsItem(line: string, previous: string): boolean {
  if (BULLET.test(line)) return true;
  const match = DASH_OR_NUMBER.exec(line);
  if (match === null || (match[1] !== undefined && MONTH_START.test(match[1]))) return false;
  return LINE_ENDS.test(previous) || DASH_OR_NUMBER.test(previous);
}
