import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addByInterview, addGiven, type CaseFolder, Refusal, tryCase } from "../../evals/add/add-case.js";
import { type Dialogue, InputEnded } from "../../evals/add/dialogue.js";
import { givenCase } from "../../evals/add/given-case.js";
import { langOf } from "../../evals/add/texts.js";
import { konsilHere } from "../../evals/asking/in-process.js";
import { ownDocuments } from "../../evals/asking/own-documents.js";
import type { System } from "../../evals/asking/system.js";
import { readCases } from "../../evals/cases/read-cases.js";

const DOCUMENT = `---
title: Klinikum Seefurt und Lumeris bauen ein Institut
publishedAt: 2026-03-12
language: de
---

Das Klinikum Seefurt und Lumeris haben am 4. März 2026 einen Vertrag über **zehn Jahre** unterzeichnet.

Lumeris zahlt dafür 18 Millionen Euro. Die Leitung übernimmt Dr. Ilse Brandt.
`;

const CASES = `# What visitors ask, and why.
- id: seefurt-lead
  question: "Wer leitet das Institut in Seefurt?"
  language: de
  kind: who   # not the radiology
  answerable: true
  facts:
    - { kind: person, value: "Ilse Brandt" }
  evidence:
    - { document: seefurt, contains: "Die Leitung übernimmt Dr. Ilse Brandt." }
`;

const QUESTION = "Wann haben Seefurt und Lumeris den Vertrag unterzeichnet?";

