import { ORGANISATION } from "../../language/name-marks.js";
import { findRoles } from "../../language/roles.js";
import { type Asked, type AskingPattern, asksBy, toldBy } from "./pattern.js";

const OPENERS = "^(?:(?:und|and|aber|but) )?";
const TITLES = /(?<!\p{L})(?:Herr|Frau|Dr\.?|Prof\.?|Professor(?:in)?|Mrs?\.?|Ms\.?) (?=\p{Lu})/gu;
/** "Wer ist Vera Ott?": nothing but a name behind, in capitals. */
const WHO_IS_NAME =
  /^(?:[Uu]nd |[Aa]nd )?(?:[Ww]er (?:ist|sind|war)|[Ww]ho (?:is|are|was)|[Ww]ho['’]s) (?:(?:eigentlich|denn) )?(?=\p{Lu}[^?!,]*[?!. ]*$)(?!.*(?<!\p{L})(?:der|des|die|das|dem|vom|von der|of|the|at|bei|beim|für|for|in|und|and)(?!\p{L}))/u;
const NAMED =
  /^(?:und |and )?(?:wie heißt|wie lautet der name|what is the name|what['’]?s the name|nenne?n?(?: sie)?(?: mir)?|name)(?!\p{L})/u;

/** What somebody is. */
export const ROLE_PATTERNS: readonly AskingPattern[] = [
  asksBy(
    "role",
    "(?:in )?welche[rsn]? (?:rollen?|funktion(?:en)?|position(?:en)?|stellung(?:en)?|amt|ämter|posten|aufgaben?|eigenschaft)(?: (?:hat|haben|spielt|spielen|bekleidet|bekleiden|hatten?|übt|äußert|äußern|spricht|sprechen))?",
    "was (?:macht|ist|sind) die (?:rollen?|funktion(?:en)?|position(?:en)?|ämter)",
    "(?:in )?(?:what|which) (?:role|position|function|job|title|job title|capacity|office)s?",
    "what(?:['’]s| is| are) the (?:roles?|positions?|jobs?|functions?|titles?|job titles?)(?= of)|what is (?=.*['’]s (?:role|position|job|function|title))",
    "als (?:was|wer) (?:äußert|spricht)|als was (?:arbeitet|ist(?= .*(?:tätig|beschäftigt|angestellt)))|was ist (?=.* von beruf)|what does (?=.* do for a living)",
  ),
  asksBy(
    "role",
    "wofür ist(?= .* (?:zuständig|verantwortlich)[?!. ]*$)|what is(?= .* (?:in charge of|responsible for)[?!. ]*$)",
  ),
  { kind: "role", find: (asked) => whoIsName(asked) },
  { kind: "role", find: (asked) => doingOfName(asked) },
];

/** Who. A position that is asked for by its name asks for the person who holds it. */
export const PERSON_PATTERNS: readonly AskingPattern[] = [
  asksBy("person", `${OPENERS}(?:\\S+ )?(?:wer|wem|wen|wessen|who|whom|whose)`),
  asksBy("person", `(?<=[,;:] )(?:wer|wem|wen|wessen|who|whom|whose)`),
  toldBy(
    "person",
    "welche (?:person|ärztin|professorin|forscherin|managerin|führungskraft|frau|expertin)|welcher (?:mensch|arzt|professor|forscher|manager|mann|experte)",
    "(?:which|what) (?:\\p{L}+ )?(?:person|doctor|physician|professor|executive|manager|scientist|researcher|expert|man|woman)(?! \\p{L}+ (?:are|were|have))",
  ),
  { kind: "person", find: (asked) => nameOfHolder(asked) },
];

function whoIsName({ text }: Asked) {
  const match = WHO_IS_NAME.exec(text);
  if (match === null || findRoles(text.replace(TITLES, "")).length > 0) return null;
  return { start: match.index, end: match.index + match[0].length };
}

/** "Was macht Vera Ott?", "What does Vera Ott do at Nordtal?": what a person does there. */
const DOING =
  /^(?:(?:[Uu]nd )?[Ww]as macht(?: eigentlich| denn)?(?: die| der| diese| dieser)?(?= (?<de>\p{Lu}\p{L}+ \p{Lu}\p{L}+)(?: eigentlich| denn| so| beruflich)*(?: (?:bei|an|am|beim) \P{Lu}*\p{Lu}.*)?[?!. ]*$)|(?:[Aa]nd )?[Ww]hat does(?: this| that)?(?= (?<en>\p{Lu}\p{L}+(?: \p{Lu}\p{L}+| guy| woman| man| person)) do(?: at \P{Lu}*\p{Lu}.*)?[?!. ]*$))/u;

function doingOfName({ text }: Asked) {
  const match = DOING.exec(text);
  const name = match?.groups?.de ?? match?.groups?.en;
  if (match === null || name === undefined || name.split(" ").some((word) => ORGANISATION.test(word.toLowerCase())))
    return null;
  return { start: match.index, end: match.index + match[0].length };
}

function nameOfHolder({ text, plain }: Asked) {
  const match = NAMED.exec(plain);
  if (match === null || findRoles(text).length === 0) return null;
  return { start: match.index, end: match.index + match[0].length };
}
