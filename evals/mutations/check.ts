import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Report } from "../report-schema.js";
import { assertFitting, copyBroken, type Edit } from "./broken-copy.js";
import { type Asked, evaluateCopy } from "./evaluate-copy.js";
import type { Mutant } from "./mutants.js";
import { type Verdict, verdictOn } from "./verdict.js";

/** Each takes one core, and some hundred megabytes. */
const AT_ONCE = 2;

export interface CheckOptions {
  /** Hears the name of each evaluation that is done, and how many there are. */
  readonly onDone?: (name: string, done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

interface Job {
  readonly name: string;
  readonly asked: Asked;
  readonly edits: readonly Edit[];
}

/**
 * Breaks Konsil in each of the ways, one copy a mutant, and says whether the evaluation noticed. The copies are gone when it
 * ends, however it ends. Throws `StaleMutantError` before anything is asked, an `AbortError` when the signal fires, and an
 * `Error` when an evaluation broke, or did not pass without any mutant: then nothing is shown.
 */
export async function checkMutants(mutants: readonly Mutant[], options: CheckOptions = {}): Promise<Verdict[]> {
  assertFitting(mutants.flatMap(({ edits }) => edits));
  const controls = controlsOf(mutants).map((asked): Job => ({ name: `unbroken, ${asked.over}`, asked, edits: [] }));
  const jobs = [...controls, ...mutants.map((it): Job => ({ name: it.id, asked: it, edits: it.edits }))];
  const reports = await runAll(jobs, options);
  for (const { name } of controls) assertPassed(name, reportOf(name, reports));
  return mutants.map((it) => verdictOn(it, reportOf(it.id, reports), reportOf(`unbroken, ${it.over}`, reports)));
}

/** What the unbroken Konsil is asked: over each set of documents everything that a mutant is. */
function controlsOf(mutants: readonly Mutant[]): Asked[] {
  return [...new Set(mutants.map(({ over }) => over))].map((over) => {
    const own = mutants.filter((it) => it.over === over).map(({ slices }) => slices);
    const chosen = own.flatMap((slices) => slices ?? []);
    return own.includes(undefined) ? { over } : { over, slices: [...new Set(chosen)] };
  });
}

/** The reports by the names of the jobs. */
async function runAll(jobs: readonly Job[], { onDone, signal }: CheckOptions): Promise<Map<string, Report>> {
  const root = mkdtempSync(path.join(tmpdir(), "konsil-mutations-"));
  const stopping = new AbortController();
  const ending = signal === undefined ? stopping.signal : AbortSignal.any([signal, stopping.signal]);
  const reports = new Map<string, Report>();
  const open = [...jobs];
  const work = async (): Promise<void> => {
    for (let job = open.shift(); job !== undefined; job = open.shift()) {
      reports.set(job.name, await runJob(job, path.join(root, `${jobs.indexOf(job)}`), ending));
      onDone?.(job.name, reports.size, jobs.length);
    }
  };
  // What fails stops the others, for its own reason, and nothing is removed while one of them still writes.
  const workers = Array.from({ length: AT_ONCE }, () =>
    work().catch((error: unknown) => {
      open.splice(0);
      stopping.abort(error);
      throw error;
    }),
  );
  try {
    for (const result of await Promise.allSettled(workers)) if (result.status === "rejected") throw result.reason;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return reports;
}

async function runJob({ name, asked, edits }: Job, folder: string, signal: AbortSignal): Promise<Report> {
  signal.throwIfAborted();
  copyBroken(folder, edits);
  try {
    return await evaluateCopy(folder, asked, signal);
  } catch (cause) {
    signal.throwIfAborted();
    throw new Error(`${name} could not be evaluated`, { cause });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reportOf(name: string, reports: ReadonlyMap<string, Report>): Report {
  const report = reports.get(name);
  if (report === undefined) throw new Error(`${name} was not evaluated`);
  return report;
}

function assertPassed(name: string, { gates }: Report): void {
  const failed = gates.filter(({ passed }) => !passed).map(({ id }) => id);
  if (failed.length > 0)
    throw new Error(`${name}: does not pass either, and so nothing is shown: ${failed.join(", ")}`);
}
