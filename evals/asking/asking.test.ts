import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Case } from "../cases/case.js";
import { sampleRefusal, sampleTrial, UNANSWERED } from "../metrics/sample-trial.js";
import { askCases } from "./ask-cases.js";
import { openKeptAnswers } from "./kept-answers.js";
import type { Subject, System } from "./system.js";

const DOCUMENTS = { name: "corpus", folder: "", changes: [], version: "1", idOf: (id: string) => id } as const;
const TEXT = "Alpha opened on 3 May 2021. It grew.";
const { answer: ANSWER } = sampleTrial({
  answer: "On 3 May 2021. [1]",
  quotes: [["alpha", "Alpha opened on 3 May 2021."]],
});

const CASES: readonly Case[] = Array.from({ length: 12 }, (_, at) => {
  const testCase = { id: `case-${at}`, question: `Question ${at}?` };
  return sampleTrial({ testCase: at % 2 === 0 ? testCase : { ...testCase, ...UNANSWERED } }).testCase;
});

/** Answers every question, odd ones later than even ones; `asked` are the questions in the order they came. */
function scripted({ failing }: { readonly failing?: string } = {}) {
  const asked: string[] = [];
  const closed: boolean[] = [];
  const system: System = {
    async ask({ question }) {
      asked.push(question);
      await new Promise((resolve) =>
        asked.length % 2 === 0 ? setImmediate(resolve) : queueMicrotask(() => resolve(null)),
      );
      if (question === failing) throw new Error("the model went away");
      return { ...ANSWER, answer: `${question} ${ANSWER.answer}` };
    },
    search: async (query) => (query.includes("?") ? [] : null),
    textOf: async (id) => (id === "alpha" ? TEXT : null),
    close: async () => {
      closed.push(true);
    },
  };
  const subject: Subject = { name: "scripted", version: "1", isFixed: true, open: async () => system };
  return { subject, asked, closed };
}

const clock = () => 0;

describe("askCases", () => {
  it("gives the same trials in the order of the cases, however many are asked at once", async () => {
    const one = await askCases(scripted().subject, DOCUMENTS, CASES, { atOnce: 1, clock });
    const many = await askCases(scripted().subject, DOCUMENTS, CASES, { atOnce: 5, clock });
    const told = (trials: typeof one) => trials.map(({ testCase, answer }) => [testCase.id, answer.answer]);
    expect(told(one)).toEqual(CASES.map(({ id, question }) => [id, `${question} ${ANSWER.answer}`]));
    expect(told(many)).toEqual(told(one));
  });

  it("looks up what stands where the citations point to", async () => {
    const [first] = await askCases(scripted().subject, DOCUMENTS, CASES, { atOnce: 2, clock });
    expect(first?.excerpts).toEqual(["Alpha opened on 3 May 2021."]);
  });

  it("keeps how sure the system was, where it tells", async () => {
    const { subject } = scripted();
    const telling: Subject = {
      ...subject,
      async open(documents) {
        const system = await subject.open(documents);
        const sure = (question: string) => Number(/\d+/.exec(question)?.[0] ?? 0) / 100;
        return {
          ...system,
          ask(request, onJudged) {
            onJudged?.(sure(request.question));
            return system.ask(request);
          },
        };
      },
    };
    const trials = await askCases(telling, DOCUMENTS, CASES, { atOnce: 5, clock });
    expect(trials.map(({ confidence }) => confidence)).toEqual(CASES.map((_, at) => at / 100));
    const untold = await askCases(subject, DOCUMENTS, CASES, { atOnce: 5, clock });
    expect(new Set(untold.map(({ confidence }) => confidence))).toEqual(new Set([null]));
  });

  it("searches for what is in the documents, and not for what is not", async () => {
    const trials = await askCases(scripted().subject, DOCUMENTS, CASES, { atOnce: 2, clock });
    expect(trials.map(({ found }) => found)).toEqual(CASES.map(({ answerable }) => (answerable ? [] : null)));
  });

  it("sends the filter of a case with its question, and searches with it", async () => {
    const filter = { documentIds: ["alpha"] };
    const { subject } = scripted();
    const got: unknown[] = [];
    const listening: Subject = {
      ...subject,
      async open(documents) {
        const system = await subject.open(documents);
        const ask: System["ask"] = (request) => {
          got.push(request.filter);
          return system.ask(request);
        };
        const search: System["search"] = (query, limit, by) => {
          got.push(by);
          return system.search(query, limit, by);
        };
        return { ...system, ask, search };
      },
    };
    const filtered = CASES.slice(0, 1).map((it) => ({ ...it, filter }));
    await askCases(listening, DOCUMENTS, filtered, { atOnce: 1, clock });
    expect(got).toEqual([filter, filter]);
  });

  it("throws for a question that cannot be asked, names its case, and closes the system", async () => {
    const { subject, asked, closed } = scripted({ failing: "Question 3?" });
    const asking = askCases(subject, DOCUMENTS, CASES, { atOnce: 2, clock });
    await expect(asking).rejects.toThrow("case-3 could not be asked");
    expect(closed).toEqual([true]);
    expect(asked.length).toBeLessThan(CASES.length);
  });
});

