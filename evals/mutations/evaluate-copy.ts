import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { ShippedSet } from "../asking/document-sets.js";
import { type Report, reportSchema } from "../report-schema.js";

/** What is asked; the bounds of the baseline are gates only where no slices are chosen. */
export interface Asked {
  readonly over: ShippedSet;
  /** By default all. */
  readonly slices?: readonly string[];
}

/** As `npm run eval` ends when every gate passed, and when one failed; so does Node, without a report, when it cannot run. */
const GRADED: readonly (number | null)[] = [0, 1];
/** Of what it says on its way, as much as helps to see why it broke. */
const LAST_CHARACTERS = 2000;

/**
 * Runs the evaluation of the copy in `folder` in a process of its own, and gives its report; everything that it writes goes
 * into the folder. Throws an `Error` with what it said last when it broke instead of grading, and an `AbortError` when the
 * signal ended it, in each case when it is over.
 */
export async function evaluateCopy(folder: string, { over, slices = [] }: Asked, signal: AbortSignal): Promise<Report> {
  const temporary = path.join(folder, "tmp");
  mkdirSync(temporary);
  const chosen = ["--over", over, ...slices.flatMap((slice) => ["--slice", slice])];
  const child = spawn(process.execPath, ["--import", "tsx", "evals/run.ts", "--json", ...chosen], {
    cwd: folder,
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    stdio: ["ignore", "pipe", "pipe"],
    signal,
  });
  let [output, said] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-LAST_CHARACTERS);
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    let failure: Error | null = null;
    child.on("error", (error) => {
      failure = error;
      if (child.pid === undefined) reject(error);
    });
    child.on("close", (code) => (failure === null ? resolve(code) : reject(failure)));
  });
  if (!GRADED.includes(status) || output === "")
    throw new Error(`the evaluation ended with ${status}:\n${said.trim()}`);
  return reportSchema.parse(JSON.parse(output));
}
