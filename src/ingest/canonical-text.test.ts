import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalise, layOut, type Unit } from "./canonical-text.js";

describe("canonicalise", () => {
  it("writes NFC, \\n and nothing invisible, and leaves tabs and non-breaking spaces", () => {
    expect(canonicalise("a\u0308\r\nb\rc\u200bd\u00ade\ufefff\u0007g\th\u00a0i")).toBe("ä\nb\ncdefg\th\u00a0i");
  });

  it("keeps words apart at a form feed", () => {
    expect(canonicalise("Seite\fzwei")).toBe("Seite\nzwei");
  });

  it("is idempotent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = canonicalise(text);
        expect(canonicalise(once)).toBe(once);
      }),
    );
  });
});

describe("layOut", () => {
  const unit = fc.record({
    kind: fc.constantFrom("title", "heading", "paragraph", "item", "row", "caption", "dateline"),
    level: fc.constant(null),
    role: fc.constant("body"),
    text: fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.constantFrom("", " ", "\u0308x", "a\n\nb")),
    prefix: fc.constantFrom("", "- ", "  1. "),
    tight: fc.boolean(),
  }) satisfies fc.Arbitrary<Unit>;

  it("says where every unit that is not empty stands, in order and trimmed", () => {
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const { text, blocks } = layOut(units);
        const expected = units.map((each) => canonicalise(each.text).trim()).filter((each) => each !== "");
        expect(blocks.map((block) => text.slice(block.start, block.end))).toEqual(expected);
        expect(blocks.every((block, at) => block.start >= (blocks[at - 1]?.end ?? 0))).toBe(true);
        expect(canonicalise(text)).toBe(text);
      }),
    );
  });
});
