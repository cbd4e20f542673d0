import type { Report } from "../../evals/report-schema.js";
import { allOf } from "../../evals/reporting/build-report.js";
import type { Measurement } from "../measurement.js";
import type { OmosScore } from "./omos-scores.js";
import type { JudgeScores, SentenceScore } from "./xquad-scores.js";

/** What is expected, all as shares. */
const EXPECTED = {
  omos: { hit: 0.72, noAnswerF1: 0.6 },
  sentence: { same: 0.86, across: 0.82 },
  auroc: { same: 0.97, across: 0.93 },
  cases: { right: 0.95, refused: 0.95, overRefused: 0.05 },
} as const;

/** The first of the ranking over both languages, and refusals as they are shown. */
export function omosExpectations(scores: readonly OmosScore[]): Measurement[] {
  const own = scores.find(({ system, group }) => system === "Konsil" && group === "both");
  if (own === undefined) throw new Error("Konsil was not measured on OMoS-QA");
  return [
    atLeast("OMoS-QA, hit@1 of the ranking", own.ranked.mean, EXPECTED.omos.hit),
    atLeast("OMoS-QA, F1 of no answer", own.noAnswer?.f1.mean ?? 0, EXPECTED.omos.noAnswerF1),
  ];
}

/** The first sentence of the ranking, paragraph given, and how well the judge tells right from wrong paragraphs. */
export function xquadExpectations(sentences: readonly SentenceScore[], judge: JudgeScores): Measurement[] {
  const own = sentences.find(({ system, scope }) => system === "Konsil, ranking" && scope === "paragraph");
  if (own === undefined) throw new Error("Konsil was not measured on XQuAD");
  return (["same", "across"] as const).flatMap((column) => [
    atLeast(`XQuAD, first sentence, paragraph given, ${column}`, own.share[column].mean, EXPECTED.sentence[column]),
    atLeast(`XQuAD, AUROC of the judge, ${column}`, judge.auroc[column].mean, EXPECTED.auroc[column]),
  ]);
}

/** Of the shares of all cases over each set of documents; what a set has no case of is left out. */
export function caseExpectations({
  sets,
}: {
  readonly sets: readonly Pick<Report["sets"][number], "over" | "groups">[];
}) {
  return sets.flatMap((set): Measurement[] => {
    const { right, "abstention-recall": refused, "over-refusal": overRefused } = allOf(set).estimates;
    const title = (name: string) => `own cases over the ${set.over}, ${name}`;
    const expected = { atMost: EXPECTED.cases.overRefused };
    return [
      ...(right ? [atLeast(title("right"), right.value, EXPECTED.cases.right)] : []),
      ...(refused ? [atLeast(title("unanswerable, refused"), refused.value, EXPECTED.cases.refused)] : []),
      ...(overRefused ? [{ name: title("answerable, refused"), value: overRefused.value, unit: "", expected }] : []),
    ];
  });
}

function atLeast(name: string, value: number, bound: number): Measurement {
  return { name, value, unit: "", expected: { atLeast: bound } };
}
