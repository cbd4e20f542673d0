import type { DraftSentence } from "../draft.js";
import { speechOf } from "../reading/speech.js";
import type { Finding, Term, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import type { Asked } from "./asked.js";
import { bodyOf, inTextOrder } from "./gathered.js";
import { quoteAll } from "./quoting.js";
import { withoutRepeats } from "./repeats.js";

const SENTENCES = 2;

/**
 * What somebody says: the sentences about what is asked, with their speaker. Where none of those that were found is the
 * speaker's, what the speaker says in their documents.
 */
export function answerStatement({ understood, findings, evidence }: Asked): DraftSentence[] {
  const topic = topicOf(understood);
  const onTopic = (it: Finding) => topic.filter((term) => holds(it.view, term) > 0).length;
  const isOwn = (it: Finding) => isSaidBy(it, understood);
  const documents = understood.speaker.length === 0 ? [] : documentsOf(findings);
  const further = documents.flatMap((id) => bodyOf(evidence, id)).filter((it) => isOwn(it) && onTopic(it) > 0);
  const [closest, ...others] = further.sort((a, b) => onTopic(b) - onTopic(a));
  const [first, ...own] = findings.filter(isOwn);
  // What was found of the speaker, and what is closer to the question: one speech tells several things.
  const joined = first === undefined || closest === undefined || onTopic(closest) <= onTopic(first) ? [] : [closest];
  const spoken = first === undefined ? [closest, ...others] : [first, ...joined, ...own];
  const said = spoken.filter((it) => it !== undefined);
  const told = said.length > 0 ? said : findings;
  const about = told.filter((it) => topic.length === 0 || onTopic(it) > 0);
  const chosen = about.length > 0 ? about : told;
  return quoteAll(inTextOrder(withoutRepeats(chosen).slice(0, SENTENCES)), { language: understood.language });
}

function documentsOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ candidate }) => candidate.document.id))];
}

/** The sentence that says who speaks names whom the question does, by name or by position. */
function isSaidBy(finding: Finding, { speaker }: Understood): boolean {
  const telling = speechOf(finding).speaker?.told ?? finding;
  return speaker.every((term) => holds(telling.view, term) > 0);
}

/** What is asked beyond the speaker, who says other things, too. */
function topicOf({ terms, speaker }: Understood): Term[] {
  const isSpeaker = (term: Term) => speaker.some(({ start, end }) => start === term.start && end === term.end);
  return terms.filter((term) => !isSpeaker(term) && !term.concepts.includes("say"));
}
