import { createRequire } from "node:module";
import { KonsilError } from "../../contracts/errors.js";
import { layOut, type Unit } from "../canonical-text.js";
import type { ParsedDocument } from "../document-structure.js";
import { metaOf } from "./html-meta.js";
import type { HtmlDocument, HtmlElement, HtmlNode } from "./html-nodes.js";
import { unitsOf } from "./html-units.js";

const require = createRequire(import.meta.url);

/** These two consist of some 170 files: they are loaded with the first page, and not at every start. */
function loadLinkedom(): typeof import("linkedom") {
  return require("linkedom");
}

function loadReadability(): typeof import("@mozilla/readability") {
  return require("@mozilla/readability");
}

/**
 * A web page as plain text: its article where readability finds one, else its body without navigation, forms and
 * asides; headings, paragraphs, list items, rows and picture captions as in Markdown. Metadata comes from the page's
 * head. Nothing is fetched, no script runs. Throws `unreadable_document` for a page that is nested without end.
 */
export function parseHtml(text: string): ParsedDocument {
  const page = read(text);
  if (depthOf(page.documentElement) > DEPTH_MAX) {
    throw new KonsilError("unreadable_document", "The page's elements are nested too deeply.");
  }
  const meta = metaOf(page);
  removeFurniture(page);
  const whole = unitsOf(page.body);
  const article = articleOf(page);
  const units = article && isEnough(article, whole) ? article : whole;
  return { ...layOut(withTitle(units, meta.title)), meta, format: "html" };
}

const NOT_CONTENT = [
  "script, style, noscript, template, iframe, object, embed, svg, canvas, form, button, input, select, textarea, dialog",
  "nav, aside, footer, body > header, [role=navigation], [role=banner], [role=complementary], [role=contentinfo]",
  "[role=search], [role=dialog], [role=alertdialog], [hidden], [aria-hidden=true], [aria-modal=true]",
].join(", ");

/** What a page's own style hides from its readers. */
const UNSEEN = /(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0(?![.\d]))/i;

/** Names that pages give to boxes that are not the article. */
const BOX =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|newsletter|subscri\w*|teasers?|related|recommend\w*|share|sharing|social|breadcrumbs?|comments?|advert\w*|banner|popup|paywall|login|signup|skip-?links?)(?:$|[\s_-])/i;

function read(text: string): HtmlDocument {
  // A fragment without a body would leave linkedom without a document element.
  const html = /<html[\s>]/i.test(text) ? text : `<!doctype html><html><head></head><body>${text}</body></html>`;
  return loadLinkedom().parseHTML(html).document as HtmlDocument;
}

/** Pages are some thirty deep; readability's time grows with the square of it. */
const DEPTH_MAX = 400;

function depthOf(root: HtmlNode): number {
  let depth = 0;
  let level: readonly HtmlNode[] = [root];
  while (level.length > 0 && depth <= DEPTH_MAX) {
    depth += 1;
    level = level.flatMap((node) => [...node.childNodes]);
  }
  return depth;
}

function removeFurniture(page: HtmlDocument): void {
  for (const element of page.querySelectorAll(NOT_CONTENT)) {
    // A heading in the page's header is the article's title on many sites.
    if (element.localName === "header") for (const title of element.querySelectorAll("h1")) element.before(title);
    element.remove();
  }
  for (const element of page.querySelectorAll("[style]")) {
    if (UNSEEN.test(element.getAttribute("style") ?? "")) element.remove();
  }
  for (const element of page.querySelectorAll("div, section, ul, ol, p")) {
    const name = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
    if (BOX.test(name) && element.querySelector("h1, article, main") === null) element.remove();
  }
}

/** Below this, readability is left to its own judgement and to the page's body. Lengths in characters. */
const ARTICLE = { shortest: 140, share: 0.2 };

function articleOf(page: HtmlDocument): readonly Unit[] | null {
  // Readability takes the page apart that it is given.
  const { Readability } = loadReadability();
  const article = new Readability(page.cloneNode(true) as never, {
    charThreshold: ARTICLE.shortest,
    serializer: (node) => node as unknown as HtmlElement,
    disableJSONLD: true,
  }).parse();
  return article?.content ? unitsOf(article.content) : null;
}

function isEnough(article: readonly Unit[], whole: readonly Unit[]): boolean {
  const lengthOf = (units: readonly Unit[]): number => units.reduce((sum, { text }) => sum + text.length, 0);
  const length = lengthOf(article);
  return length >= ARTICLE.shortest && length >= lengthOf(whole) * ARTICLE.share;
}

/** The first heading of level 1 is the title; readability takes it out, so it is put back from the metadata. */
function withTitle(units: readonly Unit[], title: string | undefined): Unit[] {
  const same = (text: string): boolean => title !== undefined && text.trim().toLowerCase() === title.toLowerCase();
  const own = units.findIndex((unit) => unit.kind === "heading" && (unit.level === 1 || same(unit.text)));
  if (own >= 0) return units.map((unit, at) => (at === own ? { ...unit, kind: "title" as const, level: 1 } : unit));
  if (title === undefined) return [...units];
  return [{ kind: "title", level: 1, role: "body", text: title, prefix: "", tight: false }, ...units];
}
