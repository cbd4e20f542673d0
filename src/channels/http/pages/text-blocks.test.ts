import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTextBlocks } from "./text-blocks.js";

const shown = (text: string, title: string | null = null) =>
  readTextBlocks(text, title).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe("the blocks of a canonical text", () => {
  it("are title, headings, paragraphs and items without their bullets", () => {
    const text =
      "Ten years together\n\nAims\n\nBoth want:\n\n- research\n- care, in 2026.\n\nWho says what\n\nNobody yet.";
    expect(shown(text, "Ten years together")).toEqual([
      ["title", "Ten years together"],
      ["heading", "Aims"],
      ["paragraph", "Both want:"],
      ["item", "research"],
      ["item", "care, in 2026."],
      ["heading", "Who says what"],
      ["paragraph", "Nobody yet."],
    ]);
  });

  it("know a list of numbers, lines that go on, and a line above the list", () => {
    expect(shown("The aims:\n1. research\n   of both\n2) care\n* more")).toEqual([
      ["paragraph", "The aims:"],
      ["item", "research\n   of both"],
      ["item", "care"],
      ["item", "more"],
    ]);
  });

  it("take no sentence, no long line and no last line for a heading", () => {
    const long = `A ${"very ".repeat(30)}long line`;
    const sentences = ["It opened in 2026.", "Why?", "„So ist es.“", "first in small letters", long, "Two\nlines"];
    const text = [...sentences, "The end"].join("\n\n");
    expect(shown(text).map(([kind]) => kind)).toEqual(Array(7).fill("paragraph"));
  });

  it("take the first line for the title only where it says the same", () => {
    expect(shown("Another\n\nText.", "Title")[0]).toEqual(["heading", "Another"]);
    expect(shown("", "Title")).toEqual([]);
  });

  it("are in order, apart, and leave nothing out but bullets and white space", () => {
    const line = fc.constantFrom("Heading", "A sentence.", "- item", "1. first", "", "🌽 corn", "  indented", "-");
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.join("\n");
        let from = 0;
        for (const { start, end } of readTextBlocks(text, "Heading")) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(from, start)).toMatch(/^(?:\s*(?:-|1\.)?\s*)$/);
          from = end;
        }
        expect(text.slice(from).trim()).toBe("");
      }),
    );
  });
});
