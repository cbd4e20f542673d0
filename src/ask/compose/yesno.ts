import { modalityOf } from "../../language/modality.js";
import type { DraftSentence } from "../draft.js";
import { asOfRemark, VERDICTS, type Verdict } from "../phrases-framing.js";
import { isSameSentence } from "../reading/neighbours.js";
import type { Finding, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import { type Grounded, verdictOn } from "../verdict.js";
import type { Asked } from "./asked.js";
import type { BareFact } from "./bare-fact.js";
import { figureOf } from "./fact-figure.js";
import { sentencesOf } from "./gathered.js";
import { frame, ownSentence } from "./parts.js";
import { quoteAll } from "./quoting.js";

/** So many sentences are shown when none settles a question. */
const SHOWN = 2;

/**
 * "Ja.", "Nein." or "Geplant." with the sentence that settles it, one of those found or another of the same passages; the
 * sentences found alone when none does, or when they do not agree.
 */
export function answerYesNo(asked: Asked): DraftSentence[] {
  const { understood, findings } = asked;
  const { language } = understood;
  const grounded = groundedIn(asked);
  if (grounded === null) {
    const isAsGood = (it: Finding) => heldIn(it, understood) >= heldIn(findings[0], understood);
    return quoteAll(findings.slice(0, SHOWN).filter(isAsGood), { language });
  }
  return confirm(understood, grounded);
}

function groundedIn({ understood, findings, evidence }: Asked): Grounded | null {
  const documents = [...new Set(evidence.candidates.map(({ document }) => document.id))];
  const others = documents.flatMap((id) => sentencesOf(evidence, id));
  const further = others.filter((it) => !findings.some((found) => isSameSentence(found, it)));
  return verdictOn(understood, [...findings, ...further]);
}

function confirm(understood: Understood, { verdict, finding }: Grounded): DraftSentence[] {
  const { language } = understood;
  const figure = verdict === "no" ? otherFigure(understood, finding) : null;
  const told = figure === null ? [] : [ownSentence([...figure.parts, frame(".")], finding)];
  return [verdictSentence(understood, verdict, finding), ...told, ...quoteAll([finding], { language })];
}

/** How much of the question a sentence says. */
function heldIn({ view }: Finding, { terms }: Understood): number {
  return terms.filter((term) => holds(view, term) > 0).length;
}

/** Where documents contradict what a question asks to confirm: "Nein. Rund 74.000." */
export function contradict(asked: Asked): DraftSentence[] {
  const { understood, findings } = asked;
  const [first] = findings;
  // Who holds a position, and how much there is, is told in passing, whatever the sentence plans.
  const isTold = understood.terms.some(({ role, quantity }) => role || quantity !== null);
  const isPlanned = modalityOf(first.view.text) === "planned" && !isTold;
  const grounded: Grounded = groundedIn(asked) ?? { verdict: isPlanned ? "planned" : "no", finding: first };
  return confirm(understood, grounded);
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
