import { canonicalise } from "../language/canonicalise.js";
import type { Block, BlockKind, BlockRole } from "./document-structure.js";

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
