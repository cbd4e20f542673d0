import type { Block, BlockKind, ParsedDocument } from "../document-structure.js";
import {
  bulletLength,
  datelinePrefix,
  endsSentence,
  isCredit,
  isDateline,
  isHeadingLike,
  ordinalOf,
} from "../line-shape.js";
import { joinWrappedLines, type Line, linesOf } from "./line-wrapping.js";
import { chooseTitle } from "./title-choice.js";

/**
 * Plain text as it is: its own characters are the canonical text. A line is a block, and so is a run of hard-wrapped
 * lines (its span then holds the line ends). What a block is, is told from its shape and from its neighbours.
 */
export function parseText(text: string): ParsedDocument {
  const paragraphs = joinWrappedLines(linesOf(text));
  const numbered = listNumbers(paragraphs);
  const listed = linesOfShortLists(paragraphs);
  const blocks = paragraphs.flatMap((line, index) => blocksOf(line, numbered.has(index), listed.has(index)));
  const title = chooseTitle(text, blocks);
  const titled = blocks.map((block, index) =>
    index === title ? { ...block, kind: "title" as const, level: 1 } : block,
  );
  return { text, blocks: titled, meta: { unknown: {} }, format: "text" };
}

function blocksOf(line: Line, isNumbered: boolean, isListed: boolean): Block[] {
  const block = (kind: BlockKind, from = 0, to = line.text.length): Block => ({
    kind,
    level: kind === "heading" ? 2 : null,
    role: "body",
    start: line.start + from,
    end: line.start + line.text.slice(0, to).trimEnd().length,
  });
  const bullet = isNumbered ? (ordinalOf(line.text)?.length ?? 0) : bulletLength(line.text);
  if (bullet > 0) return [block("item", bullet)];
  if (isDateline(line.text)) return [block("dateline")];
  if (isCredit(line.text)) return [block("caption")];
  if (isRow(line.text)) return [block("row")];
  if (isHeadingLike(line.text) && !isListed) return [block("heading")];
  const prefix = datelinePrefix(line.text);
  return prefix > 0 ? [block("dateline", 0, prefix), block("paragraph", prefix)] : [block("paragraph")];
}

function isRow(line: string): boolean {
  return !endsSentence(line) && (/\t+[^\t]+\t+/.test(line.trim()) || (line.match(/ \| /g)?.length ?? 0) >= 2);
}

const SHORT_LINES = 4;

/**
 * Indices of lines in an address or a list of keywords: several short lines directly below each other. The head of
 * short lines at the top is title, kicker and the like, and the line directly above a text is its heading.
 */
function linesOfShortLists(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  let first = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    const line = lines[at];
    const isShort = line !== undefined && isHeadingLike(line.text);
    if (isShort && !line.afterBlank) continue;
    const end = line !== undefined && !line.afterBlank ? at - 1 : at;
    if (first > 0 && at - first >= SHORT_LINES) for (let index = first; index < end; index += 1) found.add(index);
    first = isShort ? at : at + 1;
  }
  return found;
}

/** Indices of the lines whose number is one of a series; a number that stands alone opens a heading or a sentence. */
function listNumbers(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  let previous: { readonly index: number; readonly number: number } | null = null;
  lines.forEach((line, index) => {
    const number = ordinalOf(line.text)?.number;
    if (number === undefined) return;
    if (previous && number === previous.number + 1 && index - previous.index <= 2) {
      found.add(previous.index);
      found.add(index);
    }
    previous = { index, number };
  });
  return found;
}
