import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KonsilError } from "../contracts/errors.js";
import { decodeText } from "./decode.js";

const GERMAN = "Die Klinik Talheim prüft größere Geräte – „schnell“, sagt Dr. Weiß über die Übung für 5 €.";

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : Buffer.from(part))));
}

function windows1252(text: string): Uint8Array {
  const special: Readonly<Record<string, number>> = { "–": 0x96, "„": 0x84, "“": 0x93, "€": 0x80 };
  return Uint8Array.from([...text].map((letter) => special[letter] ?? letter.charCodeAt(0)));
}

function refusal(input: Uint8Array): string {
  try {
    decodeText(input);
  } catch (error) {
    if (error instanceof KonsilError && error.code === "unreadable_document") return error.message;
    throw error;
  }
  throw new Error("was decoded");
}

describe("decodeText", () => {
  it("reads UTF-8 with and without a byte order mark", () => {
    expect(decodeText(bytes(GERMAN))).toBe(GERMAN);
    expect(decodeText(bytes([0xef, 0xbb, 0xbf], GERMAN))).toBe(GERMAN);
  });

  it("reads UTF-16 with a byte order mark, in both orders", () => {
    const little = Buffer.from(`\ufeff${GERMAN}`, "utf16le");
    expect(decodeText(little)).toBe(GERMAN);
    expect(decodeText(Buffer.from(little).swap16())).toBe(GERMAN);
  });

  it("reads German in Windows-1252", () => {
    expect(decodeText(windows1252(GERMAN))).toBe(GERMAN);
  });

  it("refuses UTF-8 that was cut or damaged instead of reading it as Windows-1252", () => {
    const whole = bytes(GERMAN);
    expect(
      refusal(
        whole
          .subarray(0, whole.indexOf(0xc3) + 1 + 200)
          .subarray(0, -1)
          .subarray(0, 60),
      ),
    ).toBeTypeOf("string");
    expect(refusal(bytes(GERMAN, [0xff], GERMAN))).toMatch(/wrong encoding: .*damaged.* UTF-8/);
  });

  it("refuses other code pages", () => {
    const macRoman = bytes(
      "Die Klinik pr",
      [0x9f],
      "ft gr",
      [0x9a, 0xa7],
      "ere Ger",
      [0x8a],
      "te f",
      [0x9f],
      "r alle.",
    );
    const koi8 = Uint8Array.from([...Array(40)].map((_, at) => (at % 7 === 6 ? 0x20 : 0xc1 + (at % 20))));
    expect(refusal(macRoman)).toMatch(/wrong encoding/);
    expect(refusal(koi8)).toMatch(/wrong encoding/);
    expect(refusal(bytes("Gr", [0x81], "n"))).toMatch(/wrong encoding/);
  });

  it("names binary files as what they are", () => {
    expect(refusal(bytes("%PDF-1.7 and so on"))).toMatch(/binary.*PDF/);
    expect(refusal(bytes("PK", [3, 4], "word/document.xml"))).toMatch(/binary.*office/);
    expect(refusal(bytes([0x89], "PNG", [13, 10, 26, 10]))).toMatch(/binary.*image/);
    expect(refusal(bytes("text", [0], "text"))).toMatch(/binary.*NUL/);
    expect(refusal(Uint8Array.from({ length: 100 }, (_, at) => at % 8))).toMatch(/binary/);
  });

  it("refuses a file without text", () => {
    for (const empty of ["", " \n\t", "\ufeff", "\u200b\n"]) expect(refusal(bytes(empty))).toMatch(/empty/);
  });

  it("gives canonical text or an unreadable_document error for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (input) => {
        try {
          const text = decodeText(input);
          expect(text).toBe(text.normalize("NFC"));
          expect(text).not.toMatch(/\r|\ufeff/);
        } catch (error) {
          expect(error).toMatchObject({ code: "unreadable_document" });
        }
      }),
    );
  });
});
