import type { Citation } from "../contracts/answer.js";
import type { Span } from "../contracts/passage.js";
import type { Candidate } from "./steps.js";

/** A place in a document that a sentence of the answer rests on. */
export interface Quotation extends Span {
  readonly candidate: Candidate;
  /** Verbatim. */
  readonly quote: string;
}

/**
 * A piece of a sentence, by what vouches for it.
 *
 * `fact`: said in the asker's language; every word, name and quantity of it stands in the quotations, quantities in any
 * notation. `frame`: Konsil's own words about where something comes from or how it is meant; names and quantities of it
 * stand in the quotations, in what is known about their documents, or in the question. `quote`: verbatim. `written`: by a
 * language model; `ground-written` has found the quotations that support it.
 */
export interface Part {
  readonly says: "fact" | "frame" | "quote" | "written";
  readonly text: string;
}

/** A sentence of an answer before it is grounded. */
export interface DraftSentence {
  readonly parts: readonly Part[];
  /** Empty for a remark about the documents as a whole, which may name nothing but what the question names. */
  readonly quotations: readonly Quotation[];
  /** `item` begins a new line as a list item; `line` begins a new line; `run` goes on in the same line. */
  readonly layout: "run" | "line" | "item";
}

export interface Draft {
  readonly sentences: readonly DraftSentence[];
  /** `partial`: the answer says itself what it leaves open. */
  readonly status: "answered" | "partial";
  /** Codes, as an answer hands them out. */
  readonly warnings: readonly string[];
}

export interface GroundedSentence {
  readonly text: string;
  /** The citations it rests on; none for a remark. */
  readonly markers: readonly number[];
  readonly layout: DraftSentence["layout"];
}

/** A draft of which only what its quotations support is left, with numbered citations. */
export interface Grounded extends Pick<Draft, "status" | "warnings"> {
  readonly sentences: readonly GroundedSentence[];
  readonly citations: readonly Citation[];
  /** How many sentences of the draft were dropped. */
  readonly dropped: number;
}
