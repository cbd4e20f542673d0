import type { Unit } from "../canonical-text.js";
import type { BlockKind } from "../document-structure.js";
import { isCredit, isDateline } from "../line-shape.js";
import { type HtmlElement, type HtmlNode, isElement, isText } from "./html-nodes.js";

const BLOCK = new Set(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const DROPPED = new Set(["script", "style", "noscript", "template", "head", "title", "iframe", "object", "button"]);
const INDENT = "  ";

/** Where in the page the walk is: what its text would be, and how deep in lists. */
interface Place {
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly prefix: string;
  readonly depth: number;
}

const TOP: Place = { kind: "paragraph", level: null, prefix: "", depth: 0 };

/** The blocks of an element, in the order of the page. */
export function unitsOf(element: HtmlElement): Unit[] {
  const units: Unit[] = [];
  walk(element, TOP, units);
  return units;
}

function walk(element: HtmlElement, place: Place, units: Unit[]): void {
  let text = "";
  let { prefix } = place;
  const flush = (): void => {
    for (const part of paragraphsOf(text)) {
      units.push(unitOf(part, { ...place, prefix }));
      // Only the first paragraph of a list item carries the bullet.
      prefix = " ".repeat(prefix.length);
    }
    text = "";
  };
  for (const child of element.childNodes) {
    if (!isElement(child) || !holdsBlocks(child)) {
      text += inline(child);
      continue;
    }
    flush();
    if (child.localName === "tr") addRow(child, units);
    else if (child.localName === "ul" || child.localName === "ol") addList(child, place.depth, units);
    else if (child.localName === "pre") addPreformatted(child, units);
    else if (!DROPPED.has(child.localName)) walk(child, placeIn(child, place), units);
  }
  flush();
}

function placeIn(element: HtmlElement, outer: Place): Place {
  const name = element.localName;
  if (/^h[1-6]$/.test(name)) return { ...TOP, kind: "heading", level: Number(name.slice(1)) };
  if (name === "figcaption" || name === "caption") return { ...TOP, kind: "caption" };
  if (name === "dt") return { ...TOP, kind: "heading", level: 6 };
  if (name === "table") return TOP;
  return outer;
}

function addList(list: HtmlElement, depth: number, units: Unit[]): void {
  const from = units.length;
  let number = Number(list.getAttribute("start") ?? 1) || 1;
  for (const item of list.childNodes) {
    if (!isElement(item)) continue;
    const bullet = list.localName === "ol" ? `${number}. ` : "- ";
    if (item.localName === "li") number += 1;
    const prefix = INDENT.repeat(Math.min(depth, 8)) + bullet;
    walk(item, { kind: "item", level: null, prefix, depth: depth + 1 }, units);
  }
  units.forEach((unit, at) => {
    if (at > from || (at === from && depth > 0)) units[at] = { ...unit, tight: true };
  });
}

function addRow(row: HtmlElement, units: Unit[]): void {
  const cells = [...row.childNodes].filter(isElement).map((cell) => collapse(inline(cell)).replace(/\n/g, " "));
  // Pages laid out by tables hold whole articles in a cell.
  const only = [...row.childNodes].filter(isElement).filter((cell) => inline(cell).trim() !== "");
  if (only.length === 1 && only[0]?.querySelector("p, table, ul, ol, h1, h2, h3")) {
    walk(only[0], TOP, units);
    return;
  }
  const text = cells.some((cell) => cell !== "") ? cells.join(" | ") : "";
  units.push({ kind: "row", level: null, role: "body", text, prefix: "", tight: units.at(-1)?.kind === "row" });
}

function addPreformatted(element: HtmlElement, units: Unit[]): void {
  units.push(unitOf((element.textContent ?? "").trim(), TOP));
}

function unitOf(text: string, { kind, level, prefix }: Place): Unit {
  const shaped = kind !== "paragraph" ? kind : isDateline(text) ? "dateline" : isCredit(text) ? "caption" : kind;
  return { kind: shaped, level, role: "body", text, prefix, tight: false };
}

/** True for block elements, and for inline ones that wrap a block, as links around teasers do. */
function holdsBlocks(element: HtmlElement): boolean {
  return BLOCK.has(element.localName) || [...element.childNodes].some(holdsBlock);
}

function holdsBlock(node: HtmlNode): boolean {
  return isElement(node) && holdsBlocks(node);
}

/** The text of inline content; a line break of the page's source is a space, `<br>` is a line end. */
function inline(node: HtmlNode): string {
  if (isText(node)) return (node.textContent ?? "").replace(/[ \t\r\n\f]+/g, " ");
  if (!isElement(node) || DROPPED.has(node.localName)) return "";
  if (node.localName === "br") return "\n";
  const text = [...node.childNodes].map(inline).join("");
  return BLOCK.has(node.localName) ? ` ${text} ` : text;
}

function collapse(text: string): string {
  return text
    .replace(/ {2,}/g, " ")
    .replace(/ *\n */g, "\n")
    .trim();
}

/** Two line breaks in a row are how older pages write paragraphs. */
function paragraphsOf(text: string): string[] {
  return collapse(text)
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "");
}
