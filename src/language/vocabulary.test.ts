import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexWords } from "./index-words.js";
import { createVocabulary, type Vocabulary } from "./vocabulary.js";

function stemOf(word: string): string {
  return indexWords(word, "de")[0] ?? "";
}

/** The words of texts, each text as one passage. */
function vocabularyOf(...texts: readonly string[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(indexWords(text, "de"))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return createVocabulary(counts);
}

describe("the parts of a compound", () => {
  const known = vocabularyOf(
    "Krebs Zentrum Kooperation Vertrag Universität Klinikum Forschung Projekt Strahlen Therapie",
  );

  it.each([
    ["Krebszentrum", ["Krebs", "Zentrum"]],
    ["Kooperationsvertrag", ["Kooperation", "Vertrag"]],
    ["Universitätsklinikum", ["Universität", "Klinikum"]],
    ["Forschungsprojekte", ["Forschung", "Projekt"]],
    ["Krebsforschungsprojekt", ["Krebs", "Forschung", "Projekt"]],
  ])("of %s are %j", (compound, parts) => {
    expect(known.partsOf(stemOf(compound)).map(({ word }) => word)).toEqual(parts.map(stemOf));
  });

  it("keep their places in the compound", () => {
    for (const { word, start, end } of known.partsOf("kooperationsvertrag")) {
      expect("kooperationsvertrag".slice(start, end)).toBe(word);
    }
  });

  it.each(["kreb", "krebshilfe", "zentrumx", "", "x".repeat(2000)])("are none in %j", (word) => {
    expect(known.partsOf(word)).toEqual([]);
  });

  it("stand in order and do not overlap, in any string", () => {
    const pieces = fc.array(fc.constantFrom("krebs", "zentrum", "s", "en", "vertrag", "xq"), { maxLength: 8 });
    fc.assert(
      fc.property(pieces, (chosen) => {
        const compound = chosen.join("");
        let end = 0;
        for (const part of known.partsOf(compound)) {
          expect(part.start).toBeGreaterThanOrEqual(end);
          expect(compound.slice(part.start, part.end)).toBe(part.word);
          end = part.end;
        }
      }),
    );
  });
});

describe("the compounds of a word", () => {
  const known = vocabularyOf(
    "Krebszentrum Krebsforschung Tumorzentrum Krebszentrum",
    "Krebsforschung Partnerschaft Zentrumx",
    "Krebsforschung",
  );

  it("begin or end with it, the more frequent ones first", () => {
    expect(known.compoundsOf(stemOf("Krebs"))).toEqual(["Krebsforschung", "Krebszentrum"].map(stemOf));
    expect(known.compoundsOf(stemOf("Zentrum"))).toEqual(["Krebszentrum", "Tumorzentrum"].map(stemOf));
  });

  it("are not what only has another ending", () => {
    expect(known.compoundsOf(stemOf("Partner"))).toEqual([]);
    expect(known.compoundsOf(stemOf("Krebszentrum"))).toEqual([]);
  });
});

describe("a word that is spelled wrong", () => {
  const known = vocabularyOf("Vertrag Kooperation Klinikum", "Vertrag Vortrag");

  it("finds the nearest known ones, the more frequent first", () => {
    expect(known.spelledLike("vertrg", 1)).toEqual([{ word: "vertrag", edits: 1 }]);
    expect(known.spelledLike("vrtrag", 2).map(({ word }) => word)).toEqual(["vertrag", "vortrag"]);
    expect(known.spelledLike("koperatoin", 2)).toEqual([{ word: "kooperation", edits: 2 }]);
  });

  it("finds nothing further away, nor numbers and concepts", () => {
    expect(known.spelledLike("klinik", 1)).toEqual([]);
    expect(known.spelledLike("@contrac", 2)).toEqual([]);
  });
});
