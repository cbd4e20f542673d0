import type { Estimate } from "../metrics/estimate.js";
import type { GateResult, Group, Report, SetReport, TimingsReport } from "../report-schema.js";
import { allOf } from "./build-report.js";
import { markdownTable } from "./markdown-table.js";
import { COMPARED, latencyRatio } from "./peers.js";

/** Columns of the tables by slice, kind and language; `report.json` has all metrics of every group. */
const COLUMNS = ["right", "fact-accuracy", "citation-precision", "abstention-recall", "over-refusal"] as const;

/** A row for each metric, a column for each set of documents, in per cent with the 95 % interval. */
export function metricTable({ metrics, sets }: Pick<Report, "metrics" | "sets">): string {
  const rows = metrics.map(({ id, title, better }) => [
    `${title.en}${better === "lower" ? " (less is better)" : ""}`,
    ...sets.map((set) => withTrials(allOf(set).estimates[id])),
  ]);
  return markdownTable(["", ...sets.map(({ over }) => over)], rows);
}

/** A row for each group of one sort, a column for each of the chosen metrics. */
export function groupTable({ groups }: SetReport, by: Group["by"], metrics: Report["metrics"]): string {
  const titles = COLUMNS.map((id) => metrics.find((metric) => metric.id === id)?.title.en ?? id);
  const rows = groups
    .filter((group) => group.by === by)
    .map(({ name, cases, estimates }) => [name, `${cases}`, ...COLUMNS.map((id) => inPercent(estimates[id]))]);
  return markdownTable([by, "cases", ...titles], rows);
}

export function confusionTable(set: SetReport): string {
  const { answerable, unanswerable } = allOf(set).confusion;
  return markdownTable(
    ["", "answered", "abstained, or premise corrected"],
    [
      ["the documents answer", `${answerable.answered}`, `${answerable.declined}`],
      ["the documents do not", `${unanswerable.answered}`, `${unanswerable.declined}`],
    ],
  );
}

/** The system and its peers under the same cases of a set, a row each; null where no peer was asked. */
export function peerTable(set: SetReport, { subject, metrics }: Pick<Report, "subject" | "metrics">): string | null {
  if (set.peers.length === 0) return null;
  const columns = COMPARED.flatMap(({ id }) => metrics.find((metric) => metric.id === id) ?? []);
  const cells = (estimates: Group["estimates"]) => columns.map(({ id }) => inPercent(estimates[id]));
  const rows = set.peers.map(({ title, threshold, estimates, compared: { subjectAlone, peerAlone, p } }) => [
    `${title.en}${threshold === null ? "" : ` (${threshold.toFixed(3)})`}`,
    ...cells(estimates),
    `${subjectAlone} / ${peerAlone}, p = ${p.toPrecision(2)}`,
  ]);
  const own = [subject.name, ...cells(allOf(set).estimates), ""];
  const titles = columns.map(({ title, better }) => `${title.en}${better === "lower" ? " (less is better)" : ""}`);
  return markdownTable(["", ...titles, `only ${subject.name} right / only it`], [own, ...rows]);
}

/** A row for each bin of the reliability of a set, the error last; null where it is not known. */
export function reliabilityTable({ reliability }: SetReport): string | null {
  if (reliability === null) return null;
  const { bins, calibrationError } = reliability;
  const rows = bins.map(({ expected, observed }) => [`${observed.trials}`, share(expected), inPercent(observed)]);
  const all = [`${calibrationError.trials}, mean distance`, "", inPercent(calibrationError)];
  return markdownTable(["cases", "mean probability", "documents answer"], [...rows, all]);
}

export function gateTable(gates: readonly GateResult[]): string {
  const rows = gates.map(({ title, over, passed, bound, faults }) => {
    const measured = bound?.measured == null ? "nothing" : share(bound.measured);
    const found = bound === null ? `${faults.length} faults` : `${measured}, bound ${share(bound.value)}`;
    return [title.en, over, found, passed ? "passed" : "**failed**"];
  });
  return markdownTable(["gate", "over", "found", ""], rows);
}

export function timingTable({ atOnce, sets }: TimingsReport): string {
  const ids = [...new Set(sets.flatMap(({ milliseconds }) => Object.keys(milliseconds)))];
  const rows = ids.map((id) => [id, ...sets.map(({ milliseconds }) => inMilliseconds(milliseconds[id]))]);
  const peers = [...new Set(sets.flatMap((set) => set.peers.map(({ id }) => id)))];
  const head = [`ms, ${atOnce} questions at once`, ...sets.map(({ over }) => over)];
  const ratios = peers.map((id) => [
    `${id}, times as long (p50)`,
    ...sets.map((set) => latencyRatio(set, id)?.toFixed(2) ?? "–"),
  ]);
  return markdownTable(head, [...rows, ...ratios]);
}

function inPercent(estimate: Estimate | undefined): string {
  if (estimate === undefined) return "–";
  return `${share(estimate.value)} [${share(estimate.low)}, ${share(estimate.high)}]`;
}

function withTrials(estimate: Estimate | undefined): string {
  return estimate === undefined ? "–" : `${inPercent(estimate)} of ${estimate.trials}`;
}

function inMilliseconds(estimate: Estimate | undefined): string {
  if (estimate === undefined) return "–";
  const { value, low, high } = estimate;
  return `${value.toFixed(0)} [${low.toFixed(0)}, ${high.toFixed(0)}]`;
}

function share(value: number): string {
  return (100 * value).toFixed(1);
}
