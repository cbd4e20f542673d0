import { DIRECTIONS, type Direction } from "../../evals/open-data/directions.js";
import { auroc } from "../../evals/statistics/auroc.js";
import { calibrationError } from "../../evals/statistics/calibration-error.js";
import { clusteredMean } from "../../evals/statistics/clustered-mean.js";
import { clusteredStatistic } from "../../evals/statistics/clustered-statistic.js";
import type { Interval } from "../../evals/statistics/interval.js";
import { type Bin, reliabilityOf } from "../../evals/statistics/reliability.js";
import type { Scope, Trial } from "./xquad-trials.js";

/** The columns of every table: the four directions, and those of one language and of two together. */
export const COLUMNS = [...DIRECTIONS, "same", "across"] as const;
export type Column = (typeof COLUMNS)[number];

/** Whether the first sentence of one system held the answer to one question. */
export interface Hit {
  readonly system: string;
  readonly scope: Scope;
  readonly direction: Direction;
  readonly article: number;
  readonly hit: boolean;
}

/** The share of questions whose answer stands in the first sentence. */
export interface SentenceScore {
  readonly system: string;
  readonly scope: Scope;
  readonly share: Readonly<Record<Column, Interval>>;
}

/** Konsil's two first sentences: that of the ranking, and that of the answer. */
export function hitsOf(trials: readonly Trial[]): Hit[] {
  return trials.flatMap(({ scope, direction, article, ranked, shown }) => [
    { system: "Konsil, ranking", scope, direction, article, hit: ranked },
    { system: "Konsil, as shown", scope, direction, article, hit: shown },
  ]);
}

export function sentenceScores(hits: readonly Hit[]): SentenceScore[] {
  const systems = [...new Set(hits.map(({ system }) => system))];
  return (["paragraph", "library"] as const).flatMap((scope) =>
    systems.map((system) => {
      const own = hits.filter((it) => it.scope === scope && it.system === system);
      const share = byColumn((column) =>
        clusteredMean(
          own.filter((it) => isIn(column, it)).map(({ article, hit }) => ({ cluster: article, value: hit ? 1 : 0 })),
        ),
      );
      return { system, scope, share };
    }),
  );
}

const THRESHOLDS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** How often a question is answered while its own paragraph is there, and while a similar wrong one is. */
export interface OperatingPoint {
  /** The least probability; null: as shown, by every rule of the judge and after grounding. */
  readonly threshold: number | null;
  readonly answered: Readonly<Record<Column, number>>;
  readonly falselyAnswered: Readonly<Record<Column, number>>;
}

export interface JudgeScores {
  /** Own paragraph against wrong paragraph. */
  readonly auroc: Readonly<Record<Column, Interval>>;
  /** Of both together; right is a first sentence that holds the answer. */
  readonly reliability: Readonly<Record<"same" | "across", readonly Bin[]>>;
  readonly calibrationError: Readonly<Record<"same" | "across", number>>;
  readonly points: readonly OperatingPoint[];
}

/** How well the probability tells a paragraph that answers from the most similar one that does not. */
export function judgeScores(trials: readonly Trial[]): JudgeScores {
  const judged = trials
    .filter(({ scope }) => scope !== "library")
    .map((trial) => ({ ...trial, cluster: trial.article }));
  const bins = (column: Column) =>
    reliabilityOf(
      judged.filter((it) => isIn(column, it)).map(({ probability, ranked }) => ({ probability, right: ranked })),
    );
  const reliability = { same: bins("same"), across: bins("across") };
  return {
    auroc: byColumn((column) =>
      clusteredStatistic(
        judged.filter((it) => isIn(column, it)),
        aurocOf,
      ),
    ),
    reliability,
    calibrationError: { same: calibrationError(reliability.same), across: calibrationError(reliability.across) },
    points: [...THRESHOLDS, null].map((threshold) => ({
      threshold,
      answered: byColumn((column) => answeredShare(judged, "paragraph", column, threshold)),
      falselyAnswered: byColumn((column) => answeredShare(judged, "wrong", column, threshold)),
    })),
  };
}

function aurocOf(trials: readonly Trial[]): number {
  const of = (scope: Scope) => trials.filter((it) => it.scope === scope).map(({ probability }) => probability);
  return auroc(of("paragraph"), of("wrong"));
}

function answeredShare(trials: readonly Trial[], scope: Scope, column: Column, threshold: number | null): number {
  const own = trials.filter((it) => it.scope === scope && isIn(column, it));
  return own.filter((it) => (threshold === null ? it.answered : it.probability >= threshold)).length / own.length;
}

function isIn(column: Column, { direction }: { readonly direction: Direction }): boolean {
  if (column !== "same" && column !== "across") return direction === column;
  return (direction === "de>de" || direction === "en>en") === (column === "same");
}

function byColumn<T>(of: (column: Column) => T): Record<Column, T> {
  return {
    "de>de": of("de>de"),
    "en>en": of("en>en"),
    "de>en": of("de>en"),
    "en>de": of("en>de"),
    same: of("same"),
    across: of("across"),
  };
}
