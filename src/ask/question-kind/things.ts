import { ORGANISATION } from "../../language/name-marks.js";
import { type Asked, type AskingPattern, asksBy, toldBy } from "./pattern.js";

export const REASON_PATTERNS: readonly AskingPattern[] = [
  asksBy(
    "reason",
    "warum|weshalb|wieso|weswegen|wozu|why|aus welche[mn] gr(?:und|ünden)|what for|zu welchem zweck|mit welchem ziel",
    "for what (?:reasons?|purpose)|for which reasons?|how come|what (?:is|was|are|were) the reasons?(?= (?:for|behind|why|of))|was (?:ist|war|sind|waren) (?:der|die) gr(?:und|ünde)(?= (?:für|der|des|dafür))|worin liegt der grund",
  ),
];

export const LIST_PATTERNS: readonly AskingPattern[] = [
  asksBy("list", "welche[nrsm]?|which|what are the|was sind"),
  asksBy(
    "list",
    "^(?:bitte |please )?(?:nenne?n?(?: sie)?(?: mir)?(?: bitte)?|zähle?n?(?: sie)?(?: mir)?|liste?n?(?: sie)?(?: mir)?|list|name|enumerate|give me)(?: (?:alle|die|all|the|some|einige|mehrere|few|a few))*",
  ),
  toldBy("list", "was für|what (?:kinds?|types?|sorts?) of|what other"),
];

/** "What is X" with more words than this asks for something about X, not what X is. */
const DEFINED = 5;

const DEFINING =
  /^(?:(?:und|and) )?(?:was für eine? \p{L}+ (?:ist|sind)|what (?:kind|type|sort) of (?:an? )?\p{L}+ (?:is|are)|was (?:ist|sind)(?= \S.* für (?:eine?n?|['’]?ne?) \p{L}+[?!. ]*$)|was (?:ist|bedeutet|bedeuten|heißt|versteht man unter|versteht man|meint man mit|meint)|wofür steht(?: die abkürzung| das kürzel)?|was bezeichnet|what (?:is meant by|is|are(?! the))|what['’]?s(?! the \p{L}+ of)|what does(?: the abbreviation| the term)?(?= .* (?:mean|stand for))|define|definition(?: of| von| der| des)?|explain|erkläre?n?(?: sie)?(?: mir)?(?: bitte)?)(?!\p{L})/u;

/** "Was macht Nordtal Health?", "What does Nordtal Health do?": what an organisation is. */
const DOING =
  /^(?:und |and )?(?:was (?:macht|tut)|what (?:does|do)) (?=(?:die |das |der |the )?([^?]+?)(?: do| eigentlich| genau)?[?!. ]*$)/u;

export const DEFINITION_PATTERNS: readonly AskingPattern[] = [
  { kind: "definition", find: (asked) => defining(asked) },
  { kind: "definition", find: (asked) => doing(asked) },
  // Indirectly asked, the verb stands at the end.
  asksBy(
    "definition",
    "^(?:und )?was(?= (?:\\S+ ){1,4}(?:ist|sind|bedeutet|bedeuten|heißt|sein soll)[?!. ]*$)|^(?:und )?was soll(?:en)?(?= (?:\\S+ ){1,5}sein[?!. ]*$)",
    "^(?:and )?what(?= (?:\\S+ ){1,4}(?:is|are|means|stands for)[?!. ]*$)",
  ),
  asksBy(
    "definition",
    "^(?:und |and )?what (?:do|does|did) (?=.{2,100} mean by \\S)|^(?:und )?was (?:verstehen|versteht|meinen) (?=.{2,100} (?:unter|mit) \\S)",
  ),
];

function defining({ plain }: Asked) {
  const match = DEFINING.exec(plain);
  if (match === null) return null;
  const end = match.index + match[0].length;
  return plain.slice(end).trim().split(/\s+/).length > DEFINED ? null : { start: match.index, end };
}

function doing({ plain }: Asked) {
  const match = DOING.exec(plain);
  const words = match?.[1]?.split(/\s+/) ?? [];
  if (match === null || words.length > DEFINED || !words.some((word) => ORGANISATION.test(word))) return null;
  return { start: match.index, end: match.index + match[0].length };
}
