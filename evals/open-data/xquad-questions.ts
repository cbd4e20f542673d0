import { existsSync } from "node:fs";
import { join } from "node:path";
import { plainQuestion } from "../../src/ask/understand.js";
import type { Language } from "../../src/contracts/document.js";
import { canonicalise } from "../../src/language/canonicalise.js";
import { type Direction, LANGUAGES } from "./directions.js";
import type { Place } from "./place.js";
import type { PlainDocument } from "./plain-document.js";
import { type Paragraph, readXquad } from "./xquad.js";

/** A question to documents in one language, which is its own or the other one. */
export interface XquadQuestion {
  readonly text: string;
  /** Of the question. */
  readonly language: Language;
  /** Of the documents that are to answer. */
  readonly answering: Language;
  readonly direction: Direction;
  readonly article: number;
  /** The paragraph that answers. */
  readonly paragraphId: string;
  /** The same paragraph in the question's language, where that is not the documents': it would answer first. */
  readonly twinId: string | null;
  /** Where the answer stands in it. */
  readonly gold: Place;
}

export interface XquadParagraphs {
  /** 480: each of the 240 paragraphs in both languages, without a title. */
  readonly documents: readonly PlainDocument[];
  /** 4,760: each of the 1,190 questions in both languages, to documents in both. */
  readonly questions: readonly XquadQuestion[];
}

/** XQuAD as Konsil is asked about it. Throws when the folder does not hold `xquad.de.json` and `xquad.en.json`. */
export function readXquadQuestions(folder: string): XquadParagraphs {
  const missing = LANGUAGES.map((language) => join(folder, `xquad.${language}.json`)).filter(
    (file) => !existsSync(file),
  );
  if (missing.length > 0) {
    throw new Error(
      `${missing.join(" and ")} not found. They are XQuAD (https://github.com/google-deepmind/xquad); say with --data DIR where they are.`,
    );
  }
  const read = { de: readXquad(folder, "de"), en: readXquad(folder, "en") };
  return {
    documents: LANGUAGES.flatMap((language) =>
      read[language].map(({ number, text }) => ({
        id: `${language}-${number}`,
        language,
        title: null,
        text: inOneLine(text),
      })),
    ),
    questions: LANGUAGES.flatMap((asked) =>
      LANGUAGES.flatMap((answering) =>
        read[asked].flatMap((own, at) => questionsOf(asked, own, answering, read[answering][at])),
      ),
    ),
  };
}

/** The questions of one paragraph in the language `asked`, with their answers in the language `answering`. */
function questionsOf(
  asked: Language,
  own: Paragraph,
  answering: Language,
  other: Paragraph | undefined,
): XquadQuestion[] {
  const { article, number } = own;
  const paragraphId = `${answering}-${number}`;
  return own.questions.map(({ text }, at) => {
    const answer = other?.questions[at]?.answer;
    if (other === undefined || answer === undefined)
      throw new Error(`question ${at} of paragraph ${number} has no twin`);
    return {
      text: plainQuestion(text),
      language: asked,
      answering,
      direction: `${asked}>${answering}`,
      article,
      paragraphId,
      twinId: asked === answering ? null : `${asked}-${number}`,
      gold: { documentId: paragraphId, ...findAnswer(other.text, answer) },
    };
  });
}

/** Where an answer stands in the paragraph as it is ingested: nearest to its place, which white space may have moved. */
export function findAnswer(paragraph: string, answer: { readonly start: number; readonly text: string }) {
  const text = inOneLine(paragraph);
  const wanted = inOneLine(answer.text);
  const expected = inOneLine(paragraph.slice(0, answer.start)).length;
  const before = text.lastIndexOf(wanted, expected);
  const after = text.indexOf(wanted, expected);
  const start = after < 0 || (before >= 0 && expected - before < after - expected) ? before : after;
  if (start < 0) throw new Error(`the answer "${wanted}" does not stand in its paragraph`);
  return { start, end: start + wanted.length };
}

function inOneLine(text: string): string {
  return canonicalise(text).replace(/\s+/g, " ").trim();
}
