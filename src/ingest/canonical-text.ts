import type { Block, BlockKind, BlockRole } from "./document-structure.js";

// Invisible characters that split words for a reader's search and for ours: soft hyphen, zero-width and direction
// marks, byte order mark, object replacement.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffc]/g;
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is stripped
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;

/** NFC, `\n` line ends, no control or invisible characters; `\t` and non-breaking spaces stay. Idempotent. */
export function canonicalise(text: string): string {
  return text.replace(LINE_END, "\n").replace(CONTROL, "").replace(INVISIBLE, "").normalize("NFC");
}

/** A block that has no place in a text yet. */
export interface Unit {
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly role: BlockRole;
  readonly text: string;
  /** Layout before the block on its line, such as "- "; not part of the block. */
  readonly prefix: string;
  /** Stands on the line after the unit before it, without a blank line between. */
  readonly tight: boolean;
}

/** Writes units below each other as plain text, and says where each of them stands. Empty units are left out. */
export function layOut(units: readonly Unit[]): { readonly text: string; readonly blocks: readonly Block[] } {
  let text = "";
  const blocks: Block[] = [];
  for (const unit of units) {
    const content = canonicalise(unit.text).trim();
    if (content === "") continue;
    if (text !== "") text += unit.tight ? "\n" : "\n\n";
    text += unit.prefix;
    const start = text.length;
    text += content;
    blocks.push({ kind: unit.kind, level: unit.level, role: unit.role, start, end: text.length });
  }
  return { text, blocks };
}