describe("adding a case", { timeout: 60_000 }, () => {
  let root: string;
  let system: System;
  let to: CaseFolder;

  const filesNow = () =>
    Object.fromEntries(readdirSync(to.folder).map((name) => [name, readFileSync(path.join(to.folder, name), "utf8")]));

  /** Answers with these lines, one after the other, and remembers all that was said. */
  function scripted(...lines: readonly string[]) {
    const said: string[] = [];
    const waiting = [...lines];
    const dialogue: Dialogue = {
      tell: (text) => void said.push(text),
      async ask(prompt) {
        said.push(prompt);
        const line = waiting.shift();
        if (line === undefined) throw new InputEnded(prompt);
        return line;
      },
    };
    return { dialogue, said, left: waiting };
  }

  const interviewed = (lines: readonly string[], question = QUESTION, lang: "de" | "en" = "de") => {
    const script = scripted(...lines);
    const parts = {
      to,
      start: { question, history: [] },
      open: async () => system,
      dialogue: script.dialogue,
      lang: langOf(lang),
    };
    return { ...script, added: addByInterview(parts) };
  };

  beforeAll(async () => {
    root = mkdtempSync(path.join(tmpdir(), "konsil-add-"));
    const corpus = path.join(root, "documents");
    mkdirSync(corpus);
    writeFileSync(path.join(corpus, "seefurt.md"), DOCUMENT);
    const { set, sources } = await ownDocuments(corpus);
    system = await konsilHere({ followUps: false }).open(set);
    const folder = path.join(root, "cases");
    to = { folder, cases: [], sources, over: "both", read: (given) => readCases(given, { sources }) };
  }, 60_000);

  beforeEach(() => {
    rmSync(to.folder, { recursive: true, force: true });
    mkdirSync(to.folder);
    writeFileSync(path.join(to.folder, "seefurt.yaml"), CASES);
    to = { ...to, cases: to.read(to.folder) };
  });

  afterAll(async () => {
    await system?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it("appends what a person answers, and leaves the rest of the file as it was, comments included", async () => {
    const lines = ["", "j", "when", "datum: 4. März 2026", "", "1", "2025 | 18 Millionen", "1", "", "j"];
    const { added, said, left } = interviewed(lines);
    const testCase = await added;
    expect(left).toEqual([]);
    expect(testCase).toMatchObject({ id: "seefurt-lumeris-vertrag-unterzeichnet", slice: "seefurt" });
    const file = filesNow()["seefurt.yaml"] ?? "";
    expect(file.startsWith(CASES)).toBe(true);
    expect(to.read(to.folder)).toContainEqual(testCase);
    expect(file).toContain('    - { kind: date, value: "2026-03-04" }\n');
    expect(file).toContain('  never: ["2025", "18 Millionen"]\n');
    expect(said.join("\n")).toMatch(/Konsil antwortet:\n {2}.*4\. März 2026/);
    if (testCase === null) throw new Error("nothing was added");
    const told = scripted();
    expect(await tryCase(testCase, system, told.dialogue, langOf("de"))).toEqual({ right: true, faults: [] });
    expect(told.said).toEqual(["seefurt-lumeris-vertrag-unterzeichnet: richtig beantwortet."]);
  });

  it("asks again for what cannot be read, and says what would be", async () => {
    const lines = ["fr", "de", "maybe", "j", "99", "3", "", "Datum 4. März", "wann: 2026", "datum: 4.3.2026", ""];
    const rest = [
      "",
      "77",
      "Das steht nirgends.",
      "Vertrag über  zehn\tJahre unterzeichnet",
      "",
      "0",
      "1",
      "A B",
      "seefurt-lead",
      "signed",
      "j",
    ];
    const { added, said, left } = interviewed([...lines, ...rest]);
    expect(await added).toMatchObject({
      id: "signed",
      kind: "when",
      facts: [{ kind: "date", value: "2026-03-04" }],
      evidence: [{ document: "seefurt", contains: "Vertrag über zehn Jahre unterzeichnet" }],
    });
    expect(left).toEqual([]);
    for (const problem of [
      "Bitte de oder en.",
      "Bitte j oder n.",
      "von 1 bis 15",
      "Wenigstens eine Tatsache",
      "von der Art datum",
    ]) {
      expect(said.join("\n")).toContain(problem);
    }
    for (const problem of ["Ohne Beleg", "steht so in keinem Dokument", "Die Id seefurt-lead hat schon"]) {
      expect(said.join("\n")).toContain(problem);
    }
  });

  it("adds a question that has no answer, in English and into a new file", async () => {
    const question = "How many beds does the hospital in Seefurt have?";
    const { added } = interviewed(["", "n", "unstated", "", "open-questions", "", "y"], question, "en");
    expect(await added).toMatchObject({
      answerable: false,
      kind: "unstated",
      corrects: false,
      slice: "open-questions",
    });
    expect(filesNow()["open-questions.yaml"]).toBe(
      `- id: open-beds-hospital-seefurt\n  question: "${question}"\n  language: en\n  kind: unstated\n  answerable: false\n`,
    );
  });

  it.each([
    ["the input ends", ["", "j", "when"]],
    ["the person does not want it", ["", "n", "advice", "", "1", "", "n"]],
  ])("writes nothing when %s", async (_when, lines) => {
    const before = filesNow();
    const { added } = interviewed(lines);
    expect(await added.catch((error: unknown) => error)).toSatisfy(
      (outcome) => outcome === null || outcome instanceof InputEnded,
    );
    expect(filesNow()).toEqual(before);
  });

  it("refuses a question that is a case already, however it is written, before anything is asked", async () => {
    const { added, said } = interviewed([], "wer leitet das INSTITUT in Seefurt");
    await expect(added).rejects.toThrow(Refusal);
    await expect(added).rejects.toThrow("schon ein Fall: seefurt-lead in seefurt.yaml");
    expect(said).toEqual([]);
  });

  describe("from JSON", () => {
    const START = { question: null, history: [], over: "both" as const };
    const given = { slice: "seefurt", question: QUESTION, kind: "when", answerable: true };
    const evidence = [{ document: "seefurt", contains: "am 4. März 2026" }];
    const add = (fields: object) => {
      const testCase = givenCase(JSON.stringify({ ...given, ...fields }), START, to.cases);
      addGiven(testCase, to, scripted().dialogue, langOf("en"));
      return testCase;
    };

    it("takes facts as they are typed or as they are kept, and fills in language and id", () => {
      const facts = ["date: 4 March 2026", { kind: "number", value: 18 }];
      expect(add({ facts, evidence })).toMatchObject({
        language: "de",
        facts: [{ value: "2026-03-04" }, { value: 18 }],
      });
      expect(to.read(to.folder)).toHaveLength(2);
    });

    it("appends to the file of the slice whatever its ending is", () => {
      renameSync(path.join(to.folder, "seefurt.yaml"), path.join(to.folder, "seefurt.yml"));
      add({ facts: ["date: 4 March 2026"], evidence });
      expect(Object.keys(filesNow())).toEqual(["seefurt.yml"]);
      expect(to.read(to.folder)).toHaveLength(2);
    });

    it.each([
      [
        "evidence that stands nowhere",
        { facts: ["zahl: 3"], evidence: [{ document: "seefurt", contains: "drei" }] },
        "does not stand in seefurt",
      ],
      [
        "a document that is not there",
        { facts: ["zahl: 3"], evidence: [{ document: "nowhere", contains: "x" }] },
        'no document "nowhere"',
      ],
      ["a fact that is none", { facts: ["date: soon"], evidence }, '"date: soon" is no fact'],
      ["no facts", { evidence }, "facts: "],
      ["an unknown field", { facts: ["zahl: 3"], evidence, colour: "red" }, "colour"],
      ["an id that is taken", { id: "seefurt-lead", facts: ["zahl: 3"], evidence }, "has the id seefurt-lead"],
      [
        "a question that is asked already",
        { question: "Wer leitet das Institut in Seefurt?", facts: ["zahl: 3"], evidence },
        "a case already",
      ],
      ["a name that leads elsewhere", { slice: "../x", facts: ["zahl: 3"], evidence }, "slice: "],
    ])("refuses %s, and writes nothing", (_what, fields, reason) => {
      const before = filesNow();
      expect(() => add(fields)).toThrow(reason);
      expect(filesNow()).toEqual(before);
    });
  });

  it("says why an answer is not right", async () => {
    const testCase = givenCase(
      JSON.stringify({
        ...{ slice: "seefurt", question: QUESTION, kind: "when", answerable: true },
        ...{ facts: ["datum: 5. März 2026"], evidence: [{ document: "seefurt", contains: "am 4. März 2026" }] },
      }),
      { question: null, history: [], over: "both" },
      to.cases,
    );
    const told = scripted();
    await tryCase(testCase, system, told.dialogue, langOf("en"));
    expect(told.said.join("\n")).toMatch(/: not answered right:\n {2}does not state the date 2026-03-05/);
  });
});
