import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Case } from "../../evals/cases/case.js";
import { readCases } from "../../evals/cases/read-cases.js";
import { type OmosQuestion, readOmos, writePage } from "../../evals/open-data/omos.js";
import { readXquadQuestions, type XquadParagraphs } from "../../evals/open-data/xquad-questions.js";
import { reportMarkdown } from "../../evals/reporting/markdown.js";
import { isMet, type Measurement } from "../measurement.js";
import { expectationLines } from "../retrieval/expectations.js";
import { evaluateCases } from "./cases.js";
import { caseExpectations, omosExpectations, xquadExpectations } from "./expectations.js";
import { openEmbedder, openKonsil } from "./konsil.js";
import { omosMisses, omosScores } from "./omos-scores.js";
import { askPages } from "./omos-trials.js";
import { judgeTables, omosTable, sentenceTables } from "./tables.js";
import { peersHits } from "./xquad-peers.js";
import { hitsOf, judgeScores, sentenceScores } from "./xquad-scores.js";
import { putQuestions } from "./xquad-trials.js";

const ROOT = join(import.meta.dirname, "../..");
const REPORT = join(ROOT, "bench/report");
const PARTS = ["omos", "xquad", "cases"] as const;

/**
 * `--tune` reports the articles and pages with an even index, for choosing parameters; without it the odd ones are
 * reported. `--only` measures some of `PARTS`, separated by commas; `--cases` reads the cases of another folder.
 * `--check` ends with 1 when an expectation is not met.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: "string", default: join(ROOT, "../shared/data") },
    cases: { type: "string", default: join(ROOT, "evals/cases") },
    only: { type: "string", default: PARTS.join(",") },
    tune: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
  },
});
const parity = options.tune ? 0 : 1;

/** What a part found: for the report, for the reader, and what was expected of it. */
interface Part {
  readonly report: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly expectations: readonly Measurement[];
}

type BenchEmbedder = Awaited<ReturnType<typeof openEmbedder>>;

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function measureOmos(embedder: BenchEmbedder, questions: readonly OmosQuestion[]): Promise<Part> {
  say("OMoS-QA");
  const written = new Map(questions.map(({ page }) => [page.id, writePage(page)]));
  const konsil = await openKonsil(embedder, { documents: [...written.values()].map(({ document }) => document) });
  const trials = await askPages(konsil, embedder, questions, written);
  await konsil.close();
  const ofHalf = (half: number) => trials.filter(({ question }) => question.page.number % 2 === half);
  const scores = omosScores(ofHalf(parity), ofHalf(0));
  const report = { omos: { scores, misses: omosMisses(ofHalf(parity)) } };
  return { report, text: omosTable(scores), expectations: omosExpectations(scores) };
}

async function measureXquad(embedder: BenchEmbedder, all: XquadParagraphs): Promise<Part> {
  say("XQuAD");
  const reported = { ...all, questions: all.questions.filter(({ article }) => article % 2 === parity) };
  const konsil = await openKonsil(embedder, { documents: all.documents });
  const trials = await putQuestions(konsil, embedder, reported, say);
  const peers = await peersHits(embedder, reported, await konsil.passages());
  await konsil.close();
  const sentences = sentenceScores([...hitsOf(trials), ...peers]);
  const judge = judgeScores(trials);
  return {
    report: { xquad: { sentences, judge } },
    text: `${sentenceTables(sentences)}\n\n${judgeTables(judge)}`,
    expectations: xquadExpectations(sentences, judge),
  };
}

async function measureCases(cases: readonly Case[]): Promise<Part> {
  say("own cases");
  const evaluated = await evaluateCases(cases, say);
  const sets = evaluated.sets.map(({ over, groups, results }) => ({
    over,
    groups: groups.filter(({ by }) => by === "all" || by === "kind"),
    failures: results.filter(({ right }) => !right),
  }));
  return { report: { cases: sets }, text: reportMarkdown(evaluated), expectations: caseExpectations(evaluated) };
}

/** Reads what the chosen parts need, so that a missing file is told before anything is measured. */
function readParts(): ((embedder: BenchEmbedder) => Promise<Part>)[] {
  const readers = {
    omos: () => {
      const questions = readOmos(options.data);
      return (embedder: BenchEmbedder) => measureOmos(embedder, questions);
    },
    xquad: () => {
      const all = readXquadQuestions(options.data);
      return (embedder: BenchEmbedder) => measureXquad(embedder, all);
    },
    cases: () => {
      const cases = readCases(options.cases);
      return () => measureCases(cases);
    },
  };
  const chosen = options.only.split(",");
  const unknown = chosen.filter((name) => !PARTS.some((part) => part === name));
  if (unknown.length > 0) throw new Error(`--only knows ${PARTS.join(", ")}, and not ${unknown.join(", ")}`);
  return PARTS.filter((name) => chosen.includes(name)).map((name) => readers[name]());
}

async function run(measurers: ReturnType<typeof readParts>): Promise<void> {
  const load = loadavg()[0] ?? 0;
  const embedder = await openEmbedder();
  const parts: Part[] = [];
  try {
    for (const measure of measurers) {
      parts.push(await measure(embedder));
      embedder.save();
    }
  } finally {
    await embedder.close();
  }
  const expectations = parts.flatMap((part) => part.expectations);
  const half = options.tune ? "even" : "odd";
  console.log(`Articles and pages with an ${half} index.\n\n${parts.map(({ text }) => text).join("\n\n")}\n`);
  console.log(expectationLines(expectations));
  const machine = { cpu: cpus()[0]?.model ?? "", cores: cpus().length, load, node: process.version };
  console.log(`\n${machine.cores} × ${machine.cpu}, Node ${machine.node}, load at start ${load.toFixed(1)}`);
  mkdirSync(REPORT, { recursive: true });
  const found = Object.assign({}, ...parts.map(({ report }) => report));
  const report = { at: new Date().toISOString(), machine, half, ...found, expectations };
  writeFileSync(join(REPORT, "answers.json"), `${JSON.stringify(report, null, 2)}\n`);
  if (options.check && expectations.some((each) => isMet(each) === false)) process.exitCode = 1;
}

function read(): ReturnType<typeof readParts> | null {
  try {
    return readParts();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
    return null;
  }
}

const measurers = read();
if (measurers !== null) await run(measurers);
