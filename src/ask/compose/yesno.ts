import { modalityOf } from "../../language/modality.js";
import type { DraftSentence } from "../draft.js";
import { asOfRemark, VERDICTS, type Verdict } from "../phrases-framing.js";
import type { Finding, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import type { Asked } from "./asked.js";
import type { BareFact } from "./bare-fact.js";
import { settle } from "./claim.js";
import { figureOf } from "./fact-figure.js";
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
    const shown = findings
      .slice(0, SENTENCES.shown)
      .filter((it) => heldIn(it, understood) >= heldIn(findings[0], understood));
    return quoteAll(settled.length > 0 ? settled.map(({ finding }) => finding).slice(0, SENTENCES.shown) : shown, {
      language,
    });
  }
  return [verdictSentence(understood, first.verdict, first.finding), ...quoteAll([first.finding], { language })];
}

/** How much of the question a sentence says. */
function heldIn({ view }: Finding, { terms }: Understood): number {
  return terms.filter((term) => holds(view, term) > 0).length;
}

/** Where documents contradict what a question asks to confirm: "Nein. Rund 74.000." */
export function contradict({ understood, findings }: Asked): DraftSentence[] {
  const [first] = findings;
  const verdict = modalityOf(first.view.text) === "planned" ? "planned" : "no";
  const figure = verdict === "no" ? otherFigure(understood, first) : null;
  const { language } = understood;
  const told = figure === null ? [] : [ownSentence([...figure.parts, frame(".")], first)];
  return [verdictSentence(understood, verdict, first), ...told, ...quoteAll([first], { language })];
}

/** The figure in place of the one that the question has. */
function otherFigure(understood: Understood, finding: Finding): BareFact | null {
  const asked = understood.terms
    .map(({ quantity }) => quantity?.kind)
    .find((kind) => kind !== undefined && kind !== "year");
  if (asked !== "number" && asked !== "amount" && asked !== "percent" && asked !== "duration") return null;
  return figureOf({ ...understood, kind: asked }, finding);
}

function verdictSentence({ language, asksForNow }: Understood, verdict: Verdict, finding: Finding): DraftSentence {
  const isDated = verdict === "planned" || asksForNow;
  const asOf = isDated ? asOfRemark(finding.candidate.document, language) : "";
  return ownSentence([frame(`${VERDICTS[verdict][language]}${asOf}.`)], finding);
}
