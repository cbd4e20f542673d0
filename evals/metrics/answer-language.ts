import type { Answer } from "../../src/contracts/answer.js";
import { detectLanguage } from "../../src/language/detect.js";
import { withoutTitles } from "../cases/grade-answer.js";
import { markedLines } from "./marked-lines.js";
import type { ShareMetric } from "./metric.js";

/** In the order in which they are tried; a quotation may hold another of the other kind. */
const QUOTED = [/„[^“”]*[“”]/g, /“[^”]*”/g, /»[^«]*«/g, /"[^"]*"/g];
/** Fewer words of its own than this have no language. */
const TELLING = 3;

/**
 * Share of the answers, refusals included, that are in the language of the question: |{as asked}| / |all|. An answer says
 * in what language it is; that has to be the question's, and what it says in words of its own has to read so, where that
 * is enough to tell by. Noise is in no language, and does not count. Titles, quotations and the words of quotations stay in the language of their document.
 */
export const answerLanguage: ShareMetric = {
  id: "answer-language",
  title: { de: "Sprache der Antwort", en: "Language of the answer" },
  better: "higher",
  of: "share",
  valueOf: ({ testCase, answer }) => {
    if (testCase.kind === "noise") return null;
    if (answer.language !== testCase.language) return false;
    const own = ownWords(answer);
    return own.length < TELLING || detectLanguage(own.join(" ")) === testCase.language;
  },
};

function ownWords(answer: Answer): string[] {
  const unmarked = markedLines({ answer: withoutTitles(answer), citations: [] }).map(({ text }) => text);
  const unquoted = QUOTED.reduce((left, quoted) => left.replace(quoted, " "), unmarked.join("\n"));
  const foreign = new Set(answer.citations.flatMap(({ quote }) => wordsOf(quote)));
  return wordsOf(unquoted).filter((word) => !foreign.has(word));
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}{2,}/gu) ?? [];
}
