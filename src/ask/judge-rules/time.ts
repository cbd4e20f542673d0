import { looksLikePlan } from "../answer-marks.js";
import type { Rule } from "./rule.js";

/** Says itself that it speaks of the present. */
const PRESENT =
  /(?<!\p{L})(?:heute|heutig\p{L}*|heutzutage|immer noch|noch immer|nach wie vor|weiterhin|mittlerweile|inzwischen|today|nowadays|these days|at present|still (?!planned|to be)|to this day|modern-day|present-day)(?!\p{L})/iu;

/** How things are on the day of the question is told by no document, unless it speaks of what lasts. */
export const holdsTheNow: Rule = ({ asksForNow }, { view }) => !asksForNow || PRESENT.test(view.text);

const PAST_SPAN =
  /(?<!\p{L})(?:seit|since|for (?:more than |over |about )?\p{N}+ years|bisher|bislang|so far|for decades|over decades|decades-long|years-long|jahrzehntelang\p{L}*|jahrelang\p{L}*|langjährig\p{L}*)(?!\p{L})/iu;

const ASKS_FOR_END =
  /^(?:\p{L}+,? )?(?:bis wann|until when|by when|wann (?:endet|läuft)|when does .{1,120} (?:end|expire|run out))(?!\p{L})/iu;
const TELLS_END =
  /(?<!\p{L})(?:bis|until|till|by|through|ende[tn]?|endete\p{L}*|beende\p{L}*|läuft|laufen|befristet|ablauf\p{L}*|abgeschlossen|end(?:s|ed)?|expire[sd]?|runs?|conclude[sd]?|complete[sd]?)(?!\p{L})/iu;

/** "Auf wie viele Jahre angelegt", "how long does it run": how long from now on. */
const FROM_NOW_ON =
  /(?<!\p{L})(?:angelegt|ausgelegt|befristet|vereinbart|(?:vertrags)?laufzeit|läuft|laufen|dauert|dauern|gilt|gelten|gültig|designed|agreed|set to|scheduled|(?:contract )?term|does .{1,120} (?:run|last)|runs?|lasts?|valid)(?!\p{L})/iu;

/**
 * How long something is to go on is not told by how long it has been going on; until when, not by when it began or was
 * announced.
 */
export const holdsTheDirection: Rule = ({ kind, asksForPlan, standalone }, { view }) => {
  if (ASKS_FOR_END.test(standalone) && !TELLS_END.test(view.text)) return false;
  const isToCome = asksForPlan || FROM_NOW_ON.test(standalone);
  return kind !== "duration" || !isToCome || looksLikePlan(view.text) || !PAST_SPAN.test(view.text);
};

const ALREADY = /(?<!\p{L})(?:bereits|schon|already|so far|bisher|bislang)(?!\p{L})/iu;
const TO_COME: readonly string[] = ["expand", "plan", "goal", "future"];

/** What is so already is not told by what is only now being added or planned. */
export const holdsTheAlready: Rule = ({ kind, standalone }, { view }) =>
  kind === "yesno" ||
  !ALREADY.test(standalone) ||
  ALREADY.test(view.text) ||
  !(looksLikePlan(view.text) || TO_COME.some((concept) => view.concepts.has(concept)));
