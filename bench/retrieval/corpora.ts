import { existsSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES } from "../../evals/open-data/directions.js";
import { type Paragraph, readXquad } from "../../evals/open-data/xquad.js";
import { plainQuestion } from "../../src/ask/understand.js";
import type { Language } from "../../src/contracts/document.js";

/** A paragraph as it goes into an index, and what the systems are to find. */
export interface IndexedParagraph {
  readonly id: string;
  /** The same number in both languages. */
  readonly number: number;
  readonly article: number;
  readonly language: Language;
  readonly text: string;
}

export interface BenchQuestion {
  readonly text: string;
  readonly language: Language;
  readonly article: number;
  /** The number of the paragraph that holds the answer. */
  readonly paragraph: number;
}

export interface Xquad {
  /** 240 in each language. */
  readonly paragraphs: Readonly<Record<Language, readonly IndexedParagraph[]>>;
  /** 1,190 in each language. */
  readonly questions: readonly BenchQuestion[];
}

/**
 * XQuAD in German and English (48 articles of five paragraphs). Titles are left out: they are no part of the text and
 * would name the topic. Throws when the folder does not hold `xquad.de.json` and `xquad.en.json`.
 */
export function readQuestionsAndParagraphs(folder: string): Xquad {
  const missing = LANGUAGES.map((language) => join(folder, `xquad.${language}.json`)).filter((it) => !existsSync(it));
  if (missing.length > 0) {
    throw new Error(
      `${missing.join(" and ")} not found. They are XQuAD (https://github.com/google-deepmind/xquad); say with --data DIR where they are.`,
    );
  }
  const read = { de: readXquad(folder, "de"), en: readXquad(folder, "en") };
  return {
    paragraphs: {
      de: read.de.map((paragraph) => indexed(paragraph, "de")),
      en: read.en.map((paragraph) => indexed(paragraph, "en")),
    },
    questions: LANGUAGES.flatMap((language) => read[language].flatMap((paragraph) => questionsOf(paragraph, language))),
  };
}

function indexed({ number, article, text }: Paragraph, language: Language): IndexedParagraph {
  return { id: `${language}-${number}`, number, article, language, text: text.replace(/\s+/g, " ").trim() };
}

function questionsOf({ number, article, questions }: Paragraph, language: Language): BenchQuestion[] {
  return questions.map(({ text }) => ({ text: plainQuestion(text), language, article, paragraph: number }));
}

/** A way in which the two languages share an index. */
export interface Setting {
  readonly name: string;
  /** The indexes that are asked in turn; their results are pooled. All hold every paragraph in one language. */
  readonly indexes: readonly Index[];
}

interface Index {
  /** The language of all paragraphs; null when both are mixed. */
  readonly language: Language | null;
  readonly paragraphs: readonly IndexedParagraph[];
}

/**
 * The three settings. A mixed index is followed by its complement, in which every paragraph is in the other language,
 * so that every question counts in every direction. Whole articles change the language every other time, since only every
 * other article is reported.
 */
export function settingsOf({ paragraphs }: Xquad): Setting[] {
  const chosenBy = (choose: (paragraph: IndexedParagraph) => number): Index => ({
    language: null,
    paragraphs: paragraphs.de.map((german, at) => (choose(german) % 2 === 0 ? german : (paragraphs.en[at] ?? german))),
  });
  const both = (choose: (paragraph: IndexedParagraph) => number) => [
    chosenBy(choose),
    chosenBy((paragraph) => choose(paragraph) + 1),
  ];
  return [
    { name: "one language", indexes: LANGUAGES.map((language) => ({ language, paragraphs: paragraphs[language] })) },
    { name: "both languages, mixed inside every article", indexes: both(({ number }) => number) },
    { name: "both languages, whole articles", indexes: both(({ article }) => Math.floor(article / 2)) },
  ];
}
