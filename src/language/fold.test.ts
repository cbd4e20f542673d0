import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "./fold.js";

describe("fold", () => {
  it("spells umlauts and ß out", () => {
    expect(fold("Ärzte, Öl, Über, Straße, STRAẞE")).toBe("aerzte, oel, ueber, strasse, strasse");
  });

  it("drops other diacritics", () => {
    expect(fold("Café Señor Łódź Ångström")).toBe("cafe senor lodz angstroem");
  });

  it("makes quotation marks, dashes, apostrophes, ellipses and spaces plain", () => {
    expect(fold("„Ja“ – it’s 5 km…")).toBe('"ja" - it\'s 5 km...');
  });

  it("takes apart ligatures, small digits and full-width characters", () => {
    expect(fold("Proﬁl, CO₂, ＵＫＭ ２０２６％")).toBe("profil, co2, ukm 2026%");
  });

  it("removes soft hyphens and zero-width characters", () => {
    expect(fold("Kranken\u00adhaus\u200b")).toBe("krankenhaus");
  });

  it("gives the same for composed and decomposed input", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(fold(text.normalize("NFD"))).toBe(fold(text.normalize("NFC")));
      }),
    );
  });

  it("changes no letter the second time", () => {
    // Below these are the alphabets, above the forms for compatibility; in between, characters that no rule is about.
    const points = Array.from({ length: 0x10000 }, (_, point) => point).filter((it) => it < 0x3400 || it >= 0xf900);
    const once = points.map((point) => fold(String.fromCodePoint(point)));
    expect(once.filter((text) => fold(text) !== text)).toEqual([]);
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 30 }), (points) => {
        const text = String.fromCodePoint(...points);
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});
