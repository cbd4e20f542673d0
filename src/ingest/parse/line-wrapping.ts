import { bulletLength, endsSentence, isCredit, isDateline, ordinalOf } from "../line-shape.js";

/** A line of a text, or several hard-wrapped ones: `text` is the document's own, trimmed, beginning at `start`. */
export interface Line {
  readonly start: number;
  readonly text: string;
  /** First of the text, or below a blank line. */
  readonly afterBlank: boolean;
}

/** The lines of a text that are not blank. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let afterBlank = true;
  for (const raw of text.split("\n")) {
    const trimmed = raw.trim();
    if (trimmed !== "") lines.push({ start: start + raw.indexOf(trimmed), text: trimmed, afterBlank });
    afterBlank = trimmed === "";
    start += raw.length + 1;
  }
  return lines;
}

/**
 * Hard-wrapped text: lines are between these lengths, and a share of them continues the sentence of the line above in
 * lower case (German capitalises its nouns: about half of the lines do; lines that are paragraphs of their own: none).
 */
const WRAPPED = { shortest: 40, longest: 110, continuing: 0.25, pairs: 2 };

/** Joins the lines of hard-wrapped paragraphs; other lines stay as they are. */
export function joinWrappedLines(lines: readonly Line[]): Line[] {
  const width = wrapWidth(lines);
  if (width === null) return [...lines];
  const joined: Line[] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    const open = joined.at(-1);
    if (open && previous && continues(previous, line, width)) {
      const gap = line.start - (previous.start + previous.text.length);
      joined[joined.length - 1] = { ...open, text: `${open.text}${gapText(gap)}${line.text}` };
    } else {
      joined.push(line);
    }
    previous = line;
  }
  return joined;
}

// Offsets count, and shapes are told from words: the characters between two wrapped lines are a line end and indents.
function gapText(length: number): string {
  return "\n".padEnd(length, " ");
}

function wrapWidth(lines: readonly Line[]): number | null {
  const pairs = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return next && !next.afterBlank && !opensBlock(next) ? [{ line, next }] : [];
  });
  if (pairs.length < WRAPPED.pairs) return null;
  const width = Math.max(...pairs.map(({ line }) => line.text.length));
  if (width < WRAPPED.shortest || width > WRAPPED.longest) return null;
  const continuing = pairs.filter(({ line, next }) => isMidSentence(line, next)).length;
  return continuing >= pairs.length * WRAPPED.continuing ? width : null;
}

function isMidSentence(line: Line, next: Line): boolean {
  return /^[\p{Ll}(]/u.test(next.text) && !endsSentence(line.text);
}

/** A line goes on in the next when that one's first word did not fit any more, or when its sentence does. */
function continues(line: Line, next: Line, width: number): boolean {
  if (next.afterBlank || opensBlock(next) || isDateline(line.text) || isCredit(line.text)) return false;
  if (isMidSentence(line, next)) return true;
  const word = /^\S+/.exec(next.text)?.[0] ?? "";
  return line.text.length + 1 + word.length > width;
}

function opensBlock(line: Line): boolean {
  return bulletLength(line.text) > 0 || ordinalOf(line.text) !== null || isDateline(line.text) || isCredit(line.text);
}
