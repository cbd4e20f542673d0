import type { DraftSentence, Part, Quotation } from "../draft.js";
import type { Finding } from "../steps.js";

export function fact(text: string): Part {
  return { says: "fact", text };
}

export function frame(text: string): Part {
  return { says: "frame", text };
}

/** A sentence of Konsil's own that rests on the sentence found; it opens the answer or goes on in its line. */
export function ownSentence(parts: readonly Part[], finding: Finding): DraftSentence {
  return { parts: parts.filter(({ text }) => text !== ""), quotations: [quotationOf(finding)], layout: "run" };
}

export function quotationOf({ candidate, view }: Finding): Quotation {
  return { candidate, start: view.sentence.start, end: view.sentence.end, quote: view.text };
}
