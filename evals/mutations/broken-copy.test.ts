import { existsSync, lstatSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { assertFitting, copyBroken, edited, StaleMutantError } from "./broken-copy.js";

const FILE = "src/ask/render.ts";
const EDIT = { file: FILE, from: "return withoutMarkers", to: "return markers" };
const ORIGINAL = readFileSync(path.resolve(import.meta.dirname, "../..", FILE), "utf8");
const FITTING = { file: FILE, from: ORIGINAL.slice(0, 200), to: "// broken\n" };

describe("an edit", () => {
  it("replaces what stands there once", () => {
    expect(edited("a; return withoutMarkers(b);", EDIT)).toBe("a; return markers(b);");
  });

  it("is stale when it stands there no more, or twice: then the mutant has to be renewed", () => {
    expect(() => edited("return other(b);", EDIT)).toThrow(StaleMutantError);
    expect(() => edited(`${EDIT.from}; ${EDIT.from};`, EDIT)).toThrow(`${FILE} has changed`);
    expect(() => assertFitting([{ ...FITTING, from: "what nobody ever wrote there" }])).toThrow("renew the mutant");
  });
});

describe("a broken copy", () => {
  let folder: string;
  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), "konsil-copy-")), "copy");
  });
  afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

  it("is broken where the edit says, and leaves what was copied alone", () => {
    copyBroken(folder, [FITTING]);
    expect(readFileSync(path.join(folder, FILE), "utf8")).toBe(`// broken\n${ORIGINAL.slice(200)}`);
    expect(readFileSync(path.resolve(import.meta.dirname, "../..", FILE), "utf8")).toBe(ORIGINAL);
  });

  it("shares what is large and only read, and nothing that a run writes", () => {
    copyBroken(folder, []);
    const isLink = (name: string) => lstatSync(path.join(folder, name)).isSymbolicLink();
    expect(["node_modules", "models", "corpus"].map(isLink)).toEqual([true, true, true]);
    expect(["src", "prompts", "evals"].map(isLink)).toEqual([false, false, false]);
    expect(existsSync(path.join(folder, "evals/report"))).toBe(false);
  });
});
