import type { Language } from "../contracts/document.js";
import { findAbout } from "./clean/about.js";
import { findFurniture } from "./clean/furniture.js";
import { signalsOf } from "./clean/signals.js";
import type { ParsedDocument } from "./document-structure.js";

/**
 * Says what every block is for: the report, the description of an organisation at its end, or the furniture of the
 * page it was saved from. Only roles change; the text and the spans stay as they are. A block that the parser already
 * gave another role than "body" keeps it.
 */
export function clean(parsed: ParsedDocument, language: Language | null): ParsedDocument {
  const signals = signalsOf(parsed, language);
  const furniture = findFurniture(signals, parsed.format);
  const article = signals.flatMap((signal, at) => (furniture.has(at) ? [] : [{ signal, at }]));
  const within = findAbout(article.map(({ signal }) => signal));
  const about = new Set(article.filter((_, index) => within.has(index)).map(({ at }) => at));
  const blocks = parsed.blocks.map((block, at) => {
    if (block.role !== "body") return block;
    const role = furniture.has(at) ? "furniture" : about.has(at) ? "about" : "body";
    return { ...block, role } as const;
  });
  return { ...parsed, blocks };
}
