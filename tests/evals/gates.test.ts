import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askCases } from "../../evals/asking/ask-cases.js";
import { casesOver, documentSet, hasDocuments } from "../../evals/asking/document-sets.js";
import { konsilHere } from "../../evals/asking/in-process.js";
import type { Subject, System } from "../../evals/asking/system.js";
import { readBaseline } from "../../evals/baselines/baseline.js";
import { readKnown } from "../../evals/baselines/known.js";
import { readCases } from "../../evals/cases/read-cases.js";
import { evaluate } from "../../evals/evaluate.js";
import { type Report, reportSchema } from "../../evals/report-schema.js";
import { buildReport } from "../../evals/reporting/build-report.js";
import { reportMarkdown } from "../../evals/reporting/markdown.js";

const cases = readCases(path.resolve(import.meta.dirname, "../../evals/cases"));

/** The same system again and again, so that the documents are read once. */
function staysOpen(subject: Subject): Subject & { close(): Promise<void> } {
  let system: System | null = null;
  return {
    ...subject,
    async open(documents) {
      system ??= await subject.open(documents);
      return { ...system, close: async () => undefined };
    },
    close: async () => system?.close(),
  };
}

describe.each(["corpus", "originals"] as const)("the evaluation over the %s", (name) => {
  const skip = !hasDocuments(name);
  const subject = staysOpen(konsilHere({ followUps: false }));
  let report: Report;

  beforeAll(async () => {
    if (skip) return;
    const evaluated = await evaluate({
      subject,
      sets: [documentSet(name)],
      cases,
      atOnce: 4,
      now: () => new Date("2026-01-01T00:00:00Z"),
    });
    report = evaluated.report;
  }, 300_000);

  afterAll(() => subject.close());

  it.skipIf(skip)("asks every case, and grades each", () => {
    const [set] = report.sets;
    expect(set?.results.map(({ id }) => id)).toEqual(casesOver(name, cases).map(({ id }) => id));
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    const failed = set?.results.filter(({ right }) => !right) ?? [];
    expect(failed.every(({ faults }) => faults.length > 0)).toBe(true);
    const markdown = reportMarkdown(report);
    for (const { id } of failed) expect(markdown).toContain(`#### ${id} `);
  });

  it.skipIf(skip)("passes every gate", () => {
    const failed = report.gates.filter(({ passed }) => !passed);
    const lost = report.sets.flatMap(({ sinceBaseline }) => sinceBaseline?.lost ?? []);
    expect(failed, `lost since the baseline: ${lost.join(", ")}`).toEqual([]);
    const bounded = report.gates.filter(({ bound }) => bound !== null).map(({ id }) => id);
    expect(bounded).toEqual(expect.arrayContaining(["right", "fact-accuracy", "abstention-f1", "over-refusal"]));
  });

  it.skipIf(skip)("says the same to the byte when the questions are asked one after the other", async () => {
    const documents = documentSet(name);
    const chosen = casesOver(name, cases).filter(({ slice }) => slice === "spelling" || slice === "follow-ups");
    const parts = { subject, selection: "again", known: readKnown() };
    const textOf = async (atOnce: number) => {
      const trials = await askCases(subject, documents, chosen, { atOnce });
      return JSON.stringify(buildReport({ ...parts, sets: [{ documents, trials, baseline: readBaseline(name) }] }));
    };
    expect(await textOf(1)).toBe(await textOf(8));
  });
});
