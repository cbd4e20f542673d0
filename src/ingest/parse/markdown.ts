import type { List, ListItem, Nodes, Parents, PhrasingContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { KonsilError } from "../../contracts/errors.js";
import { layOut, type Unit } from "../canonical-text.js";
import type { BlockKind, ParsedDocument } from "../document-structure.js";
import { isCredit, isDateline } from "../line-shape.js";

/**
 * Markdown (CommonMark with tables) as plain text: one paragraph a line, list items as "- text", rows as cells joined
 * by " | ", emphasis, links and code as their text. Raw HTML, comments and link definitions are dropped; what a picture
 * shows becomes a caption. The first heading of level 1 is the title. Throws `unreadable_document` when it is nested
 * without end.
 */
export function parseMarkdown(text: string): ParsedDocument {
  if (TOO_DEEP.test(text))
    throw new KonsilError("unreadable_document", "The document's lists or quotes are nested too deeply.");
  const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const units = unitsOf(tree, 0);
  const title = units.findIndex((unit) => unit.kind === "heading" && unit.level === 1);
  const titled = units.map((unit, index) => (index === title ? { ...unit, kind: "title" as const } : unit));
  return { ...layOut(titled), meta: { unknown: {} }, format: "markdown" };
}

const INDENT = "  ";
/** Deeper nesting than anybody writes; the parser's time grows with its cube. */
const TOO_DEEP = /^(?:[ \t]{200,}(?:[-*+]|\d{1,9}[.)])[ \t]|(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){50})/m;

function unit(kind: BlockKind, text: string, more: Partial<Unit> = {}): Unit {
  return { kind, level: null, role: "body", prefix: "", tight: false, text, ...more };
}

function unitsOf(parent: Parents, depth: number): Unit[] {
  return parent.children.flatMap((node): Unit[] => {
    switch (node.type) {
      case "heading":
        return [unit("heading", inline(node.children), { level: node.depth }), ...captions(node.children)];
      case "paragraph":
        return [paragraph(inline(node.children)), ...captions(node.children)];
      case "blockquote":
        return unitsOf(node, depth);
      case "list":
        return listUnits(node, depth);
      case "table":
        return rowUnits(node);
      case "code":
        return [unit("paragraph", node.value)];
      default:
        return [];
    }
  });
}

function paragraph(text: string): Unit {
  const trimmed = text.trim();
  return unit(isDateline(trimmed) ? "dateline" : isCredit(trimmed) ? "caption" : "paragraph", text);
}

function listUnits(list: List, depth: number): Unit[] {
  const first = list.start ?? 1;
  return list.children
    .flatMap((item, index) => itemUnits(item, list.ordered ? `${first + index}. ` : "- ", depth))
    .map((entry, index) => (index === 0 && depth === 0 ? entry : { ...entry, tight: true }));
}

/** An item's first paragraph carries the bullet; what follows in the item is indented below it. */
function itemUnits(item: ListItem, bullet: string, depth: number): Unit[] {
  const indent = INDENT.repeat(Math.min(depth, 8));
  let opened = false;
  return item.children.flatMap((node): Unit[] => {
    if (node.type === "list") return listUnits(node, depth + 1);
    if (node.type !== "paragraph") return unitsOf({ type: "root", children: [node] }, depth + 1);
    const prefix = opened ? `${indent}${INDENT}` : `${indent}${bullet}`;
    opened = true;
    return [unit("item", inline(node.children), { prefix }), ...captions(node.children)];
  });
}

function rowUnits(table: Table): Unit[] {
  return table.children.map((row, index) => {
    const cells = row.children.map((cell) => inline(cell.children).trim());
    const text = cells.some((cell) => cell !== "") ? cells.join(" | ") : "";
    return unit("row", text, { tight: index > 0 });
  });
}

/** Soft line breaks become spaces, hard ones stay. */
function inline(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case "text":
        case "inlineCode":
          return node.value.replace(/[ \t\n]+/g, " ");
        case "break":
          return "\n";
        case "html":
          return /^<br\b/i.test(node.value) ? "\n" : "";
        default:
          return "children" in node ? inline(node.children) : "";
      }
    })
    .join("")
    .replace(/ {2,}/g, " ")
    .replace(/ ?\n ?/g, "\n");
}

function captions(nodes: readonly Nodes[]): Unit[] {
  return nodes.flatMap((node): Unit[] => {
    if (node.type === "image" || node.type === "imageReference") {
      return [unit("caption", (node.alt ?? "").replace(/\s+/g, " "))];
    }
    return "children" in node ? captions(node.children) : [];
  });
}
