import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sampleRefusal, sampleTrial, UNANSWERED } from "../../evals/metrics/sample-trial.js";
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
const report = buildReport({
  subject: { name: "Sample", version: "1" },
  selection: null,
  known: [],
  sets: [{ documents: { name: "corpus", version: "1" }, trials, baseline: null }],
});
const timings = {
  at: "2026-01-02T03:04:05.000Z",
  atOnce: 2,
  sets: [{ over: "corpus" as const, milliseconds: { "latency-p50": { value: 20, low: 10, high: 30, trials: 4 } } }],
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
      "Latency",
      "Metrics",
      "Failed cases",
    ]);
    expect(await page.locator(".chart svg .whisker").count()).toBeGreaterThan(0);
    expect(await shown()).toEqual(["off-by-one", "hostile", "refused"]);
    expect(await page.locator("[data-case=hostile] summary p").textContent()).toBe(HOSTILE);
    expect(await page.title()).toBe("Evaluation of Sample");
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
