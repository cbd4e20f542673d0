import type { AnswerKind } from "../steps.js";

/** "Who else" and "not yet" ask for no present. */
const STILL =
  /(?<!\p{L})noch(?! (?:nicht|kein|ein|mehr|weiter|ander|nie|etwas|was|wer|größer|besser|schneller))(?!\p{L})/iu;
/** Insists on the day of the question. "Currently" and "derzeit" do not: the date of the document answers to them. */
const NOW =
  /(?<!\p{L})(?:heute|heutzutage|heutige[nrsm]?|immer noch|noch immer|nach wie vor|weiterhin|jetzt noch|mittlerweile|inzwischen|zum jetzigen zeitpunkt|am heutigen tag|today|nowadays|these days|still|as of now|right now|at this moment|to this day|anymore|any longer|nicht mehr|(?:diese|nächste|kommende|letzte|vergangene)[nsr]? (?:woche|monat|jahr|tage?n?|quartal)|(?:this|next|last) (?:week|month|year|quarter|morning)|gestern|yesterday|tomorrow)(?!\p{L})/iu;
const PLAN =
  /(?<!\p{L})(?:soll(?:en|te|ten)?|will|wollen|wollten?|möchten?|plan|plane?n?|plant|pläne\p{L}*|geplant\p{L}*|planung|beabsichtig\p{L}*|vorhaben|vorgesehen\p{L}*|angestrebt\p{L}*|anstreben|strebt|streben|künftig\p{L}*|zukünftig\p{L}*|zukunft|ziele?n?|plans?|planned|planning|intend(?:s|ed)?|intentions?|going to|aims?|goals?|objectives?|wants?|future|(?:is|are) to(?! the)|supposed to|set to)(?!\p{L})/iu;
/** "Was haben sie vor": what they are up to. */
const UP_TO = /^(?:und |aber )?was (?:haben|hat)(?!\p{L}).*(?<!\p{L})vor(?=[?!. ]*$)/iu;
/** "Wann wird ... eröffnet", "when will": what is to come. */
const TO_COME = /^(?:und |and |ab |bis )?(?:wann|when|by when) (?:wird|werden|will|is|are)(?!\p{L})/iu;

/** Whether a question insists on how things are on the day it is asked: no document can tell. */
export function asksForNow(question: string, kind: AnswerKind): boolean {
  // "What still has to be done" asks for plans.
  if (kind === "plan" || kind === "reason") return false;
  return NOW.test(question) || (kind === "yesno" && STILL.test(question));
}

/** Whether what is planned answers a question, since it asks for plans. */
export function asksForPlan(question: string, kind: AnswerKind): boolean {
  return kind === "plan" || PLAN.test(question) || UP_TO.test(question) || TO_COME.test(question);
}
