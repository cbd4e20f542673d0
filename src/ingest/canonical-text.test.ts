import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalise } from "../language/canonicalise.js";
import { layOut, type Unit } from "./canonical-text.js";

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
