import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleRefusal, sampleTrial } from "../../evals/metrics/sample-trial.js";
import { buildReport } from "../../evals/reporting/build-report.js";
import type { Trial } from "../../evals/trial.js";

const RUN = path.resolve(import.meta.dirname, "../../evals/run.ts");

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", RUN, ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("npm run eval", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "konsil-eval-run-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, trials: readonly Trial[]): string => {
    const documents = { name: "corpus", version: "1" } as const;
    const subject = { name: "sample", version: "1" };
    const sets = [{ documents, trials, baseline: null }];
    const file = path.join(folder, name);
    writeFileSync(file, JSON.stringify(buildReport({ subject, selection: null, sets, known: [] })));
    return file;
  };

  it("compares two reports, and names what was won and lost", () => {
    const right = sampleTrial({ answer: "On 3 May 2021. [1]", quotes: [["alpha", "It opened on 3 May 2021."]] });
    const [before, now] = [write("a.json", [sampleRefusal()]), write("b.json", [right])];
    const { status, stdout } = run("--compare", before, now);
    expect(status).toBe(0);
    expect(stdout).toContain("over the corpus: 1 won, 0 lost of 1 cases, p = 1.0\n  won: sample");
  });

  it("ends with 2, and says how it is used, when the command is wrong", () => {
    const { status, stderr, stdout } = run("--slice", "no-such-slice");
    expect(status).toBe(2);
    expect(stderr).toContain("--slice: no case of no-such-slice; there are ");
    expect(stderr).toContain("--update-baseline");
    expect(stdout).toBe("");
  });

  it("ends with 3 when the evaluation broke: a report that is none, a system that is not there", () => {
    const file = path.join(folder, "broken.json");
    writeFileSync(file, "{}");
    expect(run("--compare", file, file)).toMatchObject({ status: 3, stdout: "" });
    const { status, stderr, stdout } = run("--url", "http://127.0.0.1:1", "--slice", "spelling", "--out", folder);
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toContain("could not be asked");
  });
});
