import type { Sentence, SentenceKind, Span } from "../contracts/passage.js";
import { injectedAmong } from "../language/injected.js";
import { splitSentences } from "../language/sentences.js";
import type { Block, ParsedDocument } from "./document-structure.js";

/** A sentence of a block, before it is known what introduces it. */
export type BlockSentence = Omit<Sentence, "leadIn">;

export interface BlockSentences {
  readonly block: Block;
  /** Sentences side by side; null stands where sentences were left out, because they speak to a program. */
  readonly runs: readonly (readonly BlockSentence[] | null)[];
}

/** Sizes in UTF-16 code units. */
const SIZES = {
  /** A list item up to this is one unit, also when it has several sentences. */
  item: 400,
  /** A longer sentence (a table without full stops, a list in one line) is cut at white space. */
  sentence: 700,
} as const;

/**
 * The sentences of every block of a document, without those that speak to a program instead of a reader (`isInjected`):
 * what commands can neither be found nor quoted, while the document's text stays as it is. A heading is one sentence;
 * furniture has none.
 */
export function readBlocks({ text, blocks }: ParsedDocument): BlockSentences[] {
  const read = blocks.map((block) => (block.role === "furniture" ? [] : sentencesOf(text, block)));
  const injected = injectedAmong(read.flat().map(({ start, end }) => text.slice(start, end)));
  let at = 0;
  return blocks.map((block, index) => {
    const runs: (BlockSentence[] | null)[] = [];
    for (const sentence of read[index] ?? []) {
      const last = runs.at(-1);
      if (injected[at] === true) runs.push(null);
      else if (last) last.push(sentence);
      else runs.push([sentence]);
      at += 1;
    }
    return { block, runs };
  });
}

function sentencesOf(text: string, block: Block): BlockSentence[] {
  const kind: SentenceKind = block.kind === "paragraph" || block.kind === "title" ? "prose" : block.kind;
  const isUnit =
    kind === "heading" ||
    kind === "row" ||
    kind === "dateline" ||
    (kind === "item" && block.end - block.start <= SIZES.item);
  const whole = isUnit ? [{ start: block.start, end: block.end }] : splitSentences(text, block);
  return whole.flatMap((span) => shorten(text, span)).map((span) => ({ ...span, kind }));
}

/** A span in pieces of at most `SIZES.sentence`, cut at white space where there is any. */
function shorten(text: string, span: Span): Span[] {
  const pieces: Span[] = [];
  let { start } = span;
  while (span.end - start > SIZES.sentence) {
    const blank = text.lastIndexOf(" ", start + SIZES.sentence);
    let end = blank > start + SIZES.sentence / 2 ? blank : start + SIZES.sentence;
    if (isLowSurrogate(text.charCodeAt(end))) end -= 1;
    pieces.push(trimmed(text, start, end));
    start = end;
  }
  pieces.push(trimmed(text, start, span.end));
  return pieces.filter((piece) => piece.end > piece.start);
}

function trimmed(text: string, start: number, end: number): Span {
  const slice = text.slice(start, end);
  return { start: start + slice.length - slice.trimStart().length, end: end - (slice.length - slice.trimEnd().length) };
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
