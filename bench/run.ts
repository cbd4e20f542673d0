import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measureAsk } from "./ask.js";
import { writeCorpus } from "./corpus.js";
import { measureIngest } from "./ingest.js";
import { isMet, type Measurement } from "./measurement.js";
import { loadBundledModel } from "./model.js";
import { startServerProcess } from "./server-process.js";
import { measureStart } from "./start.js";
import { timed } from "./timed.js";
import { measureWorkers } from "./workers.js";

const REPORT = fileURLToPath(new URL("report/", import.meta.url));
const DOCUMENTS = 24;
const PARAGRAPHS = 8;
const EXPECTED_RESIDENT_MB = 500;

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function build(): void {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const { status } = spawnSync(process.execPath, [join(root, "scripts", "build.mjs")], { stdio: "inherit" });
  if (status !== 0) throw new Error("the build failed");
}

async function measureAll(folder: string): Promise<Measurement[]> {
  say("model");
  const { ms, result: embedder } = await timed(() => loadBundledModel());
  const measurements: Measurement[] = [{ name: "model load, from source", value: ms, unit: "ms" }];
  try {
    say("ingest");
    measurements.push(...(await measureIngest(embedder, folder)));
    say("workers");
    measurements.push(...(await measureWorkers(embedder)));
    say("ask");
    const folders = { data: join(folder, "server"), corpus: join(folder, "corpus") };
    writeCorpus(folders.corpus, 0, DOCUMENTS, PARAGRAPHS);
    const server = await startServerProcess(folders);
    try {
      measurements.push({ name: "first start to ready, corpus ingested", value: server.readyMs, unit: "ms" });
      measurements.push(...(await measureAsk(embedder, server)));
      const value = server.residentMb();
      const expected = { atMost: EXPECTED_RESIDENT_MB };
      measurements.push({ name: "resident memory after ingest and 200 questions", value, unit: "MB", expected });
    } finally {
      await server.stop();
    }
    await embedder.close();
    say("start");
    measurements.push(...(await measureStart(folders)));
  } finally {
    await embedder.close();
  }
  return measurements;
}

function line({ name, value, unit, expected }: Measurement, met: boolean | null): string {
  const number = value === null ? "–" : `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`;
  const limit = expected === undefined ? "" : "atMost" in expected ? `≤ ${expected.atMost}` : `≥ ${expected.atLeast}`;
  const verdict = met === null ? "" : met ? "met" : "not met";
  return `${name.padEnd(48)} ${number.padStart(12)}  ${limit.padEnd(8)} ${verdict}`;
}

const folder = mkdtempSync(join(tmpdir(), "konsil-bench-"));
try {
  build();
  const load = loadavg()[0] ?? 0;
  const all = await measureAll(folder);
  const judged = all.map((each) => ({ ...each, met: isMet(each) }));
  judged.sort((a, b) => Number(a.met === null) - Number(b.met === null));
  for (const each of judged) console.log(line(each, each.met));
  const machine = { cpu: cpus()[0]?.model ?? "", cores: cpus().length, load, node: process.version };
  console.log(`\n${machine.cores} × ${machine.cpu}, Node ${machine.node}, load at start ${load.toFixed(1)}`);
  mkdirSync(REPORT, { recursive: true });
  const report = { at: new Date().toISOString(), machine, measurements: judged };
  writeFileSync(join(REPORT, "bench.json"), `${JSON.stringify(report, null, 2)}\n`);
  if (process.argv.includes("--check") && judged.some(({ met }) => met === false)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
