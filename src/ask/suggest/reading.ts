import type { Document, Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import type { DocumentNames } from "./document-names.js";
import type { Source } from "./source.js";

export type CandidateKind =
  | "overview"
  | "plan"
  | "role"
  | "figure"
  | "statement"
  | "definition"
  | "announced"
  | "since"
  | "abbreviation";

/** A question that a document seems to answer. */
export interface Candidate {
  readonly kind: CandidateKind;
  readonly question: string;
  /** Sentences of the document one of which has to be in the answer, if it is the answer that was meant. */
  readonly sources: readonly Span[];
}

/** What questions are made from. */
export interface Reading {
  readonly document: Document;
  readonly sources: readonly Source[];
  readonly names: DocumentNames;
  /** Of the questions. */
  readonly language: Language;
}

/** Speaks of working together. */
export const COLLABORATION =
  /zusammenarbeit|zusammenschluss|kooper|kollaborat|partner|allianz|arbeiten .*zusammen|collaborat|cooperat|alliance|work(?:ed|s|ing)? .*together/i;

/** "A und B". */
export function listed(names: readonly string[], and: string): string {
  const last = names.at(-1);
  return last === undefined ? "" : names.length === 1 ? last : `${names.slice(0, -1).join(", ")} ${and} ${last}`;
}
