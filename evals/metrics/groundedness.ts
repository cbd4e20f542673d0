import type { Citation } from "../../src/contracts/answer.js";
import { covers, findQuantities, type Quantity } from "../../src/language/quantities.js";
import { isAnswered, type Trial } from "../trial.js";
import { markedLines } from "./marked-lines.js";
import type { ShareMetric } from "./metric.js";

/**
 * Share of the answers in which every figure stands in the sources that its line points to: |{no ungrounded figure}| /
 * |answered|. Figures are numbers, dates, years, shares, amounts and durations, in any notation; a source says what is
 * quoted of it, what it is called, who published it and when. A line that points to no source may only say figures that
 * the question or the conversation brought along.
 */
export const groundedness: ShareMetric = {
  id: "groundedness",
  title: { de: "Jede Zahl belegt", en: "Every figure grounded" },
  better: "higher",
  of: "share",
  valueOf: (trial) => (isAnswered(trial) ? ungroundedFigures(trial).length === 0 : null),
};

/** The figures of an answer that its quotations do not hold, as they are written. */
export function ungroundedFigures({ testCase, answer }: Pick<Trial, "testCase" | "answer">): string[] {
  if (!isAnswered({ answer })) return [];
  const told = [testCase.question, ...testCase.history.map(({ content }) => content)];
  return markedLines(answer).flatMap(({ text, citations }) => {
    const known = (citations.length === 0 ? told : citations.flatMap(saidBy)).flatMap((part) => findQuantities(part));
    const stated = findQuantities(text);
    return stated.filter((figure) => !known.some((it) => isSame(figure, it))).map(({ surface }) => surface);
  });
}

function saidBy({ quote, title, publisher, publishedAt }: Citation): string[] {
  return [quote, title, publisher, publishedAt].filter((part) => part !== null);
}

/** "80" is not "80 percent"; a date holds its year. */
function isSame(stated: Quantity, known: Quantity): boolean {
  const isKind = stated.kind === known.kind || (stated.kind === "year" && known.kind === "date");
  return isKind && covers(stated, known);
}
