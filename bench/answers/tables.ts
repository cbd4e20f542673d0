import { markdownTable } from "../../evals/reporting/markdown-table.js";
import type { Interval } from "../../evals/statistics/interval.js";
import type { NoAnswer, OmosScore } from "./omos-scores.js";
import { COLUMNS, type JudgeScores, type SentenceScore } from "./xquad-scores.js";

/** In per cent, with the 95 % interval. */
export function percent({ mean, low, high }: Interval): string {
  return `${share(mean)} (${share(low)}–${share(high)})`;
}

/** In per cent. */
export function share(value: number): string {
  return (100 * value).toFixed(1);
}

const SCOPES = {
  paragraph: "XQuAD, the answer in the first sentence, paragraph given",
  library: "XQuAD, the answer in the first sentence, all 480 paragraphs",
} as const;

export function sentenceTables(scores: readonly SentenceScore[]): string {
  return (["paragraph", "library"] as const)
    .map((scope) => {
      const rows = scores
        .filter((it) => it.scope === scope)
        .map((score) => [score.system, ...COLUMNS.map((column) => percent(score.share[column]))]);
      return `**${SCOPES[scope]}**\n\n${markdownTable(["question > document", ...COLUMNS], rows)}`;
    })
    .join("\n\n");
}

export function judgeTables({ auroc, reliability, calibrationError, points }: JudgeScores): string {
  const separation = markdownTable(
    ["question > document", ...COLUMNS],
    [["AUROC", ...COLUMNS.map((column) => percent(auroc[column]))]],
  );
  const operating = markdownTable(
    ["answered / falsely answered, from", ...COLUMNS],
    points.map(({ threshold, answered, falselyAnswered }) => [
      threshold === null ? "as shown" : threshold.toFixed(1),
      ...COLUMNS.map((column) => `${share(answered[column])} / ${share(falselyAnswered[column])}`),
    ]),
  );
  const curve = markdownTable(
    ["probability > share right", ...reliability.same.map((_, at) => `bin ${at + 1}`), "ECE"],
    (["same", "across"] as const).map((column) => [
      column,
      ...reliability[column].map(({ expected, observed }) => `${expected.toFixed(2)} > ${observed.toFixed(2)}`),
      calibrationError[column].toFixed(3),
    ]),
  );
  return [
    `**Judge, own paragraph against the most similar wrong one**\n\n${separation}`,
    `**Judge, operating points, %**\n\n${operating}`,
    `**Judge, reliability**\n\n${curve}`,
  ].join("\n\n");
}

export function omosTable(scores: readonly OmosScore[]): string {
  const rows = scores.map(({ system, group, ranked, shown, precision, recall, noAnswer, tunedNoAnswer }) => [
    `${system}, ${group}`,
    percent(ranked),
    percent(shown),
    precision === null ? "–" : percent(precision),
    percent(recall),
    noAnswer === null ? "–" : noAnswerCell(noAnswer),
    noAnswerCell(tunedNoAnswer),
  ]);
  const head = [
    "",
    "hit@1, ranking",
    "hit@1, shown",
    "precision",
    "recall",
    "no answer: P, R, F1",
    "the same, tuned threshold",
  ];
  return `**OMoS-QA, the page given**\n\n${markdownTable(head, rows)}`;
}

function noAnswerCell({ precision, recall, f1 }: NoAnswer): string {
  return `${share(precision)}, ${share(recall)}, ${percent(f1)}`;
}
