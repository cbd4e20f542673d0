import type { DraftSentence, Quotation } from "./draft.js";
import type { Candidate } from "./steps.js";

/** A source as the model was shown it. */
export interface WrittenSource {
  readonly marker: number;
  readonly candidate: Candidate;
  /** Indices into `candidate.passage.sentences`, ascending: those that were shown. */
  readonly shown: readonly number[];
}

/** A sentence of a model's reply. */
export interface WrittenSentence {
  /** Without its markers. */
  readonly text: string;
  /** As the model wrote them, in order; they may name sources that do not exist. */
  readonly markers: readonly number[];
  readonly layout: DraftSentence["layout"];
}

/** Why a sentence of a model does not stand. */
export type Ungrounded =
  /** A figure that no source states so, or not of that year or thing. */
  | "number"
  | "date"
  /** The figure stands in a source with another unit, currency or scale. */
  | "unit"
  | "name"
  /** Denied where the source states it, or the other way about. */
  | "negation"
  /** What a source plans, wishes or holds possible, told as a fact. */
  | "plan"
  /** Goes further than the source: "only", "first", "always", a rise told as a fall. */
  | "degree"
  /** What a source says of one party, told of another one. */
  | "relation"
  /** Words that nothing in the source vouches for. */
  | "words"
  /** No source that was shown supports it, though what it says may be true. */
  | "marker"
  /** Not in the language of the answer. */
  | "language"
  /** Asks the reader. */
  | "question"
  /** Speaks of the model, its task or its sources, or repeats what it was told to do. */
  | "meta"
  /** Says nothing that could be checked. */
  | "empty";

export type WrittenVerdict =
  | {
      readonly stands: true;
      /** Verbatim, of one source; in the order of its text. */
      readonly quotations: readonly Quotation[];
      /** The sentence rests on another source than the one that the model named. */
      readonly repaired: boolean;
    }
  | { readonly stands: false; readonly reason: Ungrounded };
