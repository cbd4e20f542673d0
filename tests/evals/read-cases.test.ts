import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { readCases } from "../../evals/cases/read-cases.js";

const GOOD = {
  id: "opening",
  question: "When did the Alpha clinic open?",
  language: "en",
  kind: "when",
  answerable: true,
  facts: [{ kind: "date", value: "2021-05-03" }],
  evidence: [{ document: "alpha", contains: "opened on 3 May 2021" }],
};
const REFUSED = { id: "closing", question: "Why did it close?", language: "en", kind: "unstated", answerable: false };

describe("readCases", () => {
  let folder: string;
  let corpus: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "konsil-cases-"));
    corpus = path.join(folder, "corpus");
    mkdirSync(corpus);
    writeFileSync(path.join(corpus, "alpha.md"), "---\ntitle: Alpha\n---\n\nThe Alpha clinic opened on 3 May 2021.\n");
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, content: unknown): void => {
    writeFileSync(path.join(folder, name), typeof content === "string" ? content : stringify(content));
  };
  const read = () => readCases(folder, { corpus });

  it("reads all files of a folder, and fills in what may be left out", () => {
    write("refused.yaml", [REFUSED]);
    write("facts.yml", [GOOD]);
    write("notes.txt", "not read");
    expect(read()).toEqual([
      { ...GOOD, over: "both", history: [], never: [], disagrees: false, slice: "facts" },
      { ...REFUSED, over: "both", history: [], never: [], corrects: false, slice: "refused" },
    ]);
  });

  it.each([
    ["a missing question", { ...GOOD, question: undefined }, /facts\.yaml, opening, question: /],
    ["an unknown field", { ...GOOD, fact: [] }, /facts\.yaml, opening, .*fact/],
    ["a kind of the other sort", { ...GOOD, kind: "unstated" }, /facts\.yaml, opening, kind: /],
    ["no fact", { ...GOOD, facts: [] }, /facts\.yaml, opening, facts: /],
    [
      "a date in another form",
      { ...GOOD, facts: [{ kind: "date", value: "3.5.2021" }] },
      /opening, facts\.0\.value: must be YYYY/,
    ],
    [
      "a day that no calendar has",
      { ...GOOD, facts: [{ kind: "date", value: "2021-02-30" }] },
      /opening, facts\.0\.value: is no date of the calendar/,
    ],
    ["no id", { ...GOOD, id: undefined }, /facts\.yaml, case 1, id: /],
    ["facts of an unanswerable case", { ...REFUSED, facts: GOOD.facts }, /facts\.yaml, closing, .*facts/],
    ["a correction of no premise", { ...REFUSED, corrects: true }, /facts\.yaml, closing, corrects: /],
    [
      "an unknown document",
      { ...GOOD, evidence: [{ document: "beta", contains: "x" }] },
      /facts\.yaml, opening, evidence\.0\.document: no document "beta"/,
    ],
    [
      "evidence that is not in the document",
      { ...GOOD, evidence: [...GOOD.evidence, { document: "alpha", contains: "3 June" }] },
      /facts\.yaml, opening, evidence\.1\.contains: does not stand in alpha/,
    ],
    [
      "a filter for a document that is not there",
      { ...GOOD, filter: { documentIds: ["alpha", "beta"] } },
      /filter\.documentIds: no document has "beta"/,
    ],
    [
      "a filter for a publisher of no document",
      { ...GOOD, filter: { publishers: ["Beta Press"] } },
      /filter\.publishers: no document has "Beta Press"/,
    ],
    [
      "a filter for a partner of no document",
      { ...GOOD, filter: { partners: ["Gamma"] } },
      /filter\.partners: no document has "Gamma"/,
    ],
    [
      "a filter of another form",
      { ...GOOD, filter: { publishedAfter: "May 2021" } },
      /opening, filter\.publishedAfter/,
    ],
    [
      "evidence from the front matter",
      { ...GOOD, evidence: [{ document: "alpha", contains: "title: Alpha" }] },
      /evidence\.0\.contains/,
    ],
  ])("names file, case and field of %s", (_, entry, message) => {
    write("facts.yaml", [entry]);
    expect(read).toThrow(message);
  });

  it("names both files of an id that is given twice", () => {
    write("facts.yaml", [GOOD]);
    write("more.yaml", [GOOD]);
    expect(read).toThrow("more.yaml, opening, id: is given twice, first in facts.yaml");
  });

  it("names all mistakes at once", () => {
    write("facts.yaml", [{ ...GOOD, language: "fr" }, REFUSED, REFUSED]);
    expect(read).toThrow(/opening, language: [\s\S]*closing, id: is given twice/);
  });

  it.each(["- id: [", "id: opening", ""])("names a file that is no list of cases: %j", (content) => {
    write("facts.yaml", content);
    expect(read).toThrow("facts.yaml is not a YAML list of cases");
  });

  it("does not take a folder without cases for one whose cases are fine", () => {
    expect(read).toThrow("No cases in");
    write("facts.yaml", []);
    expect(read).toThrow("No cases in");
  });
});
