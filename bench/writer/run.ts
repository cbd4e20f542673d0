import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readCases } from "../../evals/cases/read-cases.js";
import { createAsker } from "../../src/ask/ask.js";
import type { ReplyReport } from "../../src/ask/write-answer.js";
import { readConfig } from "../../src/config.js";
import { createLog } from "../../src/observe/log.js";
import { readPrompts } from "../../src/prompts.js";
import { type Application, wire } from "../../src/wire.js";
import { faultTable } from "./faults.js";
import { sample } from "./sample.js";
import { report } from "./tables.js";
import { askBoth, type WriterTrial } from "./trials.js";

const ROOT = join(import.meta.dirname, "../..");
const CORPUS = join(ROOT, "corpus");

/**
 * Asks the own cases over the corpus with the configured language model (`KONSIL_WRITER` and what goes with it) and without
 * one, and tells what the model wrote, what grounding removed, how often extraction stepped in, and whether anything was
 * shown that its quotations do not hold. `--most` takes so many cases, spread over slices and kinds; 0 takes all.
 * `--faults` needs no model: it asks one that is served by a server with every known fault.
 */
const { values: options } = parseArgs({
  options: {
    most: { type: "string", default: "60" },
    cases: { type: "string", default: join(ROOT, "evals/cases") },
    faults: { type: "boolean", default: false },
  },
});

const data = mkdtempSync(join(tmpdir(), "konsil-bench-writer-"));
const environment = options.faults ? {} : process.env;
const config = readConfig({ ...environment, KONSIL_DATA: data, KONSIL_CORPUS: CORPUS });
const application = await wire(config, { log: createLog({ level: "warn" }) });
try {
  await application.prepare(CORPUS);
  const machine = `${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`;
  process.stdout.write(`${machine}, ${new Date().toISOString()}\n\n`);
  process.stdout.write(`${options.faults ? await faultTable(application) : await caseReport(application)}\n`);
} finally {
  await application.close();
  rmSync(data, { recursive: true, force: true });
}

async function caseReport({ writer, library, embedder }: Application): Promise<string> {
  if (writer === null) throw new Error("No language model is configured: set KONSIL_WRITER and KONSIL_WRITER_MODEL.");
  const cases = readCases(options.cases).filter(({ over }) => over !== "originals");
  const prompts = readPrompts();
  const makeAsker = (onReply: (reply: ReplyReport) => void) =>
    createAsker({ library, embedder, followUps: false, writing: { writer, prompts, onReply } });
  const plain = createAsker({ library, embedder, followUps: false });
  const trials: WriterTrial[] = [];
  for (const it of sample(cases, Number(options.most))) {
    trials.push(await askBoth(it, { makeAsker, plain, library }));
    process.stderr.write(`\r${trials.length} asked`);
  }
  process.stderr.write("\n");
  return `${writer.id}, ${prompts.answer.version}\n\n${report(trials)}`;
}
