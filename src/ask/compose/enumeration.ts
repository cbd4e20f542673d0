import { contextOf } from "../sentence-views.js";
import type { Finding, Term, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import type { Asked } from "./asked.js";
import { sentencesOf } from "./gathered.js";

/** "A, B und C", "increase X, reduce Y and improve Z": the last but one begins behind a comma, in few words. */
const SERIES =
  /,\s(?!(?:um|das|dass|die|der|dem|den|in|wenn|weil|wo|which|who|that|where|when|while|if|so|to|with)\s)(?:[^\s,;:.]+\s){1,5}(?:und|sowie|oder|and|or|as well as)\s\p{L}/iu;

/** An enumeration has to say at least this share of what the question does. */
const SHARE = 2 / 3;
/** Concepts of words that ask for plans, of which an enumeration may speak as of anything else. */
const WANTED: ReadonlySet<string> = new Set(["want", "plan", "goal"]);

/**
 * Of the sentences of the best one's document, the one that enumerates and says most of what the question does; null when
 * none says enough of it, or the best one, which names one thing only, says as much. Long sentences of a press release name
 * all fields or aims at once, while shorter ones mention one of them.
 */
export function enumerationFor({ understood, findings, evidence }: Asked): Finding | null {
  const [first] = findings;
  const sentences = [...findings, ...sentencesOf(evidence, first.candidate.document.id)];
  const enumerating = sentences.filter(({ view }) => SERIES.test(view.text));
  const shares = enumerating.map((it) => shareSaid(understood, it));
  const most = Math.max(...shares);
  if (most < SHARE || most < shareSaid(understood, first)) return null;
  const best = enumerating[shares.indexOf(most)] ?? null;
  return best === first || most > shareSaid(understood, first) ? best : null;
}

/** How much of what the question says of the things it asks for; what stands above the sentence is said of all of them. */
export function shareSaid({ terms, listed }: Understood, { view, candidate: { passage, document } }: Finding): number {
  const above = contextOf(passage, document);
  const isWanted = ({ concepts }: Term) => concepts.some((concept) => WANTED.has(concept));
  const about = terms.filter((term) => term !== listed && !isWanted(term) && holds(above, term) === 0);
  const asked = about.length > 0 || listed === null ? about : [listed];
  return asked.filter((term) => holds(view, term) > 0).length / Math.max(1, asked.length);
}
