/** A block of a document's text: `text.slice(start, end)`, in UTF-16 offsets. Bullets and blank lines are in none. */
export interface TextBlock {
  readonly kind: "title" | "heading" | "paragraph" | "item";
  readonly start: number;
  readonly end: number;
}

const GROUP = /[^\n]+(?:\n[^\n]+)*/g;
const LINE = /[^\n]+/g;
const BULLET = /^\s*(?:[-*•–]|\d{1,3}[.)])\s+(?=\S)/;
/** What ends a sentence, or announces what follows, ends no heading. */
const ENDS_LIKE_PROSE = /[.!?…:;,]["”“»«')\]]*$/;
const LONGEST_HEADING = 120;

/**
 * The blocks of a canonical text, in order. Canonical texts hold no markup: a heading is a short line of its own that
 * is no sentence and has something below it. The title is the first line where it says what `title` says.
 */
export function readTextBlocks(text: string, title: string | null): TextBlock[] {
  const groups = [...text.matchAll(GROUP)].map((match) => ({ start: match.index, content: match[0] }));
  return groups.flatMap(({ start, content }, index): TextBlock[] => {
    const end = start + content.length;
    if (index === 0 && content.trim() === title?.trim()) return [{ kind: "title", start, end }];
    const lines = linesOf(content, start);
    if (lines.some(({ bullet }) => bullet > 0)) return listBlocks(lines);
    const isLast = index === groups.length - 1;
    return [{ kind: !isLast && isHeading(content) ? "heading" : "paragraph", start, end }];
  });
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** Length of its bullet; 0 for none. */
  readonly bullet: number;
}

function linesOf(content: string, offset: number): Line[] {
  return [...content.matchAll(LINE)].map(({ 0: line, index }) => ({
    start: offset + index,
    end: offset + index + line.length,
    bullet: BULLET.exec(line)?.[0].length ?? 0,
  }));
}

/** A line without a bullet goes on with the item above it, or stands before the list. */
function listBlocks(lines: readonly Line[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const { start, end, bullet } of lines) {
    const above = blocks.at(-1);
    if (bullet > 0) blocks.push({ kind: "item", start: start + bullet, end });
    else if (above === undefined) blocks.push({ kind: "paragraph", start, end });
    else blocks[blocks.length - 1] = { ...above, end };
  }
  return blocks;
}

function isHeading(content: string): boolean {
  return (
    content.length <= LONGEST_HEADING &&
    !content.includes("\n") &&
    /^[\p{Lu}\p{N}]/u.test(content) &&
    !ENDS_LIKE_PROSE.test(content)
  );
}
