import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { KonsilError } from "../src/contracts/errors.js";
import { casesOver, documentSet } from "./asking/document-sets.js";
import { konsilHere } from "./asking/in-process.js";
import { systemAt } from "./asking/over-http.js";
import { readBaseline, updatedBaseline, writeBaseline } from "./baselines/baseline.js";
import { readCases } from "./cases/read-cases.js";
import { compareReports, comparisonText, gradesOf } from "./compare.js";
import { evaluate } from "./evaluate.js";
import { METRICS } from "./metrics/all.js";
import { ownEvaluation } from "./own-evaluation.js";
import { type Report, reportSchema, timingsReportSchema } from "./report-schema.js";
import { allOf } from "./reporting/build-report.js";
import { reportPage } from "./reporting/html.js";
import { reportMarkdown, summary } from "./reporting/markdown.js";
import { timingTable } from "./reporting/tables.js";
import { chosenCases, type RunOptions, readOptions, USAGE, UsageError } from "./run-options.js";

const EXIT = { passed: 0, gateFailed: 1, wrongUse: 2, broken: 3 } as const;

const FOLDER = path.join(import.meta.dirname, "report");
const AT_ONCE = Math.max(2, availableParallelism());

function say(text: string): void {
  process.stderr.write(text);
}

async function run(options: RunOptions): Promise<number> {
  if (options.help) {
    console.log(USAGE);
    return EXIT.passed;
  }
  if (options.compare !== null) {
    const [before, now] = options.compare.map(readReport);
    if (before === undefined || now === undefined) throw new UsageError("--compare takes two files");
    for (const comparison of compareReports(before, now)) console.log(comparisonText(comparison));
    return EXIT.passed;
  }
  const { url, writer, fresh, selection, out = FOLDER } = options;
  const own = options.own === null ? null : await ownEvaluation(options.own);
  const cases = chosenCases(own?.cases ?? readCases(path.join(import.meta.dirname, "cases")), options);
  const available = own === null ? options.over.map(documentSet) : [own.set];
  const sets = available.filter(({ name }) => casesOver(name, cases).length > 0);
  if (sets.length === 0) {
    throw new UsageError(`none of the chosen cases is about the ${available.map(({ name }) => name).join(" or the ")}`);
  }
  const evaluated = await evaluate({
    subject: url === undefined ? konsilHere({ writer: writer ?? null }) : systemAt(url, { key: keyGiven() }),
    sets,
    cases,
    selection,
    atOnce: AT_ONCE,
    keepIn: path.join(own === null ? FOLDER : out, "answers"),
    fresh,
    withPeers: own === null,
    ...(own === null ? {} : { baselines: own.baselines, known: [] }),
    progress: { write: say, isTerminal: process.stderr.isTTY === true },
    now: () => new Date(),
  });
  // Written as their schemas order them, and so the same whatever order they were made in.
  const report = reportSchema.parse(evaluated.report);
  const timings = timingsReportSchema.parse(evaluated.timings);
  mkdirSync(out, { recursive: true });
  writeJson(path.join(out, "report.json"), report);
  writeJson(path.join(out, "timings.json"), timings);
  writeFileSync(path.join(out, "report.md"), reportMarkdown(report));
  writeFileSync(path.join(out, "report.html"), reportPage(report, timings));
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else
    console.log(`${summary(report)}\n\n${timingTable(timings)}\n\nEvery failed case: ${path.join(out, "report.html")}`);
  if (options["update-baseline"]) updateBaselines(report, options.lower ?? null, own?.baselines);
  return report.gates.every(({ passed }) => passed) ? EXIT.passed : EXIT.gateFailed;
}

function updateBaselines(report: Report, reason: string | null, folder: string | undefined): void {
  for (const set of report.sets) {
    const { estimates } = allOf(set);
    const measured = METRICS.flatMap((metric) => {
      const estimate = estimates[metric.id];
      return estimate === undefined ? [] : [{ metric, estimate }];
    });
    const measuredNow = { over: set.over, measured, grades: gradesOf(set) };
    writeBaseline(updatedBaseline(readBaseline(set.over, folder), measuredNow, reason), folder);
  }
}

function keyGiven(): string | undefined {
  const key = process.env.KONSIL_EVAL_KEY?.trim();
  return key === "" ? undefined : key;
}

function readReport(file: string): Report {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new Error(`${file} is no report of an evaluation`, { cause });
  }
}

function writeJson(file: string, content: unknown): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const causes = error.cause === undefined ? "" : `\n  ${told(error.cause)}`;
  return `${error.message}${causes}`;
}

try {
  process.exitCode = await run(readOptions(process.argv.slice(2)));
} catch (error) {
  const isMisconfigured = error instanceof KonsilError && error.code === "invalid_configuration";
  const isWrongUse = error instanceof UsageError || isMisconfigured;
  say(isWrongUse ? `${error.message}\n\n${USAGE}\n` : `The evaluation broke, and says nothing: ${told(error)}\n`);
  process.exitCode = isWrongUse ? EXIT.wrongUse : EXIT.broken;
}
