import { comparisonText } from "../compare.js";
import type { GateResult, Report, Result, SetReport } from "../report-schema.js";
import { confusionTable, gateTable, groupTable, metricTable, peerTable, reliabilityTable } from "./tables.js";

/** The whole report, every failed case included. */
export function reportMarkdown(report: Report): string {
  const { subject, selection, sets, metrics } = report;
  const chosen = selection === null ? "all cases" : selection;
  return `${[
    `# Evaluation of ${subject.name}`,
    `${chosen}; version ${subject.version}. Per cent, with 95 % intervals.`,
    summary(report),
    ...sets.flatMap((set) => [
      `## Over the ${set.over}`,
      confusionTable(set),
      ...reliabilityOf(set),
      groupTable(set, "slice", metrics),
      groupTable(set, "kind", metrics),
      groupTable(set, "language", metrics),
      failedCases(set),
    ]),
  ].join("\n\n")}\n`;
}

/** What stands on a screen: metrics, gates with what fails them, and what changed since the baseline. */
export function summary(report: Report): string {
  const compared = report.sets.flatMap(({ sinceBaseline }) => sinceBaseline ?? []);
  return [
    metricTable(report),
    gateTable(report.gates),
    ...report.gates.filter(({ passed }) => !passed).map(failedGate),
    ...report.sets.flatMap((set) => peersOf(set, report)),
    ...compared.map((comparison) => `Since the baseline ${comparisonText(comparison)}`),
  ].join("\n\n");
}

function peersOf(set: SetReport, report: Report): string[] {
  const table = peerTable(set, report);
  return table === null ? [] : [`**Under the same cases, over the ${set.over}**`, table];
}

function reliabilityOf(set: SetReport): string[] {
  const table = reliabilityTable(set);
  return table === null ? [] : ["**How sure it was that the documents answer, and how often they did**", table];
}

function failedGate({ title, over, faults }: GateResult): string {
  const lines = faults.map((it) => `- ${it.case}: ${it.fault}`);
  return [`Failed over the ${over}: ${title.en}`, ...lines].join("\n");
}

function failedCases({ results }: SetReport): string {
  const failed = results.filter(({ right }) => !right);
  if (failed.length === 0) return "No case failed.";
  return [`### Failed cases: ${failed.length} of ${results.length}`, ...failed.map(failedCase)].join("\n\n");
}

function failedCase(result: Result): string {
  const { id, slice, kind, question, history, filter, answer, status, citations, closest, faults, readAs } = result;
  const said = history.map(({ role, content }) => `- ${role}: ${oneLine(content)}`);
  const quotes = [...citations, ...closest].map(
    (it) => `- quote [${it.marker}] of ${it.documentId}: ${oneLine(it.quote)}`,
  );
  return [
    `#### ${id} (${slice}, ${kind})`,
    "",
    ...said,
    `- question: ${oneLine(question)}${readAs === null ? "" : ` (read as: ${oneLine(readAs)})`}`,
    ...(filter === null ? [] : [`- filter: ${JSON.stringify(filter)}`]),
    `- ${status}: ${oneLine(answer)}`,
    ...quotes,
    `- gold: ${goldOf(result)}`,
    `- reason: ${faults.join("; ")}`,
  ].join("\n");
}

function goldOf({ gold }: Result): string {
  const never = gold.never.length === 0 ? "" : `; never ${gold.never.join(", ")}`;
  if (!gold.answerable) return `no answer${gold.corrects ? ", or the premise corrected" : ""}${never}`;
  const facts = gold.facts.map((fact) => `${fact.kind} ${[fact.value].flat().join(" or ")}`);
  const evidence = gold.evidence.map(({ document, contains }) => `“${oneLine(contains)}” (${document})`);
  return `${facts.join(", ")}; evidence ${evidence.join(" or ")}${never}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
