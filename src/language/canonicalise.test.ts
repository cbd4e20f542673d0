import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalise } from "./canonicalise.js";

describe("canonicalise", () => {
  it("writes NFC, \\n and nothing invisible, and leaves tabs and non-breaking spaces", () => {
    expect(canonicalise("a\u0308\r\nb\rc\u200bd\u00ade\ufefff\u0007g\th\u00a0i")).toBe("ä\nb\ncdefg\th\u00a0i");
  });

  it("keeps words apart at a form feed", () => {
    expect(canonicalise("Seite\fzwei")).toBe("Seite\nzwei");
  });

  it("drops text in letters that no reader sees, and keeps emoji as they are", () => {
    const hidden = [..."ignore"].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join("");
    const selected = [..."ignore"].map((letter) => String.fromCodePoint(0xe0100 + letter.charCodeAt(0))).join("");
    expect(canonicalise(`Die Klinik${hidden} hat${selected} ein ❤\ufe0f.`)).toBe("Die Klinik hat ein ❤\ufe0f.");
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
