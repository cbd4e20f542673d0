import type { Weighed } from "../../src/ask/judge-signals.js";
import { casesOver } from "../asking/document-sets.js";
import type { Case } from "../cases/case.js";
import { type Asked, putTo, type Trial } from "./trial.js";

/** Kinds that are not decided by how probably a sentence answers. */
const ELSEWHERE: ReadonlySet<Case["kind"]> = new Set([
  "ambiguous",
  "instruction",
  "noise",
  "advice",
  "overview",
  "compare",
]);

/** Our own cases, each put to the whole corpus; a sentence answers when it holds a piece of the evidence, or lies in it. */
export async function caseTrials(asked: Asked, cases: readonly Case[]): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const it of casesOver("corpus", cases)) {
    if (it.filter !== undefined || ELSEWHERE.has(it.kind)) continue;
    const evidence = it.answerable ? it.evidence : [];
    const request = { question: it.question, history: it.history };
    const isGold = ({ candidate, view }: Weighed) =>
      evidence.some(
        ({ document, contains }) =>
          candidate.document.id === document && (view.text.includes(contains) || contains.includes(view.text)),
      );
    const { rows } = await putTo(asked, request, null, isGold);
    trials.push({ source: "case", rows });
  }
  return trials;
}
