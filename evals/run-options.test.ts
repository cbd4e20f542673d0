import path from "node:path";
import { describe, expect, it } from "vitest";
import { readCases } from "./cases/read-cases.js";
import { chosenCases, readOptions, UsageError } from "./run-options.js";

const cases = readCases(path.join(import.meta.dirname, "cases"));

describe("readOptions", () => {
  it("chooses all cases unless told otherwise", () => {
    expect(readOptions([])).toMatchObject({ selection: null, compare: null, fresh: false });
    expect(readOptions(["--over", "corpus"]).over).toEqual(["corpus"]);
    expect(readOptions(["--over", "both"]).over).toEqual(["corpus", "originals"]);
    expect(readOptions(["--over", "changed", "--over", "corpus"]).over).toEqual(["corpus", "changed"]);
  });

  it("says which cases were chosen", () => {
    const options = readOptions(["--slice", "spelling", "--slice", "near-misses", "--kind", "who"]);
    expect(options.selection).toBe("slice spelling or near-misses, kind who");
  });

  it("takes two reports to compare", () => {
    expect(readOptions(["--compare", "a.json", "b.json"]).compare).toEqual(["a.json", "b.json"]);
  });

  it("asks a system at an address over the corpus, which it holds", () => {
    expect(readOptions(["--url", "http://127.0.0.1:8787"]).over).toEqual(["corpus"]);
  });

  it("takes cases and documents of one's own", () => {
    const options = readOptions(["--cases", "a", "--corpus", "b", "--slice", "x"]);
    expect(options).toMatchObject({ own: { cases: "a", corpus: "b" }, selection: "slice x" });
    expect(readOptions([]).own).toBeNull();
  });

  it.each([
    [["--slcie", "spelling"], "slcie"],
    [["--cases", "a"], "go together"],
    [["--corpus", "b"], "go together"],
    [["--cases", "a", "--corpus", "b", "--over", "corpus"], "not with --corpus"],
    [["--over", "nothing"], "--over takes"],
    [["--url", "localhost"], "--url takes"],
    [["--url", "http://localhost", "--writer", "ollama"], "exclude each other"],
    [["--url", "http://localhost", "--over", "both"], "one set of documents"],
    [["--url", "http://localhost", "--over", "corpus", "--over", "originals"], "one set of documents"],
    [["--url", "http://localhost", "--over", "changed"], "not done to a system at an address"],
    [["--compare", "a.json"], "two files"],
    [["stray"], "stray"],
    [["--lower", "because"], "--update-baseline"],
    [["--update-baseline", "--lower", " "], "needs a reason"],
    [["--update-baseline", "--slice", "spelling"], "all cases"],
    [["--update-baseline", "--writer", "ollama"], "without a language model"],
  ])("does not take %j", (args, message) => {
    expect(() => readOptions(args)).toThrow(UsageError);
    expect(() => readOptions(args)).toThrow(message);
  });
});

describe("chosenCases", () => {
  const none = { slice: [], kind: [], id: [] };

  it("are all of them, or those that are of everything that was chosen", () => {
    expect(chosenCases(cases, none)).toEqual(cases);
    const chosen = chosenCases(cases, { ...none, slice: ["colloquial"], kind: ["who", "role"] });
    expect(new Set(chosen.map(({ slice }) => slice))).toEqual(new Set(["colloquial"]));
    expect(new Set(chosen.map(({ kind }) => kind))).toEqual(new Set(["who", "role"]));
  });

  it.each([
    [{ ...none, slice: ["speling"] }, "there are "],
    [{ ...none, kind: ["whom"] }, "there are "],
    [{ ...none, id: ["no-such-case"] }, "no-such-case"],
    [{ ...none, slice: ["spelling"], kind: ["off-topic"] }, "no case is of all"],
  ])("are never none: %j", (choice, message) => {
    expect(() => chosenCases(cases, choice)).toThrow(message);
    expect(() => chosenCases(cases, choice)).toThrow(UsageError);
  });
});
