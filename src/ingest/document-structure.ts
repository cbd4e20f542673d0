import type { Language } from "../contracts/document.js";
import type { Span } from "../contracts/passage.js";

/** What a block is. `title`: the document's own; `item`: of a list, without its bullet; `row`: of a table. */
export type BlockKind = "title" | "heading" | "paragraph" | "item" | "row" | "caption" | "dateline";

/**
 * What a block is for. `body`: the report itself. `about`: describes an organisation in general (the end of a press
 * release). `furniture`: navigation, teasers, advertising, comments: not the document.
 */
export type BlockRole = "body" | "about" | "furniture";

/** One block of a document: `text.slice(start, end)`, trimmed and not empty. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** 1 to 6 for headings (1 for the title), null for everything else. */
  readonly level: number | null;
  readonly role: BlockRole;
}

/** What a source says about itself; absent where it says nothing. */
export interface SourceMeta {
  readonly id?: string;
  readonly title?: string;
  readonly publisher?: string;
  /** `YYYY-MM-DD` */
  readonly publishedAt?: string;
  readonly url?: string;
  readonly language?: Language;
  readonly partners?: readonly string[];
  readonly kind?: string;
  /** Fields that Konsil does not know, as they were. */
  readonly unknown: Readonly<Record<string, unknown>>;
}

/** A document as every later step sees it, whatever format it came in. */
export interface ParsedDocument {
  /** Canonical text: NFC, `\n` line ends, readable as plain text. Every offset refers to it. */
  readonly text: string;
  /** In order, not overlapping. Text between blocks is layout: bullets, separators, blank lines. */
  readonly blocks: readonly Block[];
  readonly meta: SourceMeta;
  /** What it was written in, for how far its structure can be trusted; absent: plain text. */
  readonly format?: "markdown" | "text" | "html";
}
