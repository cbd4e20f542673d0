import { compareGrades, type Grades } from "../compare.js";
import { abstentionF1 } from "../metrics/abstention-f1.js";
import { citationPrecision } from "../metrics/citation-precision.js";
import { estimateOf } from "../metrics/estimate.js";
import { factAccuracy } from "../metrics/fact-accuracy.js";
import type { Metric } from "../metrics/metric.js";
import { misattribution } from "../metrics/misattribution.js";
import { overRefusal } from "../metrics/over-refusal.js";
import { right } from "../metrics/right.js";
import type { AskedPeer } from "../peers/ask-peers.js";
import type { PeerReport, TimingsReport } from "../report-schema.js";
import { gradeOf, type Trial } from "../trial.js";

/** What peers are compared by, in the order of the tables. */
export const COMPARED: readonly Metric[] = [
  right,
  factAccuracy,
  citationPrecision,
  misattribution,
  abstentionF1,
  overRefusal,
];

/** A peer beside the system that the report is about, whose grades over the same cases are `grades`. */
export function peerReport({ id, title, threshold, trials }: AskedPeer, grades: Grades): PeerReport {
  const { won, lost, p } = compareGrades(overOf(trials), gradesOfTrials(trials), grades);
  const estimates = COMPARED.flatMap((metric) => {
    const estimate = estimateOf(metric, trials);
    return estimate === null ? [] : [[metric.id, estimate] as const];
  });
  return {
    id,
    title: { ...title },
    threshold,
    estimates: Object.fromEntries(estimates),
    compared: { subjectAlone: won.length, peerAlone: lost.length, p },
  };
}

/** How many times as long as the system of the report a peer takes, by the medians; null where it is not known. */
export function latencyRatio({ milliseconds, peers }: TimingsReport["sets"][number], id: string): number | null {
  const own = milliseconds["latency-p50"]?.value;
  const its = peers.find((peer) => peer.id === id)?.milliseconds["latency-p50"]?.value;
  return own === undefined || its === undefined || own === 0 ? null : its / own;
}

function gradesOfTrials(trials: readonly Trial[]): Grades {
  return new Map(trials.map((trial) => [trial.testCase.id, gradeOf(trial).right]));
}

function overOf([first]: readonly Trial[]): Trial["over"] {
  if (first === undefined) throw new Error("a peer that was asked nothing");
  return first.over;
}
