import { casesOver, documentSet, hasDocuments } from "../../evals/asking/document-sets.js";
import { konsilHere } from "../../evals/asking/in-process.js";
import type { Case } from "../../evals/cases/case.js";
import { evaluate } from "../../evals/evaluate.js";
import type { Report } from "../../evals/report-schema.js";

/** Asked at the same time; the answers do not depend on it. */
const AT_ONCE = 2;

/** The evaluation of the cases over the corpus, and over the originals where they lie beside the checkout. */
export async function evaluateCases(cases: readonly Case[], say: (text: string) => void): Promise<Report> {
  const sets = (["corpus", "originals"] as const).filter(
    (name) => hasDocuments(name) && casesOver(name, cases).length > 0,
  );
  const { report } = await evaluate({
    subject: konsilHere({ followUps: false }),
    sets: sets.map(documentSet),
    cases,
    atOnce: AT_ONCE,
    progress: { write: (text) => say(text.trimEnd()), isTerminal: false },
    now: () => new Date(),
  });
  return report;
}
