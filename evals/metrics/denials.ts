import type { Citation } from "../../src/contracts/answer.js";
import { isAnswered, type Trial } from "../trial.js";
import { markedLines } from "./marked-lines.js";

const DENIAL =
  /(?<!\p{L})(?:nicht|nichts|nie|niemals|niemand\p{L}*|kein(?:e[mnrs]?)?|weder|ohne|not|never|no|none|neither|nor|nobody|nothing|without|cannot)(?!\p{L})|(?<=\p{L}n)['’]t(?!\p{L})/giu;
/** Denies what was asked, and nothing that is quoted. */
const VERDICT = /^\s*(?:- )?no(?=[.,:;!–—]\s)/iu;
/** A line that holds this share of the words of a quotation tells it again. A shorter quotation is no statement. */
const RETOLD = { share: 0.9, words: 4 } as const;

/**
 * What an answer makes the opposite of, a sentence each: a line that tells a quotation again, in nearly all of its words,
 * and leaves out a "not" of it, or brings one in that stands in no quotation of the line. In other words the same may be
 * denied without a "not"; such lines are not looked at.
 */
export function changedDenials({ answer }: Pick<Trial, "answer">): string[] {
  if (!isAnswered({ answer })) return [];
  return markedLines(answer).flatMap(({ text, citations }) => {
    const line = withoutTitles(text, citations).replace(VERDICT, " ");
    const retold = citations.map(({ quote }) => quote).filter((quote) => isRetold(quote, line));
    if (retold.length === 0) return [];
    const said = denialsIn(line);
    const all = citations.map(({ quote }) => quote);
    if (said < denialsIn(retold.join("\n"))) return [`leaves out what is denied in: ${retold.join(" ")}`];
    return said > denialsIn(all.join("\n")) ? [`denies what is not denied in: ${retold.join(" ")}`] : [];
  });
}

function withoutTitles(line: string, citations: readonly Citation[]): string {
  return citations.reduce((text, { title }) => (title === null ? text : text.replaceAll(title, " ")), line);
}

function isRetold(quote: string, line: string): boolean {
  const [wanted, held] = [wordsOf(quote), wordsOf(line)];
  const met = [...wanted].filter((word) => held.has(word)).length;
  return wanted.size >= RETOLD.words && met >= RETOLD.share * wanted.size;
}

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .replace(DENIAL, " ")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  );
}

function denialsIn(text: string): number {
  return text.match(DENIAL)?.length ?? 0;
}
