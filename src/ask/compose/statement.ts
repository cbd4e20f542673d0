import type { DraftSentence } from "../draft.js";
import type { Finding, Term, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import type { Asked } from "./asked.js";
import { inTextOrder } from "./gathered.js";
import { quoteAll } from "./quoting.js";
import { withoutRepeats } from "./repeats.js";

const SENTENCES = 2;

/** What somebody says: the sentences about what is asked, with their speaker. */
export function answerStatement({ understood, findings }: Asked): DraftSentence[] {
  const onTopic = findings.filter((it) => isOnTopic(it, understood));
  const chosen = onTopic.length > 0 ? onTopic : findings;
  return quoteAll(inTextOrder(withoutRepeats(chosen).slice(0, SENTENCES)), { language: understood.language });
}

/** Holds something of what is asked beyond the speaker, who says other things, too. */
function isOnTopic({ view }: Finding, { terms, speaker }: Understood): boolean {
  const isSpeaker = (term: Term) => speaker.some(({ start, end }) => start === term.start && end === term.end);
  const topic = terms.filter((term) => !isSpeaker(term) && !term.concepts.includes("say"));
  return topic.length === 0 || topic.some((term) => holds(view, term) > 0);
}
