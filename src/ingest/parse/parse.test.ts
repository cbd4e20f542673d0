import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KonsilError } from "../../contracts/errors.js";
import { parse } from "./parse.js";

function kinds(name: string, mediaType: string | null, text = "# A\n\n<p>b</p>"): string {
  return parse({ name, mediaType, bytes: new TextEncoder().encode(text) }).format ?? "";
}

describe("parse", () => {
  it("goes by the extension, and by the media type where that says more", () => {
    expect(kinds("a.MD", null)).toBe("markdown");
    expect(kinds("a.markdown", "text/plain; charset=utf-8")).toBe("markdown");
    expect(kinds("a.htm", "application/octet-stream")).toBe("html");
    expect(kinds("a.txt", "text/html")).toBe("html");
    expect(kinds("note", "text/markdown")).toBe("markdown");
    expect(kinds("note", "text/plain")).toBe("text");
  });

  it("refuses formats that are not in the table, before looking into the file", () => {
    const refused = expect.objectContaining({ code: "unsupported_media_type" });
    expect(() => kinds("a.docx", null)).toThrow(refused);
    expect(() => kinds("a.docx", "text/plain")).toThrow(refused);
    expect(() => kinds("a.md", "application/pdf", "")).toThrow(refused);
    expect(() => kinds("a", null)).toThrow(refused);
  });

  it("takes front matter off Markdown and text, and does not count it in offsets", () => {
    const parsed = parse({
      name: "a.txt",
      mediaType: null,
      bytes: new TextEncoder().encode("---\nid: x\n---\nText here."),
    });
    expect(parsed).toMatchObject({ text: "Text here.", meta: { id: "x" }, blocks: [{ start: 0, end: 10 }] });
  });

  it("reports markup that is nested without end", () => {
    for (const deep of ["<b>", "<div>", "<ul><li>"]) {
      const bytes = new TextEncoder().encode(deep.repeat(3_000));
      const refused = expect.objectContaining({ code: "unreadable_document" });
      expect(() => parse({ name: "a.html", mediaType: null, bytes })).toThrow(refused);
    }
  });

  it("throws nothing but KonsilError, whatever the bytes", () => {
    const input = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string().map((text) => new TextEncoder().encode(text)),
      fc.string({ unit: "binary" }).map((text) => new TextEncoder().encode(`---\n${text}\n---\n`)),
    );
    fc.assert(
      fc.property(input, fc.constantFrom("a.md", "a.txt", "a.html"), (bytes, name) => {
        try {
          const { text, blocks } = parse({ name, mediaType: null, bytes });
          expect(blocks.every(({ start, end }) => text.slice(start, end).trim().length === end - start)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(KonsilError);
        }
      }),
    );
  });
});
