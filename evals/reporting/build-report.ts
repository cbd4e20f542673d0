import type { Citation } from "../../src/contracts/answer.js";
import type { DocumentSet } from "../asking/document-sets.js";
import type { Subject } from "../asking/system.js";
import { type Baseline, gradesInBaseline } from "../baselines/baseline.js";
import type { KnownFault } from "../baselines/known.js";
import type { Case } from "../cases/case.js";
import { compareGrades, gradesOf } from "../compare.js";
import { passAbsoluteGates, passBounds } from "../gates.js";
import { confusionOf } from "../metrics/abstention.js";
import { METRICS } from "../metrics/all.js";
import { type Estimate, estimateOf } from "../metrics/estimate.js";
import type { Metric } from "../metrics/metric.js";
import type { AskedPeer } from "../peers/ask-peers.js";
import type { Group, Report, Result, SetReport } from "../report-schema.js";
import { gradeOf, type Trial } from "../trial.js";
import { peerReport } from "./peers.js";
import { reliabilityOver } from "./reliability.js";

/** The trials over one set of documents, and what they are measured against. */
export interface AskedSet {
  readonly documents: Pick<DocumentSet, "name" | "version">;
  readonly trials: readonly Trial[];
  readonly baseline: Baseline | null;
  /** Systems that were asked the same cases, for reference; by default none. */
  readonly peers?: readonly AskedPeer[];
}

export interface ReportParts {
  readonly subject: Pick<Subject, "name" | "version">;
  /** Which cases were chosen; null for all, and only then the bounds of the baselines are gates. */
  readonly selection: string | null;
  readonly sets: readonly AskedSet[];
  readonly known: readonly KnownFault[];
}

/** Grades all trials. Whatever cannot be graded throws: it is no wrong answer. */
export function buildReport({ subject, selection, sets, known }: ReportParts): Report {
  const built = sets.map((set) => ({ ...set, report: reportOf(set) }));
  const gates = built.flatMap(({ documents, trials, baseline, report }) => {
    const bounded = selection === null && baseline !== null;
    const absolute = passAbsoluteGates(documents.name, trials, known);
    return [...absolute, ...(bounded ? passBounds(baseline, METRICS, allOf(report).estimates) : [])];
  });
  return {
    format: 1,
    subject: { name: subject.name, version: subject.version },
    selection,
    metrics: METRICS.map(({ id, title, better, of }) => ({ id, title: { ...title }, better, of })),
    sets: built.map(({ report }) => report),
    gates,
  };
}

/** The group of all cases of a set. */
export function allOf({ groups }: Pick<SetReport, "groups">): Group {
  const all = groups.find(({ by }) => by === "all");
  if (all === undefined) throw new Error("a report without a group of all cases");
  return all;
}

/** Metrics that are about any of the trials, by their ids. */
export function estimatesOf(metrics: readonly Metric[], trials: readonly Trial[]): Record<string, Estimate> {
  const estimates = metrics.map((metric) => [metric.id, estimateOf(metric, trials)] as const);
  return Object.fromEntries(estimates.filter((pair): pair is [string, Estimate] => pair[1] !== null));
}

function reportOf({ documents, trials, baseline, peers = [] }: AskedSet): SetReport {
  const results = trials.map(resultOf);
  const over = documents.name;
  const grades = gradesOf({ results });
  const sinceBaseline = baseline && compareGrades(over, gradesInBaseline(baseline), grades);
  const groups = [
    groupOf("all", "all", trials),
    ...groupsBy("slice", trials, ({ slice }) => slice),
    ...groupsBy("kind", trials, ({ kind }) => kind),
    ...groupsBy("language", trials, ({ language }) => language),
  ];
  return {
    over,
    documents: documents.version,
    groups,
    sinceBaseline,
    peers: peers.map((peer) => peerReport(peer, grades)),
    reliability: reliabilityOver(trials),
    results,
  };
}

function groupsBy(by: Group["by"], trials: readonly Trial[], nameOf: (testCase: Case) => string): Group[] {
  const names = [...new Set(trials.map(({ testCase }) => nameOf(testCase)))].sort();
  return names.map((name) =>
    groupOf(
      by,
      name,
      trials.filter(({ testCase }) => nameOf(testCase) === name),
    ),
  );
}

function groupOf(by: Group["by"], name: string, trials: readonly Trial[]): Group {
  return {
    by,
    name,
    cases: trials.length,
    confusion: confusionOf(trials),
    estimates: estimatesOf(METRICS, trials),
  };
}

function resultOf(trial: Trial): Result {
  const { id, slice, kind, language, question, history, filter, never } = trial.testCase;
  const { status, answer, language: answerLanguage, readAs, citations, abstention, warnings } = trial.answer;
  const { right, faults } = gradeOf(trial);
  return {
    id,
    slice,
    kind,
    language,
    question,
    history,
    filter: filter ?? null,
    gold: trial.testCase.answerable
      ? { answerable: true, facts: trial.testCase.facts, evidence: trial.testCase.evidence, never }
      : { answerable: false, corrects: trial.testCase.corrects, never },
    status,
    answer,
    answerLanguage,
    readAs: readAs ?? null,
    citations: citations.map(quotationOf),
    closest: (abstention?.closest ?? []).map(quotationOf),
    warnings,
    right,
    faults: [...faults],
    measures: measuresOf(trial),
  };
}

function quotationOf({ marker, documentId, title, quote, start, end }: Citation) {
  return { marker, documentId, title, quote, start, end };
}

function measuresOf(trial: Trial): Record<string, number> {
  const measures = METRICS.flatMap((metric): [string, number][] => {
    const value = metric.of === "statistic" ? null : metric.valueOf(trial);
    return value === null ? [] : [[metric.id, Number(value)]];
  });
  return Object.fromEntries(measures);
}
