import type { Document } from "../contracts/document.js";
import { isNameLike } from "./judge-documents.js";
import { wordsOf } from "./sentence-views.js";
import type { Term } from "./steps.js";
import { holds } from "./term-match.js";

/** Whether a question names two partners of a document: what they do together is asked for. */
export function namesPartners(terms: readonly Term[], { partners, language }: Document): boolean {
  const named = partners.filter((partner) => {
    const words = wordsOf(partner, language);
    return terms.some((term) => isNameLike(term) && term.concepts.length === 0 && holds(words, term) === 1);
  });
  return named.length > 1;
}
