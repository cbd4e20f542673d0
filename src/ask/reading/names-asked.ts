import type { Term } from "../steps.js";

/** Whether a term may name somebody: in German any noun has a capital, so that what the glossary does not know may. */
export function mayBeName({ kind, concepts, surface }: Term): boolean {
  return kind === "name" || (kind === "word" && concepts.length === 0 && /^\p{Lu}/u.test(surface));
}
