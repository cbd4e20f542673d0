import type { DraftSentence } from "../draft.js";
import { CORRECTION, DISAGREEMENT } from "../phrases-framing.js";
import type { Finding } from "../steps.js";
import type { Asked } from "./asked.js";
import { frame, ownSentence } from "./parts.js";
import { quoteAll } from "./quoting.js";
import { contradict } from "./yesno.js";

/** Says that the documents contradict what the question takes for granted, and quotes what they say. */
export function correct(asked: Asked): DraftSentence[] {
  const { understood, findings } = asked;
  if (understood.kind === "yesno") return contradict(asked);
  const [first] = findings;
  const { language } = understood;
  return [ownSentence([frame(CORRECTION[language])], first), ...quoteAll([first], { language })];
}

/** What each of several documents says, with title and date, in the order of the findings: the newest first. */
export function contrast({ understood, findings }: Asked): DraftSentence[] {
  const { language } = understood;
  const options = { language, dated: true, named: true };
  return onePerDocument(findings).flatMap((finding, at) =>
    quoteAll([finding], at === 0 ? { ...options, opening: DISAGREEMENT[language] } : options),
  );
}

function onePerDocument(findings: readonly Finding[]): Finding[] {
  const idOf = ({ candidate }: Finding) => candidate.document.id;
  return findings.filter((it, at) => findings.findIndex((other) => idOf(other) === idOf(it)) === at);
}
