import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentLink, originalLink, textFragment } from "./links.js";

const quoted = { documentId: "größe 1", quote: "Ein Satz.", start: 3, end: 12, url: null };

describe("a link to the document view", () => {
  it("names document and place", () => {
    expect(documentLink("https://k.example/base", quoted, null)).toBe(
      "https://k.example/base/documents/gr%C3%B6%C3%9Fe%201#quote=3-12",
    );
  });

  it("carries a token in the fragment, which is sent to no server", () => {
    const link = new URL(documentLink("https://k.example", quoted, "a.b&c"));
    expect(link.search).toBe("");
    expect(new URLSearchParams(link.hash.slice(1)).get("access")).toBe("a.b&c");
  });
});

describe("a link to the original", () => {
  it("is none for anything but http and https", () => {
    for (const url of [null, "", "javascript:alert(1)", "data:text/html,x", "ftp://example.org", "/news", "https://"]) {
      expect(originalLink({ url, quote: "x" }), String(url)).toBeNull();
    }
  });

  it("points at the quotation, behind a fragment that is there already", () => {
    expect(originalLink({ url: "https://example.org/a", quote: "x y" })).toBe("https://example.org/a#:~:text=x%20y");
    expect(originalLink({ url: "https://example.org/a#b", quote: "x" })).toBe("https://example.org/a#b:~:text=x");
    expect(originalLink({ url: "https://example.org/#b:~:text=old", quote: "x" })).toBe(
      "https://example.org/#b:~:text=x",
    );
  });
});

describe("a text fragment", () => {
  it("escapes what has a meaning in it", () => {
    expect(textFragment("well-known, A & B")).toBe("text=well%2Dknown%2C%20A%20%26%20B");
  });

  it("names beginning and end of a long quotation", () => {
    const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
    expect(textFragment(words.join("\n "))).toBe(
      "text=word0%20word1%20word2%20word3%20word4%20word5,word54%20word55%20word56%20word57%20word58%20word59",
    );
  });

  it("can be made of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (quote) => {
        expect(textFragment(`${quote}\ud800`)).toMatch(/^(?:text=[\w.!~*'()%]+(?:,[\w.!~*'()%]+)?)?$/);
      }),
    );
  });
});
