import { type AskingPattern, asksBy } from "./pattern.js";

/** A conjunction or relative inside of a question that asks for something else: "what happens when", "the city where". */
const AT_FRONT = "(?<=^|[,;:] |^(?:so|then|exactly|from|near|at|in) |(?:^| )(?:and|but|or) )";

/** When and where. */
export const TIME_AND_PLACE_PATTERNS: readonly AskingPattern[] = [
  asksBy(
    "date",
    "seit wann|bis wann|ab wann|von wann|wann",
    `${AT_FRONT}(?:since |until |till |by |from )?when`,
    "(?:in |an |am |on |zu |seit |since |ab )?(?:welche[mrs]|what|which) (?:jahr|monat|datum|tag|zeitpunkt|year|month|date|day)",
    "(?:was ist|wie lautet) das (?=datum)|what is the (?=date)",
  ),
];

export const PLACE_PATTERNS: readonly AskingPattern[] = [
  asksBy(
    "place",
    "(?:in |an |aus |from |at )?(?:welche[mrs]?|which|what) (?:stadt|land|ort|region|staat|bundesland|standort|gegend|city|country|place|town|state|location|region|area of the world)(?!-)",
    `wohin|woher|wo|${AT_FRONT}where`,
  ),
];
