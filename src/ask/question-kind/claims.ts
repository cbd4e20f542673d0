import { opensWithVerb } from "../../language/opening-verb.js";
import { type Asked, type AskingPattern, asksBy, NOWHERE, toldBy } from "./pattern.js";

const OPENERS = "^(?:(?:und|and|aber|but) )?";

/** Whether something is so. */
export const YES_NO_PATTERNS: readonly AskingPattern[] = [
  asksBy(
    "yesno",
    `${OPENERS}(?:stimmt es,? dass|trifft es zu,? dass|ist es (?:richtig|wahr|so|korrekt),? dass|is it (?:true|correct|right|the case) that|ob|whether|if)`,
    `${OPENERS}(?:ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können|konnten?|soll|sollen|sollten?|will|wollen|wollten?|gibt|gab|darf|dürfen|muss|müssen|is|are|were|do|does|did|has|have|had|can|could|should|would|may|might|must|will|aren['’]t|isn['’]t|wasn['’]t|weren['’]t|don['’]t|doesn['’]t|didn['’]t|hasn['’]t|haven['’]t|won['’]t)`,
  ),
  { kind: "yesno", find: (asked) => pastTense(asked) },
  { kind: "yesno", find: ({ text, language }) => (language !== "en" && opensWithVerb(text) ? NOWHERE : null) },
  toldBy(
    "yesno",
    "(?<=[,–-] )(?:oder|oder nicht|oder doch nicht|nicht wahr|nicht|gell|gelle|ne|richtig|stimmt das|stimmt['’]s|right|correct|(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)(?:n['’]?t)? (?:it|that|they|he|she|there|we)(?: (?:so|right|true|correct|not))?|or not|yes|no)(?=[?!. ]*$)",
  ),
];

/** "Was" opens questions of both languages: in English with a subject behind. */
function pastTense({ plain, language }: Asked) {
  const match = /^(?:and |but )?was(?= (?:the|an?|it|he|she|there|this|that|any)(?!\p{L}))/u.exec(plain);
  const found = match ?? (language === "en" ? /^(?:and |but )?was(?!\p{L})/u.exec(plain) : null);
  return found === null ? null : { start: found.index, end: found.index + found[0].length };
}
