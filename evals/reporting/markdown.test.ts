import { expect, it } from "vitest";
import type { Baseline } from "../baselines/baseline.js";
import { sampleRefusal, sampleTrial, UNANSWERED } from "../metrics/sample-trial.js";
import { buildReport } from "./build-report.js";
import { reportMarkdown, summary } from "./markdown.js";
import { timingTable } from "./tables.js";

const QUOTES = [["alpha", "Alpha opened on 3 May 2021."]] as const;
const id = (name: string) => ({ id: name });

const TRIALS = [
  sampleTrial({ testCase: id("good"), answer: "On 3 May 2021. [1]", quotes: QUOTES }),
  sampleTrial({
    testCase: { ...id("off-by-one"), history: [{ role: "user", content: "Alpha?" }] },
    answer: "On 4 May 2021. [1]",
    quotes: QUOTES,
  }),
  sampleRefusal({ testCase: id("refused"), quotes: QUOTES }),
  sampleRefusal({ testCase: { ...id("rightly-refused"), ...UNANSWERED } }),
];
const perfect = sampleTrial({ testCase: id("off-by-one"), answer: "On 3 May 2021. [1]", quotes: QUOTES });
const baseline: Baseline = {
  over: "corpus",
  bounds: { right: 0.6 },
  right: ["good", "off-by-one"],
  wrong: ["rightly-refused"],
  lowered: [],
};
const report = buildReport({
  subject: { name: "Sample", version: "1" },
  selection: null,
  known: [],
  sets: [{ documents: { name: "corpus", version: "1" }, trials: TRIALS, baseline }],
});

it("shows metrics with their intervals, and the gates with what fails them", () => {
  const text = summary(report);
  expect(text).toContain("| Right | 50.0 [15.0, 85.0] of 4 |");
  expect(text).toContain("| Right | corpus | 50.0, bound 60.0 | **failed** |");
  expect(text).toContain("- off-by-one: 4 May 2021 stands in no quotation of its line");
  expect(text).toContain("Since the baseline over the corpus: 1 won, 1 lost of 3 cases, p = 1.0");
});

it("shows how answering and abstaining are confused, and each group of cases", () => {
  const text = reportMarkdown(report);
  expect(text).toContain("| the documents answer | 2 | 1 |");
  expect(text).toContain("| the documents do not | 0 | 1 |");
  expect(text).toMatch(/\| samples \| 4 \| 50\.0 /);
});

it("shows peers under the same cases with what only one of both has right, and no table where there are none", () => {
  const peer = { id: "peer", title: { de: "Nachbar", en: "Neighbour" }, threshold: 0.25, trials: TRIALS.toReversed() };
  const better = {
    ...peer,
    title: { de: "Anderer", en: "Other" },
    threshold: null,
    trials: [perfect, ...TRIALS.slice(2)],
  };
  const text = summary(
    buildReport({
      subject: { name: "Sample", version: "1" },
      selection: null,
      known: [],
      sets: [{ documents: { name: "corpus", version: "1" }, trials: TRIALS, baseline: null, peers: [peer, better] }],
    }),
  );
  expect(text).toContain("**Under the same cases, over the corpus**");
  expect(text).toMatch(/\| Sample \| 50\.0 .*\| {2}\|/);
  expect(text).toMatch(/\| Neighbour \(0\.250\) \| 50\.0 .*\| 0 \/ 0, p = 1\.0 \|/);
  expect(text).toMatch(/\| Other \| 66\.7 .*\| 0 \/ 1, p = 1\.0 \|/);
  expect(summary(report)).not.toContain("Under the same cases");
});

it("shows how sure the system was against how often the documents answer, where it tells", () => {
  const sure = TRIALS.map((trial) => ({ ...trial, confidence: trial.testCase.answerable ? 0.75 : 0 }));
  const text = reportMarkdown(
    buildReport({
      subject: { name: "Sample", version: "1" },
      selection: null,
      known: [],
      sets: [{ documents: { name: "corpus", version: "1" }, trials: sure, baseline: null }],
    }),
  );
  expect(text).toContain("| 1 | 0.0 | 0.0 [0.0, 79.3] |");
  expect(text).toContain("| 3 | 75.0 | 100.0 [43.9, 100.0] |");
  expect(text).toContain("| 4, mean distance |  | 18.8 ");
  expect(reportMarkdown(report)).not.toContain("How sure it was");
});

it("says how many times as long a peer takes", () => {
  const median = (value: number) => ({ "latency-p50": { value, low: value, high: value, trials: 4 } });
  const table = timingTable({
    at: "2026-01-02T03:04:05.000Z",
    atOnce: 2,
    sets: [{ over: "corpus", milliseconds: median(20), peers: [{ id: "peer", milliseconds: median(30) }] }],
  });
  expect(table).toContain("| peer, times as long (p50) | 1.50 |");
});

it("shows each failed case with question, answer, quotes, gold and reason, and no other", () => {
  const text = reportMarkdown(report);
  const failed = /#### off-by-one([\s\S]*?)(?=####|$)/.exec(text)?.[1] ?? "";
  for (const part of [
    "- user: Alpha?",
    "- question: When did the Alpha clinic open?",
    "- answered: On 4 May 2021. [1]",
    "- quote [1] of alpha: Alpha opened on 3 May 2021.",
    "- gold: date 2021-05-03; evidence “opened on 3 May 2021” (alpha)",
    "- reason: does not state the date 2021-05-03",
  ]) {
    expect(failed).toContain(part);
  }
  expect(text).toContain("Failed cases: 2 of 4");
  expect(text).not.toContain("#### good");
});
