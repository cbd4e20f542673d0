import "./seed.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../../src/contracts/passage.js";
import { detectLanguage } from "../../src/language/detect.js";
import { fold } from "../../src/language/fold.js";
import { indexWords, searchWords } from "../../src/language/index-words.js";
import { findNames, findRoles } from "../../src/language/names.js";
import { findQuantities } from "../../src/language/quantities.js";
import { splitSentences } from "../../src/language/sentences.js";
import { analyseWords } from "../../src/language/words.js";
import { plainSentence, randomText } from "./random-texts.js";

const LANGUAGES = ["de", "en", null] as const;
type LanguageOrNone = (typeof LANGUAGES)[number];
const language = fc.constantFrom(...LANGUAGES);

type Found = Span & { readonly surface?: string };

const STEPS: Readonly<Record<string, (text: string, language: LanguageOrNone) => readonly Found[]>> = {
  analyseWords,
  findNames,
  findQuantities: (text) => findQuantities(text),
  findRoles: (text) => findRoles(text),
  splitSentences: (text) => splitSentences(text),
};

function stems(text: string, of: LanguageOrNone): string[] {
  return analyseWords(text, of).map(({ stem }) => stem);
}

function quantities(text: string): string[] {
  return findQuantities(text).map(({ kind, normal }) => `${kind} ${normal}`);
}

/** Everything that is read from a text, without offsets, in spellings that compare. */
function reading(text: string, of: LanguageOrNone) {
  return {
    language: detectLanguage(text),
    words: analyseWords(text, of).map(({ stem, stop }) => `${stem}${stop ? " (stop)" : ""}`),
    indexed: indexWords(text, of),
    quantities: quantities(text),
    roles: findRoles(text).map(({ start, end }) => fold(text.slice(start, end))),
    names: findNames(text, of).map(({ kind, title, surface }) => fold(`${kind} ${title ?? ""} ${surface}`)),
    sentences: splitSentences(text).map(({ start, end }) => fold(text.slice(start, end))),
  };
}

describe.each(Object.entries(STEPS))("%s, for random texts", (name, step) => {
  it("finds spans inside the text, in order, with their surface", () => {
    let found = 0;
    fc.assert(
      fc.property(randomText, language, (text, of) => {
        let at = 0;
        for (const { start, end, surface = text.slice(start, end) } of step(text, of)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toBe(surface);
          // The parts of a hyphenated word lie inside the whole, which comes before them.
          at = name === "analyseWords" ? start : end;
          found += 1;
        }
      }),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(0);
  });
});

describe("the analysis of random texts", () => {
  it("is the same for composed and decomposed accents", () => {
    fc.assert(
      fc.property(randomText, language, (text, of) => {
        expect(reading(text.normalize("NFD"), of)).toEqual(reading(text.normalize("NFC"), of));
      }),
      { numRuns: 400 },
    );
  });

  it.each<readonly [what: string, from: RegExp, to: string]>([
    ["non-breaking spaces", / /g, "\u00a0"],
    ["narrow non-breaking spaces", / /g, "\u202f"],
    ["thin spaces", / /g, "\u2009"],
    ["typographic hyphens", /-/g, "\u2010"],
    ["non-breaking hyphens", /-/g, "\u2011"],
    ["typographic apostrophes", /'/g, "’"],
  ])("is the same with %s", (_, from, to) => {
    fc.assert(
      fc.property(plainSentence, language, (text, of) => {
        expect(reading(text.replace(from, to), of)).toEqual(reading(text, of));
      }),
    );
  });

  it("finds the same words and quantities where digits are full-width", () => {
    fc.assert(
      fc.property(plainSentence, language, (text, of) => {
        const wide = text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
        expect(quantities(wide)).toEqual(quantities(text));
        expect(stems(wide, of)).toEqual(stems(text, of));
      }),
    );
  });

  it("finds the same quantities where soft hyphens stand inside words", () => {
    fc.assert(
      fc.property(plainSentence, (text) => {
        expect(quantities(text.replace(/(?<=\p{L}{3})(?=\p{L}{3})/gu, "\u00ad"))).toEqual(quantities(text));
      }),
    );
  });

  it("is found by a search for the same text, with words that hold no white space", () => {
    fc.assert(
      fc.property(randomText, language, (text, of) => {
        const searched = new Set(searchWords(text, of).flatMap(({ forms, concepts }) => [...forms, ...concepts]));
        for (const word of indexWords(text, of)) {
          expect(word).toMatch(/^\S+$/);
          expect(searched).toContain(word);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe("the stem of a random word", () => {
  const consonants = fc.constantFrom(
    "b",
    "br",
    "d",
    "f",
    "g",
    "gr",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sch",
    "t",
    "z",
  );
  const vowels = fc.constantFrom("a", "e", "i", "o", "u", "ä", "ö", "ü", "ei", "ie");
  const ends = fc.constantFrom("", "n", "r", "s", "t", "ß", "en", "er", "ung");
  const word = fc
    .tuple(fc.array(fc.tuple(consonants, vowels), { minLength: 1, maxLength: 4 }), ends)
    .map(([syllables, end]) => syllables.flat().join("") + end);
  const spelledOut = (text: string): string =>
    text.replace(/[äöüß]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue", ß: "ss" })[letter] ?? letter);

  it("is the same with umlauts and ß spelled out, in small letters and in capitals", () => {
    fc.assert(
      fc.property(word, language, (text, of) => {
        const [stem] = stems(text, of);
        for (const spelling of [spelledOut(text), text.toUpperCase(), spelledOut(text).toUpperCase()]) {
          expect(stems(spelling, of)).toEqual([stem]);
        }
      }),
    );
  });
});