describe("kept answers", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "konsil-kept-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const open = () => openKeptAnswers(folder, "key");
  const file = () => path.join(folder, readdirSync(folder)[0] ?? "");

  it("let a run that was cut go on, with the same trials in the end", async () => {
    const cut = scripted({ failing: "Question 7?" });
    await expect(askCases(cut.subject, DOCUMENTS, CASES, { atOnce: 2, kept: open(), clock })).rejects.toThrow("case-7");
    const before = readFileSync(file(), "utf8").split("\n").length - 1;
    const rest = scripted();
    const trials = await askCases(rest.subject, DOCUMENTS, CASES, { atOnce: 2, kept: open(), clock });
    expect(before).toBeGreaterThan(0);
    expect(rest.asked).toHaveLength(CASES.length - before);
    const whole = await askCases(scripted().subject, DOCUMENTS, CASES, { atOnce: 1, clock });
    expect(JSON.stringify(trials)).toBe(JSON.stringify(whole));
  });

  it("are not asked for again, also when facts of the cases changed, and then the system is not even opened", async () => {
    await askCases(scripted().subject, DOCUMENTS, CASES, { atOnce: 2, kept: open() });
    const again = scripted();
    const forbidding = CASES.map((it) => ({ ...it, never: ["2021"] }));
    const trials = await askCases(again.subject, DOCUMENTS, forbidding, { atOnce: 2, kept: open() });
    expect([again.asked, again.closed]).toEqual([[], []]);
    expect(trials.every(({ testCase }) => testCase.never.length === 1)).toBe(true);
  });

  it("are asked for again when the question or its filter changed, and when they were dropped", async () => {
    await askCases(scripted().subject, DOCUMENTS, CASES, { atOnce: 2, kept: open() });
    const again = scripted();
    const changed = CASES.map((it) => (it.id === "case-1" ? { ...it, question: "Another?" } : it));
    await askCases(again.subject, DOCUMENTS, changed, { atOnce: 2, kept: open() });
    expect(again.asked).toEqual(["Another?"]);
    const filtered = CASES.map((it) => (it.id === "case-2" ? { ...it, filter: { documentIds: ["alpha"] } } : it));
    const narrowed = scripted();
    await askCases(narrowed.subject, DOCUMENTS, filtered, { atOnce: 2, kept: open() });
    expect(narrowed.asked).toEqual(["Question 2?"]);
    open().drop();
    expect(open().get("anything")).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("leave out a line that was cut off, and break on one that is damaged", () => {
    const { ms, excerpts, found, answer, confidence } = sampleRefusal();
    const kept = open();
    kept.keep("whole", { ms, excerpts, found, answer, confidence });
    appendFileSync(file(), '{"question":"cut","asked":{"ms"');
    const reopened = open();
    expect(reopened.get("whole")).toEqual({ ms, excerpts, found, answer, confidence });
    expect(reopened.get("cut")).toBeNull();
    reopened.keep("next", { ms, excerpts, found, answer, confidence });
    expect(open().get("next")).not.toBeNull();
    appendFileSync(file(), '{"question":"damaged"}\n');
    expect(open).toThrow("line 3 is no kept answer");
  });

  it("do not pile up", () => {
    const { ms, excerpts, found, answer, confidence } = sampleRefusal();
    for (let run = 0; run < 40; run += 1) {
      openKeptAnswers(folder, `run-${run}`).keep("question", { ms, excerpts, found, answer, confidence });
    }
    const left = readdirSync(folder);
    expect(left).toContain("run-39.jsonl");
    expect(left.length).toBeLessThan(20);
  });
});
