import type { Answer, Citation } from "../../contracts/answer.js";

const HEADINGS: Readonly<Record<Answer["language"], string>> = { de: "Quellen:", en: "Sources:" };
/** Around a quotation, by the language of its document. */
const QUOTES: Readonly<Record<Answer["language"], readonly [string, string]>> = { de: ["„", "“"], en: ["“", "”"] };

/** Footnotes as `footnotesOf` writes them, at the end of a text. */
const FOOTNOTES = new RegExp(`\\n\\n(?:${Object.values(HEADINGS).join("|")})(?:\\n- \\[\\d+\\] .*)+\\s*$`);

/** The address of a citation's document. */
export type LinkOf = (citation: Citation) => string;

/**
 * What goes below an answer's text, so that a program that shows nothing but text shows the sources too: a heading, and
 * for every marker one line with quotation, publisher, title, date and address. A list in Markdown, readable as plain
 * text; empty without citations.
 */
export function footnotesOf({ citations, language }: Answer, linkOf: LinkOf): string {
  if (citations.length === 0) return "";
  const lines = citations.map((citation) => `- [${citation.marker}] ${footnote(citation, language, linkOf)}`);
  return `\n\n${[HEADINGS[language], ...lines].join("\n")}`;
}

/** The answer of before as it was told: chat programs hand it back with its footnotes. */
export function withoutFootnotes(text: string): string {
  return text.replace(FOOTNOTES, "");
}

function footnote(citation: Citation, language: Answer["language"], linkOf: LinkOf): string {
  const [open, close] = QUOTES[citation.language ?? language];
  const { publisher, title, publishedAt } = citation;
  const about = [publisher, title, publishedAt, linkOf(citation)].filter((part) => part !== null);
  return `${open}${onOneLine(citation.quote)}${close} ${about.map(onOneLine).join(" · ")}`;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
