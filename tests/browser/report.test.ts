import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sampleRefusal, sampleTrial, UNANSWERED } from "../../evals/metrics/sample-trial.js";
import type { TimingsReport } from "../../evals/report-schema.js";
import { buildReport } from "../../evals/reporting/build-report.js";
import { reportPage } from "../../evals/reporting/html.js";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((file) =>
  existsSync(file),
);
if (CHROMIUM === undefined) console.warn("No Chromium on this machine: the browser tests are skipped.");

const HOSTILE = "</script><img src=x onerror=\"document.title='broken'\">";
const QUOTES = [["alpha", "Alpha opened on 3 May 2021."]] as const;
const id = (name: string) => ({ id: name });
const trials = [
  sampleTrial({ testCase: id("good"), answer: "On 3 May 2021. [1]", quotes: QUOTES }),
  sampleTrial({ testCase: id("off-by-one"), answer: "On 4 May 2021. [1]", quotes: QUOTES }),
  sampleTrial({ testCase: { ...id("hostile"), ...UNANSWERED, question: HOSTILE }, answer: HOSTILE, quotes: QUOTES }),
  sampleRefusal({ testCase: { ...id("refused"), kind: "where" }, quotes: QUOTES }),
];
/** Sure of what the documents answer, and not at all of the rest. */
const sure = trials.map((trial) => ({ ...trial, confidence: trial.testCase.answerable ? 0.8 : 0 }));
const peer = { id: "peer", title: { de: "Nachbar", en: "Neighbour" }, threshold: 0.25, trials: trials.toReversed() };
const report = buildReport({
  subject: { name: "Sample", version: "1" },
  selection: null,
  known: [],
  sets: [
    { documents: { name: "corpus", version: "1" }, trials: sure, baseline: null, peers: [peer] },
    { documents: { name: "originals", version: "1" }, trials: trials.slice(0, 1), baseline: null },
  ],
});
const median = (value: number) => ({ "latency-p50": { value, low: 10, high: 30, trials: 4 } });
const timings: TimingsReport = {
  at: "2026-01-02T03:04:05.000Z",
  atOnce: 2,
  sets: [
    { over: "corpus", milliseconds: median(20), peers: [{ id: "peer", milliseconds: median(30) }] },
    { over: "originals", milliseconds: median(20), peers: [] },
  ],
};

describe.skipIf(CHROMIUM === undefined)("the page of a report, opened from disk", () => {
  let folder: string;
  let address: string;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "konsil-report-"));
    const file = path.join(folder, "report.html");
    writeFileSync(file, reportPage(report, timings));
    address = pathToFileURL(file).href;
    const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(options: BrowserContextOptions) {
    page = await browser.newPage(options);
    complaints = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => request.url() !== address && complaints.push(request.url()));
    await page.goto(address);
  }

  /** Nothing went wrong and nothing but the page itself was asked for, in all that was done with it. */
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.close();
  });

  const shown = () => page.locator(".case:visible h3").allTextContents();

  it("shows gates, charts and failed cases, and text from documents as text", async () => {
    await open({ locale: "en-US" });
    expect(await page.locator("h2").allTextContents()).toEqual([
      "Gates",
      "Results by group",
      "Answering and abstaining",
      "Under the same cases",
      "Reliability of the judge",
      "Latency",
      "Metrics",
      "Failed cases",
    ]);
    expect(await page.locator(".chart svg .whisker").count()).toBeGreaterThan(0);
    expect(await shown()).toEqual(["off-by-one", "hostile", "refused"]);
    expect(await page.locator("[data-case=hostile] summary p").textContent()).toBe(HOSTILE);
    expect(await page.title()).toBe("Evaluation of Sample");
  });

  it("shows peers under the same cases, as good as they were and as long as they took", async () => {
    await open({ locale: "de-DE" });
    const [head, ...rows] = await page.locator(".peers tr").allTextContents();
    expect(head).toBe("MetrikSampleNachbar (0,250)");
    expect(rows[0]).toMatch(/^Richtig25,0 \[.*\]25,0 \[.*\]$/);
    expect(rows).toContain("Dauer, Median, im Verhältnis1,001,50");
    expect(rows).toContain("Nur Sample richtig : nur der andere–0 : 0 p = 1,000");
  });

  it("draws how sure the system was against how often the documents answer, and says where it does not tell", async () => {
    await open({ locale: "en-US" });
    const cards = page.locator("section:has(> h2:text-is('Reliability of the judge')) .card");
    expect(await cards.first().locator(".curve .point").count()).toBe(2);
    expect(await cards.first().locator("tbody tr").allTextContents()).toEqual([
      expect.stringMatching(/^0\.010\.0 \[/),
      expect.stringMatching(/^80\.03100\.0 \[/),
    ]);
    expect(await cards.last().textContent()).toContain("does not tell how sure it is");
  });

  it.each([
    { locale: "de-DE", colorScheme: "light", width: 1280 },
    { locale: "en-US", colorScheme: "dark", width: 390 },
  ] as const)("has nothing that axe finds fault with ($locale, $colorScheme, $width pixels)", async (options) => {
    const { locale, colorScheme, width } = options;
    // The page allows no script but its own.
    await open({ locale, colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    await page.evaluate("for (const it of document.querySelectorAll('details')) it.open = true");
    await page.evaluate(axe.source);
    const faults = await page.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))");
    expect(faults).toEqual([]);
  });

  it("narrows the list by search and by kind", async () => {
    await open({ locale: "en-US" });
    await page.getByRole("searchbox").fill("4 may ALPHA");
    expect(await shown()).toEqual(["off-by-one"]);
    await page.getByRole("searchbox").fill("");
    await page.getByLabel("Kind", { exact: true }).selectOption("where");
    expect(await shown()).toEqual(["refused"]);
    expect(await page.getByRole("status").textContent()).toBe("1 of 3 cases");
  });

  it("speaks the language of the browser, and the other one when told to, keeping the search", async () => {
    await open({ locale: "de-DE" });
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Auswertung von Sample");
    await page.getByRole("searchbox").fill("4 may");
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Evaluation of Sample");
    expect(await shown()).toEqual(["off-by-one"]);
  });

  it.each(["de-DE", "en-US"])("fits a narrow screen with everything unfolded (%s)", async (locale) => {
    await open({ locale, viewport: { width: 320, height: 640 } });
    await page.evaluate("for (const it of document.querySelectorAll('details')) it.open = true");
    expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
  });
});
