import { looksLikePlan } from "../answer-marks.js";
import type { Rule } from "./rule.js";

/** Says itself that it speaks of the present. */
const PRESENT =
  /(?<!\p{L})(?:heute|heutig\p{L}*|heutzutage|immer noch|noch immer|nach wie vor|weiterhin|mittlerweile|inzwischen|today|nowadays|these days|at present|still (?!planned|to be)|to this day|modern-day|present-day)(?!\p{L})/iu;

/** How things are on the day of the question is told by no document, unless it speaks of what lasts. */
export const holdsTheNow: Rule = ({ asksForNow }, { view }) => !asksForNow || PRESENT.test(view.text);

const PAST_SPAN =
  /(?<!\p{L})(?:seit|since|for (?:more than |over |about )?\p{N}+ years|bisher|bislang|so far)(?!\p{L})/iu;

/** How long something is to go on is not told by how long it has been going on. */
export const holdsTheDirection: Rule = ({ kind, asksForPlan }, { view }) =>
  kind !== "duration" || !asksForPlan || looksLikePlan(view.text) || !PAST_SPAN.test(view.text);
