import type { Understood } from "../steps.js";

/** "Or is it still planned?": the other of two answers that a question offers. */
const ALTERNATIVE =
  /,?\s(?:oder|or)\s(?:(?:ist|sind|wird|werden|is|are|does|do)\s)?(?:(?:das|es|sie|er|dies|it|they|that|this|all|alles|the|a|an|ein|eine)\s)*(?:(?:noch|erst|nur|bloß|immer|immer noch|lediglich|still|just|only|merely|yet|doch|rather|eher|being|be)\s)*(?:in |im |the |a |eine? |ein )*(?:geplant\p{L}*|planung\p{L}*|pläne?|planned|planning(?: stage| phase)?|plans?|vorhaben|zukunftsmusik|future|zukunft|ankündigung|announced|angekündigt|nicht|noch nicht|not(?: yet)?|aufbau|to come|in the works|on the drawing board)\s*(?=[?.!]*\s*$)/iu;

/** What is made for a question is asked for with each of its sentences. */
const kept = new WeakMap<Understood, Understood>();

/** The question with the first of its two answers alone: "Is it there yet?" The same object for the same question. */
export function withoutAlternative(understood: Understood): Understood {
  const made = kept.get(understood) ?? cutOff(understood);
  kept.set(understood, made);
  return made;
}

function cutOff(understood: Understood): Understood {
  const { standalone, terms } = understood;
  const found = ALTERNATIVE.exec(standalone);
  if (found === null || found.index === 0) return understood;
  return {
    ...understood,
    standalone: `${standalone.slice(0, found.index)}?`,
    terms: terms.filter(({ start }) => start < found.index),
    asksForPlan: false,
  };
}
