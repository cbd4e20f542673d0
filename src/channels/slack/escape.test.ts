import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitEscaped } from "./blocks.js";
import { escapeMarkdown, escapeText, linkTo, shortened } from "./escape.js";

/** Without half a surrogate pair. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** As Slack shows it. */
function shown(escaped: string): string {
  return escaped.replaceAll("\u200b", "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** Texts full of what means something to Slack. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom("<", ">", "&", "&amp;", "<!here>", "@channel", "#x", ":tada:", "|", "\n", " ", "🌽"),
      fc.string(),
    ),
  )
  .map((parts) => parts.join("").replace(/[^\P{Cc}\n\t]|[\u200b\u202a-\u202e\u2066-\u2069]/gu, ""));

describe("escaped text", () => {
  it("reads as it did, and holds nothing that Slack acts on", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const escaped = escapeText(text);
        expect(shown(escaped)).toBe(text);
        expect(escaped).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)|@(?:here|channel|everyone)/);
      }),
    );
  });

  it("is cut to a length without tearing an entity or a character", () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 8, max: 60 }), (text, limit) => {
        const cut = shortened(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut).not.toMatch(/&(?!(?:amp|lt|gt);)/);
        expect(isWellFormed(cut) || !isWellFormed(text)).toBe(true);
      }),
    );
  });

  it("is split into pieces that hold all of it", () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 10, max: 60 }), (text, limit) => {
        const escaped = escapeText(text);
        const pieces = splitEscaped(escaped, limit);
        expect(pieces.every((piece) => piece.length <= limit && piece !== "")).toBe(true);
        expect(pieces.join("").replaceAll(/\s/g, "")).toBe(escaped.replaceAll(/\s/g, ""));
        expect(pieces.every((piece) => !/&(?!(?:amp|lt|gt);)/.test(piece))).toBe(true);
      }),
    );
  });
});

describe("escaped Markdown", () => {
  it.each([
    ["[Klick](https://evil.example)", "\\[Klick\\]\\(https:\u200b//evil.example\\)"],
    ["**fett** _kursiv_ `code`", "\\*\\*fett\\*\\* \\_kursiv\\_ \\`code\\`"],
    ["# Titel", "\\# Titel"],
    ["1. März", "1\\. März"],
    ["- Punkt", "\\- Punkt"],
    ["Seit 2019. [1]", "Seit 2019. \\[1\\]"],
    ["<!here>", "&lt;\\!here&gt;"],
    ["Ja. [1]\nIm Dokument", "Ja. \\[1\\]  \nIm Dokument"],
    ["www.example.org", "www\u200b.example.org"],
  ])("shows %s as it stands", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

describe("a link", () => {
  it("goes to addresses of the web alone", () => {
    expect(linkTo("https://example.org/?a=1&b=<2>|3", "Titel")).toBe(
      "<https://example.org/?a=1&amp;b=%3C2%3E%7C3|Titel>",
    );
    expect(linkTo("javascript:alert(1)", "Titel")).toBe("Titel");
    expect(linkTo("nothing", "Titel")).toBe("Titel");
    expect(linkTo(null, "Titel")).toBe("Titel");
    expect(linkTo("https://example.org/", "a|b")).toBe("<https://example.org/|a¦b>");
  });
});
