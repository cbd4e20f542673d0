import { modalityOf } from "../../language/modality.js";
import type { DraftSentence } from "../draft.js";
import { asOfRemark, VERDICTS, type Verdict } from "../phrases-framing.js";
import type { Finding, Understood } from "../steps.js";
import type { Asked } from "./asked.js";
import { settle } from "./claim.js";
import { frame, ownSentence } from "./parts.js";
import { quoteAll } from "./quoting.js";
import { isStillToCome } from "./still-to-come.js";

/** So many of the sentences found may settle a question; so many are shown when none does. */
const SENTENCES = { asked: 4, shown: 2 } as const;

/**
 * "Ja.", "Nein." or "Geplant." with the sentence that settles it; the sentences alone when none does, or when they do not
 * agree.
 */
export function answerYesNo({ understood, findings }: Asked): DraftSentence[] {
  const { language } = understood;
  const settled = findings.slice(0, SENTENCES.asked).flatMap((finding) => {
    const verdict = settle(understood, finding) ?? (isStillToCome(understood, finding) ? "planned" : null);
    return verdict === null ? [] : [{ verdict, finding }];
  });
  const [first] = settled;
  if (first === undefined || settled.some(({ verdict }) => verdict !== first.verdict)) {
    return quoteAll(findings.slice(0, SENTENCES.shown), { language });
  }
  return [verdictSentence(understood, first.verdict, first.finding), ...quoteAll([first.finding], { language })];
}

/** Where documents contradict what a question asks to confirm. */
export function contradict({ understood, findings }: Asked): DraftSentence[] {
  const [first] = findings;
  const verdict = modalityOf(first.view.text) === "planned" ? "planned" : "no";
  return [verdictSentence(understood, verdict, first), ...quoteAll([first], { language: understood.language })];
}

function verdictSentence({ language, asksForNow }: Understood, verdict: Verdict, finding: Finding): DraftSentence {
  const isDated = verdict === "planned" || asksForNow;
  const asOf = isDated ? asOfRemark(finding.candidate.document, language) : "";
  return ownSentence([frame(`${VERDICTS[verdict][language]}${asOf}.`)], finding);
}
