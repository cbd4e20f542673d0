import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { casesOver } from "../../evals/asking/document-sets.js";
import { readBaseline } from "../../evals/baselines/baseline.js";
import { readCases } from "../../evals/cases/read-cases.js";
import { passAbsoluteGates } from "../../evals/gates.js";
import { assertFitting } from "../../evals/mutations/broken-copy.js";
import { checkMutants } from "../../evals/mutations/check.js";
import { MUTANTS, type Mutant } from "../../evals/mutations/mutants.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const CASES = readCases(path.join(ROOT, "evals/cases"));

/** Changes the source, and nothing that Konsil says. */
const HARMLESS: Mutant = {
  id: "harmless",
  breaks: "Nothing.",
  gate: "grounded",
  over: "corpus",
  slices: ["spelling"],
  edits: [{ file: "src/ask/render.ts", from: "[withoutMarkers(text),", to: "[withoutMarkers(String(text))," }],
};

function copies(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith("konsil-mutations-"));
}

function copiesSince(before: readonly string[]): string[] {
  return copies().filter((name) => !before.includes(name));
}

describe("the mutants", () => {
  it("are twelve, each with an id and a way of its own", () => {
    expect(new Set(MUTANTS.map(({ id }) => id)).size).toBe(12);
    expect(new Set(MUTANTS.map(({ edits }) => JSON.stringify(edits))).size).toBe(12);
  });

  it.each(MUTANTS.map((mutant) => [mutant.id, mutant] as const))("%s fits the source of today", (_, { edits }) => {
    expect(edits.length).toBeGreaterThan(0);
    assertFitting(edits);
    for (const { from, to } of edits) expect(to).not.toBe(from);
  });

  it.each(MUTANTS.map((mutant) => [mutant.id, mutant] as const))("%s names a gate of what it asks", (_, mutant) => {
    const { gate, over, slices } = mutant;
    const absolute = passAbsoluteGates(over, [], []).map(({ id }) => id);
    const bounded = Object.keys(readBaseline(over)?.bounds ?? {});
    expect(slices === undefined ? [...absolute, ...bounded] : absolute).toContain(gate);
    const asked = casesOver(over, CASES).map((it) => it.slice);
    expect(asked).toEqual(expect.arrayContaining([...(slices ?? [])]));
  });
});

describe("the check", () => {
  it("catches what is broken, lets live what is not, and removes its copies", async () => {
    const quick = MUTANTS.filter(({ id }) => id === "offset-by-one");
    const before = copies();
    const verdicts = await checkMutants([...quick, HARMLESS]);
    expect(verdicts.map(({ id, caught }) => [id, caught])).toEqual([
      ["offset-by-one", true],
      ["harmless", false],
    ]);
    expect(verdicts.map(({ cases }) => cases.length > 0)).toEqual([true, false]);
    expect(copiesSince(before)).toEqual([]);
  }, 300_000);

  it("shows nothing, says why and stops the others when a copy cannot be evaluated", async () => {
    const before = copies();
    const edits = [{ file: "src/ask/render.ts", from: "export function renderPieces(", to: "export funktion (" }];
    await expect(checkMutants([{ ...HARMLESS, id: "crashing", edits }])).rejects.toThrow(
      "crashing could not be evaluated",
    );
    expect(copiesSince(before)).toEqual([]);
  }, 300_000);

  it("ends at once, and leaves nothing behind, when it is interrupted", async () => {
    const before = copies();
    await expect(checkMutants([HARMLESS], { signal: AbortSignal.abort() })).rejects.toThrow("aborted");
    expect(copiesSince(before)).toEqual([]);
  });

  it("stops before it asks anything when a mutant has to be renewed", async () => {
    const edits = [{ file: "src/ask/ask.ts", from: "what nobody ever wrote there", to: "" }];
    await expect(checkMutants([{ ...HARMLESS, edits }])).rejects.toThrow("renew the mutant");
  });

  it("ends with 2, and names the mutants, when the command is wrong", () => {
    const run = path.join(ROOT, "evals/mutations/run.ts");
    const { status, stderr, stdout } = spawnSync(process.execPath, ["--import", "tsx", run, "--id", "nonsense"], {
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("there is no mutant nonsense");
    expect(stderr).toContain("  offset-by-one");
  });
});
