import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gradesInBaseline, readBaseline, updatedBaseline, writeBaseline } from "./baseline.js";
import { readKnown } from "./known.js";

const estimate = (value: number, trials = 100) => ({ value, low: 0, high: 1, trials });
const measured = (right: number, refused: number) => [
  { metric: { id: "right", better: "higher" }, estimate: estimate(right) } as const,
  { metric: { id: "over-refusal", better: "lower" }, estimate: estimate(refused) } as const,
];
const grades = (rows: Readonly<Record<string, boolean>>) => new Map(Object.entries(rows));
const first = updatedBaseline(
  null,
  { over: "corpus", measured: measured(0.9, 0.1), grades: grades({ a: true, b: true, c: false }) },
  null,
);

describe("updatedBaseline", () => {
  it("sets the first bounds two cases below what was reached", () => {
    expect(first.bounds).toEqual({ right: 0.88, "over-refusal": 0.12 });
    expect([first.right, first.wrong]).toEqual([["a", "b"], ["c"]]);
  });

  it("raises bounds, and takes in cases that were won", () => {
    const run = {
      over: "corpus",
      measured: measured(0.95, 0.04),
      grades: grades({ a: true, b: true, c: true }),
    } as const;
    const next = updatedBaseline(first, run, null);
    expect(next.bounds).toEqual({ right: 0.93, "over-refusal": 0.06 });
    expect(next.right).toEqual(["a", "b", "c"]);
  });

  const worse = {
    over: "corpus",
    measured: measured(0.8, 0.2),
    grades: grades({ a: true, b: false, c: false }),
  } as const;

  it("lowers nothing by itself", () => {
    const next = updatedBaseline(first, worse, null);
    expect(next.bounds).toEqual(first.bounds);
    expect(next.right).toEqual(first.right);
    expect(next.lowered).toEqual([]);
  });

  it("lowers with a reason, and writes it down for each bound and case", () => {
    const next = updatedBaseline(first, worse, "harder cases");
    expect(next.bounds).toEqual({ right: 0.78, "over-refusal": 0.22 });
    expect(next.wrong).toEqual(["b", "c"]);
    expect(next.lowered).toEqual([
      { what: "right", from: "0.88", to: "0.78", reason: "harder cases" },
      { what: "over-refusal", from: "0.12", to: "0.22", reason: "harder cases" },
      { what: "b", from: "right", to: "wrong", reason: "harder cases" },
    ]);
  });

  it("keeps the bound of what no case measures any more, and gives it up with a reason only", () => {
    const run = { over: "corpus", measured: measured(0.9, 0.1).slice(0, 1), grades: grades({ a: true }) } as const;
    expect(updatedBaseline(first, run, null).bounds).toEqual(first.bounds);
    const lowered = updatedBaseline(first, run, "nothing to answer left");
    expect(lowered.bounds).toEqual({ right: 0.88 });
    expect(lowered.lowered).toEqual([
      { what: "over-refusal", from: "0.12", to: "not measured", reason: "nothing to answer left" },
    ]);
  });

  it("forgets cases that are no longer asked", () => {
    const run = { over: "corpus", measured: measured(0.9, 0.1), grades: grades({ a: true }) } as const;
    const next = updatedBaseline(first, run, null);
    expect([next.right, next.wrong]).toEqual([["a"], []]);
  });
});

describe("the file of a baseline", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "konsil-baseline-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is read as it was written", () => {
    expect(readBaseline("corpus", folder)).toBeNull();
    writeBaseline(first, folder);
    expect(readBaseline("corpus", folder)).toEqual(first);
    expect(gradesInBaseline(first)).toEqual(grades({ a: true, b: true, c: false }));
  });

  it("is not read when it is another set's, or damaged", () => {
    writeFileSync(path.join(folder, "originals.json"), JSON.stringify(first));
    expect(() => readBaseline("originals", folder)).toThrow("no baseline over the originals");
    writeFileSync(path.join(folder, "corpus.json"), JSON.stringify({ ...first, bounds: "none" }));
    expect(() => readBaseline("corpus", folder)).toThrow("no baseline over the corpus");
  });
});

describe("readKnown", () => {
  it("reads the list, and breaks when it is missing", () => {
    expect(readKnown().every(({ reason }) => reason.length > 0)).toBe(true);
    expect(() => readKnown(path.join(import.meta.dirname, "missing.yaml"))).toThrow("ENOENT");
  });
});
