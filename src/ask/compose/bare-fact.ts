import type { Span } from "../../contracts/passage.js";
import type { Part } from "../draft.js";

/** What a question asks for, without a full stop. */
export interface BareFact {
  readonly parts: readonly Part[];
  /** Where the sentence says it, so that its clause tells whether it is so; null where the clause does not matter. */
  readonly at: Span | null;
}

/** For names and titles, which are the same whether or not a clause tells of plans. */
export function bareFact(...parts: readonly Part[]): BareFact {
  return { parts, at: null };
}
