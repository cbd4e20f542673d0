import type { QuestionReading } from "../contracts/ports.js";
import type { Understood } from "./steps.js";
import type { WrittenSentence, WrittenSource, WrittenVerdict } from "./written.js";

export interface GroundingContext {
  readonly understood: Understood;
  readonly sources: readonly WrittenSource[];
  readonly read: (text: string, signal?: AbortSignal) => Promise<QuestionReading>;
  readonly signal?: AbortSignal;
}

// Stands here until the real one is written over it: lets verbatim sentences pass alone.
export async function groundWritten(
  { text, markers }: WrittenSentence,
  { sources }: GroundingContext,
): Promise<WrittenVerdict> {
  for (const { candidate, shown, marker } of sources) {
    const { passage } = candidate;
    for (const at of shown) {
      const sentence = passage.sentences[at];
      if (sentence === undefined) continue;
      const quote = passage.text.slice(sentence.start - passage.start, sentence.end - passage.start);
      if (quote === text) {
        const quotations = [{ candidate, start: sentence.start, end: sentence.end, quote }];
        return { stands: true, quotations, repaired: !markers.includes(marker) };
      }
    }
  }
  return { stands: false, reason: "words" };
}
