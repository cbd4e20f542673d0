import { describe, expect, it } from "vitest";
import { z } from "zod";
import { sampleRefusal, sampleTrial } from "../metrics/sample-trial.js";
import type { TimingsReport } from "../report-schema.js";
import { buildReport } from "./build-report.js";
import { reportPage } from "./html.js";

const HOSTILE = '</script><script src="https://example.org/x.js"></script><!-- \u2028 <img onerror=alert(1)>';
const TRIALS = [
  sampleTrial({
    testCase: { id: "good" },
    answer: "On 3 May 2021. [1]",
    quotes: [["alpha", "It opened on 3 May 2021."]],
  }),
  sampleTrial({ testCase: { id: "hostile", question: HOSTILE }, answer: HOSTILE, quotes: [["alpha", HOSTILE]] }),
  sampleRefusal({ testCase: { id: "refused" }, quotes: [["alpha", "Alpha is a clinic."]] }),
];
const documents = { name: "corpus", version: "1" } as const;
const report = () =>
  buildReport({
    subject: { name: HOSTILE, version: "1" },
    selection: HOSTILE,
    known: [],
    sets: [{ documents, trials: TRIALS, baseline: null }],
  });
const timings: TimingsReport = {
  at: "2026-01-02T03:04:05.000Z",
  atOnce: 2,
  sets: [{ over: "corpus", milliseconds: { "latency-p50": { value: 20, low: 10, high: 30, trials: 3 } }, peers: [] }],
};
const DATA = /<script type="application\/json" id="data">(.*?)<\/script>/s;
const dataSchema = z.object({
  sets: z.array(z.object({ failed: z.array(z.object({ id: z.string(), question: z.string(), answer: z.string() })) })),
  timings: z.unknown(),
});
const dataOf = (page: string) => dataSchema.parse(JSON.parse(DATA.exec(page)?.[1] ?? ""));

describe("the page of a report", () => {
  it("holds every failed case and no other, whatever its text is", () => {
    const failed = dataOf(reportPage(report(), null)).sets.flatMap((set) => set.failed);
    expect(failed.map(({ id }) => id)).toEqual(["hostile", "refused"]);
    expect(failed[0]).toMatchObject({ question: HOSTILE, answer: HOSTILE });
  });

  it("lets no text end its script, open a comment or break a line", () => {
    const page = reportPage(report(), null);
    expect(page.match(/<script\b/g)).toHaveLength(2);
    expect(page.match(/<\/script/g)).toHaveLength(2);
    expect(page).not.toContain("<!--");
    expect(page).not.toContain("<img");
    expect(page).not.toContain("\u2028");
  });

  it("names nothing that would be loaded, and forbids it as well", () => {
    const page = reportPage(report(), timings).replace(DATA, "");
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/\b(?:src|href)=|url\(|@import|\bimport\b|fetch\(|XMLHttpRequest|innerHTML/);
    // The name of the language of drawings is no address.
    const named = page.match(/https?:\/\/[^\s"']*/g)?.filter((it) => it !== "http://www.w3.org/2000/svg");
    expect(named).toEqual([]);
  });

  it("is the same for the same report, and says how long it took only where that is known", () => {
    expect(reportPage(report(), timings)).toBe(reportPage(report(), timings));
    expect(dataOf(reportPage(report(), timings)).timings).toEqual(timings);
    expect(dataOf(reportPage(report(), null)).timings).toBeNull();
  });
});
