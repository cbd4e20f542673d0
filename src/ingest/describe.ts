import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Document, Language } from "../contracts/document.js";
import { detectLanguage } from "../language/detect.js";
import { isInjected } from "../language/injected.js";
import { findQuantities } from "../language/quantities.js";
import type { Block, ParsedDocument } from "./document-structure.js";
import { datelinePrefix, isDateline, senderOf, statesUpdate } from "./line-shape.js";
import { requireMeta } from "./source-meta.js";

/** What is known about a document before it is cut into passages. */
export type Description = Pick<
  Document,
  "id" | "title" | "publisher" | "publishedAt" | "url" | "language" | "partners" | "kind" | "metadata"
>;

/**
 * What is known about a document: what was given beside it, else what it says of itself (front matter, a page's head),
 * else what its text plainly states at its top, else null. What speaks to a program (`isInjected`) is no title and no
 * name: it counts as not said. Throws `invalid_request` for given fields that are not what
 * they should be, each named in `fields`.
 */
export function describe(
  parsed: ParsedDocument,
  source: { readonly name: string; readonly given: Readonly<Record<string, unknown>> },
): Description {
  const given = requireMeta(source.given, "The metadata", "invalid_request");
  const { unknown, ...said } = { ...parsed.meta, ...given };
  const head = headOf(parsed);
  return {
    id: said.id ?? idFrom(source.name),
    title: informing(said.title) ?? informing(titleOf(parsed, head.lines)),
    publisher: informing(said.publisher) ?? informing(publisherOf(head.lines)),
    publishedAt: said.publishedAt ?? publicationDate(head),
    url: said.url ?? null,
    language: said.language ?? languageOf(parsed),
    partners: (said.partners ?? []).filter((partner) => !isInjected(partner)),
    kind: informing(said.kind) ?? (head.lines.some(({ text }) => senderOf(text) !== null) ? "press-release" : null),
    metadata: { ...parsed.meta.unknown, ...unknown },
  };
}

function informing(text: string | null | undefined): string | null {
  return text === null || text === undefined || isInjected(text) ? null : text;
}

interface Line {
  readonly block: Block;
  readonly text: string;
}

/** The top of a document: the lines above its first long paragraph, that paragraph, and date lines a little below. */
interface Head {
  readonly lines: readonly Line[];
  readonly firstParagraph: string;
  readonly datelines: readonly Line[];
}

/** In words and in long paragraphs; a date line may stand below the lead of a news story, not further down. */
const HEAD = { longParagraph: 20, paragraphsAboveDateline: 2, titleCharacters: 140 };

function headOf({ text, blocks }: ParsedDocument): Head {
  const lines = blocks
    .filter((block) => block.role === "body")
    .map((block) => ({ block, text: text.slice(block.start, block.end) }));
  const long = lines.flatMap((line, at) =>
    line.block.kind === "paragraph" && line.text.split(/\s+/).length >= HEAD.longParagraph ? [at] : [],
  );
  const [first = lines.length] = long;
  const top = lines.slice(0, long[HEAD.paragraphsAboveDateline - 1] ?? lines.length);
  return {
    lines: lines.slice(0, first),
    firstParagraph: lines[first]?.text ?? "",
    datelines: top.filter(
      ({ block, text: line }, at) => block.kind === "dateline" && !isOfEvent(line, lines[at - 1]?.text),
    ),
  };
}

/** A bare date below "Termin" or "When:" is that of an event. */
function isOfEvent(line: string, above: string | undefined): boolean {
  return (
    /^[\p{L}.]*,?\s?\d/u.test(line) &&
    /\b(?:termine?|wann|veranstaltung(?:en)?|events?|when|save the date)\b/iu.test(above ?? "")
  );
}

function publicationDate({ datelines, firstParagraph }: Head): string | null {
  const prefix = firstParagraph.slice(0, datelinePrefix(firstParagraph));
  const stated = [...datelines.map(({ text }) => text), prefix].filter((line) => !statesUpdate(line));
  for (const line of stated) {
    const date = findQuantities(line).find(({ kind, normal }) => kind === "date" && /^\d{4}-\d{2}-\d{2}$/.test(normal));
    if (date) return date.normal;
  }
  return null;
}

function titleOf({ text, blocks }: ParsedDocument, head: readonly Line[]): string | null {
  const title = blocks.find(({ kind }) => kind === "title") ?? blocks.find(({ kind }) => kind === "heading");
  if (title) return oneLine(text.slice(title.start, title.end));
  const first = head.find(({ block, text: line }) => block.kind === "paragraph" && !isDateline(line));
  return first && first.text.length <= HEAD.titleCharacters ? oneLine(first.text) : null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

function publisherOf(head: readonly Line[]): string | null {
  const senders = head.map(
    ({ text }) => senderOf(text) ?? /^(?:Herausgeber(?:in)?|Publisher|Published by):?\s+(\p{Lu}.+)$/u.exec(text)?.[1],
  );
  return senders.find((sender) => sender !== undefined && sender !== "") ?? null;
}

/** Of the sentences: titles may be in another language. */
function languageOf({ text, blocks }: ParsedDocument): Language | null {
  const prose = blocks.filter(({ kind, role }) => role === "body" && (kind === "paragraph" || kind === "item"));
  const sentences = prose.map(({ start, end }) => text.slice(start, end)).join("\n");
  return detectLanguage(sentences) ?? detectLanguage(text);
}

const ID_MAX = 200;
const SPELLING: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** The file's name as an id: the same for the same name, whatever folder it lies in. */
function idFrom(name: string): string {
  const file = basename(name).normalize("NFC").toLowerCase();
  const id = file
    .replace(/\.(?:md|markdown|txt|html?)$/, "")
    .replace(/[äöüß]/g, (letter) => SPELLING[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[^\p{L}\p{N}]+|[-._]+$/gu, "");
  // Cut by characters: half a surrogate pair would be no letter.
  const short = [...id].slice(0, ID_MAX / 2).join("");
  return short === "" ? `document-${createHash("sha256").update(file).digest("hex").slice(0, 8)}` : short;
}
