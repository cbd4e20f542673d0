import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isMet } from "../measurement.js";
import { readQuestionsAndParagraphs, type Xquad } from "./corpora.js";
import { embedAll } from "./embedding.js";
import { expectationLines, qualityExpectations } from "./expectations.js";
import { measureQuality } from "./quality.js";
import { measureScale, scaleExpectations, scaleTable } from "./scale.js";
import { qualityTables } from "./tables.js";

const ROOT = join(import.meta.dirname, "../..");
const REPORT = join(ROOT, "bench/report");

/**
 * `--tune` reports the articles with an even index, for choosing parameters; without it the odd ones are reported.
 * `--scale` measures the vector index alone, `--no-scale` all but that. `--check` ends with 1 when an expectation is not
 * met.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: "string", default: join(ROOT, "../shared/data") },
    tune: { type: "boolean", default: false },
    scale: { type: "boolean", default: false },
    "no-scale": { type: "boolean", default: false },
    check: { type: "boolean", default: false },
  },
});

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function run(xquad: Xquad): Promise<void> {
  const load = loadavg()[0] ?? 0;
  const half = options.tune ? "even" : "odd";
  say("embedding");
  const all = await embedAll(xquad);
  const quality = options.scale ? null : await measureQuality(all, half, say);
  if (quality !== null) {
    console.log(`${quality.questions} questions in each language, those of the articles with an ${half} index.\n`);
    console.log(`${qualityTables(quality)}\n`);
  }
  const scale = options["no-scale"] ? null : await measureScale(all, say);
  if (scale !== null) console.log(`${scaleTable(scale)}\n`);
  const expectations = [
    ...(quality === null ? [] : qualityExpectations(quality)),
    ...(scale === null ? [] : scaleExpectations(scale)),
  ];
  console.log(expectationLines(expectations));
  const machine = { cpu: cpus()[0]?.model ?? "", cores: cpus().length, load, node: process.version };
  console.log(`\n${machine.cores} × ${machine.cpu}, Node ${machine.node}, load at start ${load.toFixed(1)}`);
  mkdirSync(REPORT, { recursive: true });
  const report = { at: new Date().toISOString(), machine, half, quality, scale, expectations };
  writeFileSync(join(REPORT, "retrieval.json"), `${JSON.stringify(report, null, 2)}\n`);
  if (options.check && expectations.some((each) => isMet(each) === false)) process.exitCode = 1;
  await all.embedder.close();
}

function read(): Xquad | null {
  try {
    return readQuestionsAndParagraphs(options.data);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
    return null;
  }
}

const xquad = read();
if (xquad !== null) await run(xquad);
