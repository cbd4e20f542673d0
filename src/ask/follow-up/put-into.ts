import { asksFor, type FollowUp } from "./fragment.js";
import { prepositionOf } from "./marks.js";
import { type Edit, type Patched, patch } from "./patch.js";
import { askingEdits, slotFor, swapAsking, swapNames, swapQuantities } from "./swap.js";
import type { Turn } from "./turn.js";

/**
 * The question before, with the names, figures, noun and question word of a follow-up in the places of its own; null
 * when the follow-up brings something that has no place in there.
 */
export function putInto(base: Turn, { given }: FollowUp): Patched | null {
  const names = swapNames(base, given);
  const circumstance = given.nouns.length === 0 ? null : swapCircumstance(base, given);
  const noun = given.nouns.length === 0 || circumstance !== null ? [] : swapNoun(base, given);
  if (names === null || noun === null) return null;
  const asking = circumstance ?? swapAsking(base, given);
  return patch(base.text, [...asking, ...noun, ...names, ...swapQuantities(base, given.quantities)]);
}

/** "Auf welchem Gebiet?", "in which countries?" asks for more about the same; null for any other noun. */
function swapCircumstance(base: Turn, given: Turn): Edit[] | null {
  const [before = ""] = /^\p{L}+(?=\s*$)/u.exec(given.text.slice(0, given.asking.start)) ?? [];
  const [opening = ""] = /^\p{L}+/u.exec(given.text) ?? [];
  if (!asksFor(given) || prepositionOf(before || opening) === null) return null;
  return askingEdits(base, given.text.replace(/[\s?.!]*$/u, ""));
}

/** A noun in the place of its like, where both are asked for alike and in one language. */
function swapNoun(base: Turn, given: Turn): Edit[] | null {
  const [noun] = given.nouns;
  if (noun === undefined || base.language !== given.language || (asksFor(given) && given.kind !== base.kind))
    return null;
  const slot = slotFor(noun, base);
  return slot === null ? null : [{ start: slot.start, end: slot.end, text: noun.surface }];
}
