import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMarkdown } from "./markdown.js";

function outline(markdown: string): string[] {
  const { text, blocks } = parseMarkdown(markdown);
  return blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ""}: ${text.slice(start, end)}`);
}

describe("parseMarkdown", () => {
  it("writes readable plain text with one paragraph a line", () => {
    const { text } = parseMarkdown(
      "# A *title*\n\nFirst line\nof [a paragraph](https://a.example).\n\n- one\n- `two`\n\n> quoted",
    );
    expect(text).toBe("A title\n\nFirst line of a paragraph.\n\n- one\n- two\n\nquoted");
  });

  it("takes the first heading of level 1 as the title", () => {
    expect(outline("## Before\n\n# Title\n\n# Second\n\n### Third")).toEqual([
      "heading2: Before",
      "title1: Title",
      "heading1: Second",
      "heading3: Third",
    ]);
  });

  it("keeps hard line breaks inside one block", () => {
    expect(outline("One  \ntwo\\\nthree<br>four")).toEqual(["paragraph: One\ntwo\nthree\nfour"]);
  });

  it("gives list items without their bullets, nested and numbered ones too", () => {
    const markdown = "Aims:\n\n3. first\n4. second\n   - inner\n\n     more\n";
    expect(outline(markdown)).toEqual(["paragraph: Aims:", "item: first", "item: second", "item: inner", "item: more"]);
    expect(parseMarkdown(markdown).text).toBe("Aims:\n\n3. first\n4. second\n  - inner\n    more");
  });

  it("gives a table row by row", () => {
    expect(outline("| Year | Devices |\n| --- | ---: |\n| 2024 | **4** |\n|  | none |")).toEqual([
      "row: Year | Devices",
      "row: 2024 | 4",
      "row: | none",
    ]);
  });

  it("drops HTML, comments, rules and definitions, and keeps what a picture shows", () => {
    expect(
      outline(
        "<!-- note -->\n\n<div>box</div>\n\n---\n\nText ![Two people](a.png) <b>bold</b>.\n\n[x]: https://a.example",
      ),
    ).toEqual(["paragraph: Text bold.", "caption: Two people"]);
  });

  it("recognises date lines and picture credits", () => {
    expect(outline("Talheim, 2 May 2024\n\nPhoto: Klinik Talheim")).toEqual([
      "dateline: Talheim, 2 May 2024",
      "caption: Photo: Klinik Talheim",
    ]);
  });

  it("decodes entities and keeps code as it is", () => {
    expect(outline("R&amp;D &uuml;ber\n\n    a  b\n    c")).toEqual(["paragraph: R&D über", "paragraph: a  b\nc"]);
  });

  it("refuses what is nested without end", () => {
    const refused = expect.objectContaining({ code: "unreadable_document" });
    const list = Array.from({ length: 300 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n");
    for (const deep of [">".repeat(5_000), "- ".repeat(5_000), list])
      expect(() => parseMarkdown(deep)).toThrow(refused);
  });

  it("gives trimmed blocks in order for any Markdown", () => {
    const piece = fc.constantFrom(
      "# ",
      "\n",
      "\n\n",
      "- ",
      "1. ",
      "> ",
      "|",
      "---",
      "*",
      "`",
      "[a](b)",
      "![c](d)",
      "  ",
      "text",
      "ä",
      "<b>",
      "&nbsp;",
      "    ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const { text, blocks } = parseMarkdown(pieces.join(""));
        let end = 0;
        for (const block of blocks) {
          const content = text.slice(block.start, block.end);
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(content).not.toBe("");
          expect(content.trim()).toBe(content);
          end = block.end;
        }
      }),
    );
  });
});
