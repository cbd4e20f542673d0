import type { DraftSentence } from "../draft.js";
import { neighbourOf } from "../reading/neighbours.js";
import type { Finding } from "../steps.js";
import type { Asked } from "./asked.js";
import { inTextOrder } from "./gathered.js";
import { quoteAll } from "./quoting.js";

const REASON =
  /(?<!\p{L})(?:weil|da(?=\s[^,.]{3,80}\s(?:ist|sind|wird|werden|hat|haben)\b)|denn|um(?=\s[^.]{1,160}?\szu(?!\p{L}))|aufgrund|wegen|dank|durch|grund|gründe|damit|because|since|due to|owing to|thanks to|in order to|so that|reasons?|so as to|aims? to|ziel ist|zielt|zweck|purpose is|(?:aim|goal) is|designed to)(?!\p{L})/iu;
/** Begins what follows from the sentence before. */
const CONSEQUENCE =
  /^[„“"»]?(?:daher|deshalb|deswegen|darum|so|dadurch|damit|somit|auf diese weise|therefore|thus|hence|in this way|this way|as a result)(?!\p{L})/iu;
/** Begins the reason for the sentence before, or its purpose. */
const GROUNDS =
  /^[„“"»]?(?:denn|(?:das |unser )?ziel(?: dabei)? ist|(?:the|our|its|their) (?:aim|goal|purpose) is|grund|der grund|hintergrund|ursache|this is because|that is because|the reason|one reason|the background)(?!\p{L})/iu;
const SENTENCES = 2;

/** The sentence that gives the reason, and with it what it explains where that is another sentence. */
export function answerReason({ understood, findings }: Asked): DraftSentence[] {
  const { language } = understood;
  const [first, ...others] = findings;
  const explained = explanationOf(first);
  if (explained.length > 1) return quoteAll(explained, { language });
  const reason = REASON.test(first.view.text) ? undefined : others.find((it) => REASON.test(it.view.text));
  const further = reason ?? (REASON.test(first.view.text) ? undefined : others[0]);
  const shown = further === undefined ? [first] : inTextOrder([first, further]);
  return quoteAll(shown.slice(0, SENTENCES), { language });
}

/** The sentence with the one before or after it that it gives the reason for, or that gives its reason. */
function explanationOf(finding: Finding): Finding[] {
  const [before, after] = [neighbourOf(finding, -1), neighbourOf(finding, 1)];
  const { text } = finding.view;
  if (before !== undefined && (GROUNDS.test(text) || CONSEQUENCE.test(text))) return [before, finding];
  if (after !== undefined && GROUNDS.test(after.view.text)) return [finding, after];
  return [finding];
}
