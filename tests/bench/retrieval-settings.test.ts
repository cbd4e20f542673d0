import { describe, expect, it } from "vitest";
import { type IndexedParagraph, readQuestionsAndParagraphs, settingsOf } from "../../bench/retrieval/corpora.js";
import { LANGUAGES } from "../../evals/open-data/directions.js";
import type { Language } from "../../src/contracts/document.js";

/** Eight articles of five paragraphs in each language. */
function paragraphs(language: Language): IndexedParagraph[] {
  return Array.from({ length: 40 }, (_, number) => ({
    id: `${language}-${number}`,
    number,
    article: Math.floor(number / 5),
    language,
    text: `${language} ${number}`,
  }));
}

const [single, inside, whole] = settingsOf({
  paragraphs: { de: paragraphs("de"), en: paragraphs("en") },
  questions: [],
});

describe("the settings of the retrieval measurement", () => {
  it("put every paragraph into every index, in one language", () => {
    for (const setting of [single, inside, whole]) {
      expect(setting?.indexes).toHaveLength(2);
      for (const index of setting?.indexes ?? []) {
        expect(index.paragraphs.map(({ number }) => number)).toEqual(paragraphs("de").map(({ number }) => number));
      }
    }
  });

  it("hold every paragraph in both languages when their two indexes are taken together", () => {
    const everything = LANGUAGES.flatMap((language) => paragraphs(language).map(({ id }) => id)).sort();
    for (const setting of [single, inside, whole]) {
      const ids = setting?.indexes.flatMap((index) => index.paragraphs.map(({ id }) => id)) ?? [];
      expect(ids.sort()).toEqual(everything);
    }
  });

  it("change the language inside every article, or with every article of the reported half", () => {
    for (const index of inside?.indexes ?? []) {
      for (let article = 0; article < 8; article += 1) {
        const languages = index.paragraphs.filter((it) => it.article === article).map(({ language }) => language);
        expect(languages.slice(1)).toEqual(languages.slice(0, -1).map((language) => (language === "de" ? "en" : "de")));
      }
    }
    for (const index of whole?.indexes ?? []) {
      const languageOf = (article: number) =>
        new Set(index.paragraphs.filter((it) => it.article === article).map(({ language }) => language));
      expect(languageOf(1).size).toBe(1);
      expect(languageOf(3)).not.toEqual(languageOf(1));
      expect(languageOf(5)).toEqual(languageOf(1));
    }
  });

  it("name the language of an index that has one", () => {
    expect(single?.indexes.map(({ language }) => language)).toEqual(["de", "en"]);
    expect(inside?.indexes.map(({ language }) => language)).toEqual([null, null]);
  });
});

describe("the data of the retrieval measurement", () => {
  it("are asked for by name when they are not there", () => {
    expect(() => readQuestionsAndParagraphs("no-such-folder")).toThrow(/xquad\.de\.json.*--data/);
  });
});
