import { KonsilError } from "../../contracts/errors.js";
import { decodeText } from "../decode.js";
import type { ParsedDocument } from "../document-structure.js";
import { splitFrontMatter } from "../front-matter.js";
import { parseHtml } from "./html.js";
import { parseMarkdown } from "./markdown.js";
import { parseText } from "./text.js";

export interface Source {
  /** File name; its extension decides where the media type does not. */
  readonly name: string;
  readonly mediaType: string | null;
  readonly bytes: Uint8Array;
}

type Parser = (text: string) => ParsedDocument;

/** The one table of formats: an extension or a media type, and what reads it. */
const PARSERS: Readonly<Record<string, Parser>> = {
  ".md": withFrontMatter(parseMarkdown),
  ".markdown": withFrontMatter(parseMarkdown),
  ".txt": withFrontMatter(parseText),
  ".html": parseHtml,
  ".htm": parseHtml,
  "text/markdown": withFrontMatter(parseMarkdown),
  "text/x-markdown": withFrontMatter(parseMarkdown),
  "text/plain": withFrontMatter(parseText),
  "text/html": parseHtml,
  "application/xhtml+xml": parseHtml,
};

/** What clients send when they do not know better: the extension knows more. */
const VAGUE: ReadonlySet<string> = new Set(["", "text/plain", "application/octet-stream"]);

/**
 * Decodes a file and reads it by its format, with the front matter of Markdown and text. Throws
 * `unsupported_media_type` for a format that is not in the table, `unreadable_document` for one that cannot be read.
 */
export function parse(source: Source): ParsedDocument {
  const parser = parserFor(source);
  const text = decodeText(source.bytes);
  try {
    return parser(text);
  } catch (error) {
    if (error instanceof KonsilError) throw error;
    // Markup nested thousands deep ends in the parser's stack.
    throw new KonsilError("unreadable_document", "The document's markup cannot be read.", { cause: error });
  }
}

function parserFor({ name, mediaType }: Omit<Source, "bytes">): Parser {
  const type = (mediaType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const extension = /\.[^./\\]*$/.exec(name)?.[0].toLowerCase() ?? "";
  const byName = PARSERS[extension];
  const byType = PARSERS[type];
  const parser = VAGUE.has(type) ? (byName ?? (extension === "" ? byType : undefined)) : byType;
  if (parser) return parser;
  const what = VAGUE.has(type) ? `"${name}"` : `"${name}" (${type})`;
  throw new KonsilError(
    "unsupported_media_type",
    `${what} is of a format that is not read here: Markdown, text and HTML are.`,
  );
}

function withFrontMatter(parser: Parser): Parser {
  return (text) => {
    const { meta, body } = splitFrontMatter(text);
    return { ...parser(body), meta };
  };
}
