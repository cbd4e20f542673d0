import type { Answer, Citation } from "../../src/contracts/answer.js";

const MARKER = /\[(\d+)\]/g;

/** A line of an answer, and the citations that it points to. */
export interface MarkedLine {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** The lines of an answer without their markers. */
export function markedLines({ answer, citations }: Pick<Answer, "answer" | "citations">): MarkedLine[] {
  return answer.split("\n").map((line) => {
    const marked = markersOf(line);
    return { text: line.replace(MARKER, ""), citations: citations.filter(({ marker }) => marked.includes(marker)) };
  });
}

/** The numbers in brackets. */
export function markersOf(text: string): number[] {
  return [...text.matchAll(MARKER)].map(([, marker]) => Number(marker));
}
