import type { Asked } from "./compose/asked.js";
import { withoutBoilerplate } from "./compose/boilerplate.js";
import { answerCheckable } from "./compose/checkable.js";
import { answerComparison } from "./compose/comparison.js";
import { contrast, correct } from "./compose/contradiction.js";
import { answerDefinition } from "./compose/definition.js";
import { factOf } from "./compose/fact.js";
import { answerList } from "./compose/list.js";
import { answerOpen } from "./compose/open.js";
import { answerOverview } from "./compose/overview.js";
import { answerPlan } from "./compose/plan.js";
import { answerReason } from "./compose/reason.js";
import { answerStatement } from "./compose/statement.js";
import { answerYesNo } from "./compose/yesno.js";
import type { Draft, DraftSentence } from "./draft.js";
import type { AnswerKind, Evidence, Judgement, Understood } from "./steps.js";
import { holds } from "./term-match.js";

type Form = (asked: Asked) => DraftSentence[];

/** How each kind of question is answered; a comparison apart, which may be answered in part. */
const FORMS: Readonly<Record<Exclude<AnswerKind, "comparison">, Form>> = {
  person: answerCheckable,
  role: answerCheckable,
  date: answerCheckable,
  duration: answerCheckable,
  number: answerCheckable,
  amount: answerCheckable,
  percent: answerCheckable,
  place: answerCheckable,
  definition: answerDefinition,
  yesno: answerYesNo,
  reason: answerReason,
  list: answerList,
  statement: answerStatement,
  overview: answerOverview,
  plan: answerPlan,
  other: answerOpen,
};

const NOTHING: Draft = { sentences: [], status: "answered", warnings: [] };

/**
 * Writes an answer without a language model: the bare fact where there is one, in the asker's language, then the sentences
 * that carry it, verbatim, each in the form that its kind of question needs. Nothing when there is no evidence.
 */
export function composeExtract(understood: Understood, judgement: Judgement, evidence: Evidence): Draft {
  if (judgement.verdict !== "answerable") return NOTHING;
  const [first, ...rest] = withoutBoilerplate(judgement.findings, understood);
  if (first === undefined) return NOTHING;
  const asked: Asked = { understood, findings: [first, ...rest], evidence };
  if (judgement.manner === "corrects" && !isAnswered(asked)) return { ...NOTHING, sentences: correct(asked) };
  if (judgement.manner === "disagrees") {
    return { ...NOTHING, sentences: contrast(asked), warnings: ["documents_disagree"] };
  }
  if (understood.kind === "comparison") return { ...NOTHING, ...answerComparison(asked) };
  return { ...NOTHING, sentences: FORMS[understood.kind](asked) };
}

/** A sentence that says all that the question does, and states what it asks for, corrects nothing. */
function isAnswered({ understood, findings: [first] }: Asked): boolean {
  return understood.terms.every((term) => holds(first.view, term) > 0) && factOf(understood, first) !== null;
}
