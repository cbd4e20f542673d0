import { LANGUAGES } from "../../evals/open-data/directions.js";
import { clusteredMean } from "../../evals/statistics/clustered-mean.js";
import { clusteredStatistic } from "../../evals/statistics/clustered-statistic.js";
import type { Interval } from "../../evals/statistics/interval.js";
import type { OmosTrial } from "./omos-trials.js";

export const GROUPS = [...LANGUAGES, "both"] as const;
export type Group = (typeof GROUPS)[number];

/** Saying no, where "no" is what is looked for. */
export interface NoAnswer {
  readonly precision: number;
  readonly recall: number;
  readonly f1: Interval;
}

export interface OmosScore {
  readonly system: string;
  readonly group: Group;
  readonly questions: number;
  /** Of the answerable questions: the first line of the ranking is one that answers. */
  readonly ranked: Interval;
  /** The same of the first quoted line; a refusal is a miss. */
  readonly shown: Interval;
  /**
   * Of the lines of an answer those that answer, averaged over the answerable questions that were answered; null when all
   * were refused.
   */
  readonly precision: Interval | null;
  /** Of the lines that answer those that were shown, averaged over the answerable questions; none of a refusal. */
  readonly recall: Interval;
  /** As shown; null for a system that never refuses. */
  readonly noAnswer: NoAnswer | null;
  /** With the threshold on the score that is best on the tuning half. */
  readonly tunedNoAnswer: NoAnswer & { readonly threshold: number };
}

/** Scores of the reported trials; thresholds come from the tuning ones alone. Both hold trials of every system. */
export function omosScores(reported: readonly OmosTrial[], tuning: readonly OmosTrial[]): OmosScore[] {
  const systems = [...new Set(reported.map(({ system }) => system))];
  return systems.flatMap((system) => {
    const threshold = bestThreshold(tuning.filter((it) => it.system === system));
    return GROUPS.map((group) => {
      const own = reported.filter(
        (it) => it.system === system && (group === "both" || it.question.page.language === group),
      );
      return { system, group, ...scoreOf(own, threshold) };
    });
  });
}

/** What Konsil put first where it did not answer, or answered where nothing does; for reading. */
export function omosMisses(trials: readonly OmosTrial[]) {
  return trials
    .filter(({ system, question, first, answered }) => {
      const isHit = first !== null && question.gold.has(first);
      return system === "Konsil" && (isAnswerable({ question }) ? !isHit : answered);
    })
    .map(({ question, first, score, answered }) => ({
      question: question.text,
      page: question.page.id,
      first: first === null ? null : question.page.lines[first],
      gold: [...question.gold].map((line) => question.page.lines[line]),
      score,
      answered,
    }));
}

function scoreOf(trials: readonly OmosTrial[], threshold: number): Omit<OmosScore, "system" | "group"> {
  const answerable = trials.filter(isAnswerable);
  const answered = answerable.filter(({ shown }) => shown.length > 0);
  const mean = (some: readonly OmosTrial[], value: (trial: OmosTrial) => number) =>
    clusteredMean(some.map((trial) => ({ cluster: trial.question.page.number, value: value(trial) })));
  const tuned = noAnswerOf(trials, (trial) => trial.score < threshold);
  return {
    questions: trials.length,
    ranked: mean(answerable, ({ question, first }) => (first !== null && question.gold.has(first) ? 1 : 0)),
    shown: mean(answerable, ({ question, shownFirst }) =>
      shownFirst !== null && question.gold.has(shownFirst) ? 1 : 0,
    ),
    precision: answered.length === 0 ? null : mean(answered, (trial) => rightLines(trial) / trial.shown.length),
    recall: mean(answerable, (trial) => rightLines(trial) / trial.question.gold.size),
    noAnswer: trials.some(({ answered }) => !answered) ? noAnswerOf(trials, (trial) => !trial.answered) : null,
    tunedNoAnswer: { ...tuned, threshold },
  };
}

function isAnswerable({ question }: Pick<OmosTrial, "question">): boolean {
  return question.gold.size > 0;
}

function rightLines({ shown, question }: OmosTrial): number {
  return shown.filter((line) => question.gold.has(line)).length;
}

function noAnswerOf(trials: readonly OmosTrial[], isRefused: (trial: OmosTrial) => boolean): NoAnswer {
  const judged = trials.map((trial) => ({
    cluster: trial.question.page.number,
    refused: isRefused(trial),
    unanswerable: !isAnswerable(trial),
  }));
  const rightly = judged.filter((it) => it.refused && it.unanswerable).length;
  return {
    precision: share(rightly, judged.filter((it) => it.refused).length),
    recall: share(rightly, judged.filter((it) => it.unanswerable).length),
    f1: clusteredStatistic(judged, f1Of),
  };
}

/** 2 × right refusals / (refusals + unanswerable questions). */
function f1Of(judged: readonly { readonly refused: boolean; readonly unanswerable: boolean }[]): number {
  const rightly = judged.filter((it) => it.refused && it.unanswerable).length;
  const of = judged.filter((it) => it.refused).length + judged.filter((it) => it.unanswerable).length;
  return share(2 * rightly, of);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Below which score to refuse, so that the F1 of saying no is highest; the least one of equally good ones. */
function bestThreshold(trials: readonly OmosTrial[]): number {
  let best = { threshold: 0, f1: 0 };
  for (const threshold of new Set(trials.map(({ score }) => score).sort((a, b) => a - b))) {
    const judged = trials.map((trial) => ({ refused: trial.score < threshold, unanswerable: !isAnswerable(trial) }));
    const f1 = f1Of(judged);
    if (f1 > best.f1) best = { threshold, f1 };
  }
  return best.threshold;
}
