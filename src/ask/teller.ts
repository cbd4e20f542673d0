import type { Citation } from "../contracts/answer.js";
import type { AskEvent } from "../contracts/events.js";
import type { DraftSentence } from "./draft.js";
import { createCiting, isSupported } from "./ground.js";
import { renderPiece } from "./render.js";

/** Hands an answer out, sentence by sentence. */
export interface Teller {
  /** The text so far; joined it is the answer. */
  readonly pieces: readonly string[];
  /** Everything that the text cites so far, by markers. */
  readonly citations: readonly Citation[];
  /** When the first sentence was told, as `performance.now()` has it; null before. */
  readonly beganAt: number | null;
  /** Tells those sentences that are grounded. */
  tell(sentences: readonly DraftSentence[]): void;
}

/**
 * Emits each sentence as it is told, its citations before it, so that a reader can always follow its markers. Remarks of a
 * draft may name what stands in `question`.
 */
export function createTeller(question: string, emit?: (event: AskEvent) => void): Teller {
  const { cite, citations } = createCiting();
  const pieces: string[] = [];
  let beganAt: number | null = null;

  function tellOne(sentence: DraftSentence): void {
    const told = citations.length;
    const piece = renderPiece(cite(sentence), pieces.length === 0);
    pieces.push(piece);
    beganAt ??= performance.now();
    for (const citation of citations.slice(told)) emit?.({ type: "citation.added", citation });
    emit?.({ type: "text.delta", text: piece });
  }

  return {
    pieces,
    citations,
    get beganAt() {
      return beganAt;
    },
    tell(sentences) {
      for (const sentence of sentences) if (isSupported(sentence, question)) tellOne(sentence);
    },
  };
}
