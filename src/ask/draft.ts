import type { Citation } from "../contracts/answer.js";
import type { Span } from "../contracts/passage.js";
import type { Candidate } from "./steps.js";

/** A place in a document that a sentence of the answer rests on. */
export interface Quotation extends Span {
  readonly candidate: Candidate;
  /** Verbatim. */
  readonly quote: string;
}

/** A sentence of an answer before it is grounded. */
export interface DraftSentence {
  /** As it is to be shown, without markers. */
  readonly text: string;
  /** What the sentence says in words of its own, and the quotations must therefore hold; empty for a mere quotation. */
  readonly own: string;
  readonly quotations: readonly Quotation[];
  /** `item` begins a new line as a list item; `line` begins a new line; `run` goes on in the same line. */
  readonly layout: "run" | "line" | "item";
}

export interface Draft {
  readonly sentences: readonly DraftSentence[];
}

export interface GroundedSentence {
  readonly text: string;
  /** The citations it rests on, at least one. */
  readonly markers: readonly number[];
  readonly layout: DraftSentence["layout"];
}

/** A draft of which only what its quotations support is left, with numbered citations. */
export interface Grounded {
  readonly sentences: readonly GroundedSentence[];
  readonly citations: readonly Citation[];
  /** How many sentences of the draft were dropped. */
  readonly dropped: number;
}
