import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askCases } from "../../../evals/asking/ask-cases.js";
import { casesOver, documentSet, hasDocuments, type ShippedSet } from "../../../evals/asking/document-sets.js";
import { konsilHere } from "../../../evals/asking/in-process.js";
import type { Subject, System } from "../../../evals/asking/system.js";
import { readBaseline } from "../../../evals/baselines/baseline.js";
import { readKnown } from "../../../evals/baselines/known.js";
import { readCases } from "../../../evals/cases/read-cases.js";
import { evaluate } from "../../../evals/evaluate.js";
import { type Report, reportSchema, type SetReport } from "../../../evals/report-schema.js";
import { buildReport } from "../../../evals/reporting/build-report.js";
import { reportMarkdown } from "../../../evals/reporting/markdown.js";

/** For the comparison of asking at once with asking in turn, every so many cases. */
const EVERY = 12;

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

/**
 * The suite of one set of documents: all its cases are asked, and every gate is passed. Each set has a file of its own, so
 * that two of them run at the same time. `more` tests what is special about the set.
 */
export function passesGates(name: ShippedSet, more?: (set: () => SetReport) => void): void {
  describe.skipIf(!hasDocuments(name))(`the evaluation over the ${name}`, () => {
    const cases = readCases(path.resolve(import.meta.dirname, "../../../evals/cases"));
    const subject = staysOpen(konsilHere({ followUps: false }));
    let report: Report;

    const set = (): SetReport => {
      const [only] = report.sets;
      if (only === undefined) throw new Error(`the ${name} are not in the report`);
      return only;
    };

    beforeAll(async () => {
      const now = () => new Date("2026-01-01T00:00:00Z");
      ({ report } = await evaluate({ subject, sets: [documentSet(name)], cases, atOnce: 4, now }));
    }, 600_000);

    afterAll(() => subject.close());

    it("asks every case, and grades each", () => {
      expect(set().results.map(({ id }) => id)).toEqual(casesOver(name, cases).map(({ id }) => id));
      expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
      const failed = set().results.filter(({ right }) => !right);
      expect(failed.every(({ faults }) => faults.length > 0)).toBe(true);
      const markdown = reportMarkdown(report);
      for (const { id } of failed) expect(markdown).toContain(`#### ${id} `);
    });

    it("passes every gate", () => {
      const failed = report.gates.filter(({ passed }) => !passed);
      const lost = set().sinceBaseline?.lost ?? [];
      expect(failed, `lost since the baseline: ${lost.join(", ")}`).toEqual([]);
      const bounded = report.gates.filter(({ bound }) => bound !== null).map(({ id }) => id);
      expect(bounded).toEqual(expect.arrayContaining(["right", "fact-accuracy", "abstention-f1", "over-refusal"]));
    });

    it("says the same to the byte when the questions are asked one after the other", async () => {
      const documents = documentSet(name);
      const chosen = casesOver(name, cases).filter((_, at) => at % EVERY === 0);
      const parts = { subject, selection: "again", known: readKnown() };
      const textOf = async (atOnce: number) => {
        const trials = await askCases(subject, documents, chosen, { atOnce });
        return JSON.stringify(buildReport({ ...parts, sets: [{ documents, trials, baseline: readBaseline(name) }] }));
      };
      expect(await textOf(1)).toBe(await textOf(8));
    });

    more?.(set);
  });
}
