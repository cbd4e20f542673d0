import { attributesOf } from "./question-parts/attributes.js";
import { clausesOf } from "./question-parts/clauses.js";
import { comparedParties, partiesOf } from "./question-parts/parties.js";
import { yearsOf } from "./question-parts/years.js";
import type { QuestionPart, Understood } from "./steps.js";
import { termsOf } from "./understand/terms.js";

/** Longer ones are texts. */
const LONGEST = 400;

/**
 * The questions that a question of several parts consists of, each of which stands for itself: of coordinated questions,
 * of two years, of two things that are asked for, of two of whom one thing is asked. Empty for what is one question.
 */
export function questionParts(understood: Understood): readonly QuestionPart[] {
  if (understood.outside !== null || understood.standalone.length > LONGEST) return [];
  // All words of it, where they stand: what only asks is no topic, and may be what is coordinated.
  const placed = { ...understood, terms: termsOf(understood.standalone, understood.language) };
  for (const find of [yearsOf, clausesOf, attributesOf, comparedParties, partiesOf]) {
    const parts = find(placed);
    if (parts.length > 1) return parts;
  }
  return [];
}
