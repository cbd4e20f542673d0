/*
 * What a question opens with, German and English.
 */

const PREPOSITIONS =
  "in|an|auf|aus|bei|mit|von|für|seit|bis|ab|zu|um|wegen|durch|über|unter|nach|at|on|from|with|by|for|since|until|of|to|about|during|under";
const WORDS =
  "we[rmn]|wessen|was|wann|wo|wie|wie ?viele?|warum|weshalb|wieso|welche[rsmn]?|wohin|woher|worum|woran|worin|worauf|womit|wodurch|wofür|wozu|who|whom|whose|what|when|where|why|how|which";

/** A question word, with a preposition before it ("seit wann", "for how long"): the source of a regular expression. */
export const QUESTION_OPENING = `(?:(?:${PREPOSITIONS}) )?(?:${WORDS})`;
/** The same with what only opens a subordinate clause. */
export const CLAUSE_OPENING = `(?:(?:${PREPOSITIONS}) )?(?:${WORDS}|ob|whether|if)`;

/** Whether a text begins as a question does. */
export function opensQuestion(text: string): boolean {
  return OPENS.test(text);
}

const OPENS = new RegExp(`^(?:${QUESTION_OPENING}|(?:what|who|where|when|how)['’]s)(?!\\p{L})`, "iu");
