import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.js";
import { startServer } from "../../src/server.js";
import { startLlmServer } from "../fakes/llm-server.js";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((file) =>
  existsSync(file),
);
if (CHROMIUM === undefined) console.warn("No Chromium on this machine: the browser tests are skipped.");

describe.skipIf(CHROMIUM === undefined)("the page, in a real browser", () => {
  let data: string;
  let url: string;
  let stop: () => Promise<void>;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  /** Ready, on a free port. */
  async function start(environment: Record<string, string>) {
    const config = readConfig({ ...environment, KONSIL_PORT: "0", KONSIL_LOG: "silent" });
    const silent = () => undefined;
    const server = await startServer(config, { out: silent, err: silent, progress: silent });
    await server.ready;
    return server;
  }

  beforeAll(async () => {
    data = mkdtempSync(path.join(tmpdir(), "konsil-page-"));
    const server = await start({ KONSIL_DATA: path.join(data, "plain") });
    stop = () => server.close();
    url = server.url;
    const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await stop?.();
    rmSync(data, { recursive: true, force: true });
  });

  beforeEach(async () => {
    page = await browser.newPage({ locale: "de-DE" });
    complaints = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => !request.url().startsWith(url) && complaints.push(request.url()));
    await page.goto(url);
  });

  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.close();
  });

  const ask = async (question: string) => {
    await page.getByRole("textbox").fill(question);
    await page.keyboard.press("Enter");
  };

  it("answers by keyboard alone, and a marker opens the quotation", async () => {
    await ask("Wer leitet das WTZ Münster?");
    await page.locator(".reply .said", { hasText: "Annalen Bleckmann" }).waitFor();
    await page.locator(".reply .marker").first().focus();
    await page.keyboard.press("Enter");
    const source = page.locator(".reply .sources details[open]");
    await source.waitFor();
    expect(await source.textContent()).toContain("Direktorin des WTZ Münster");
  });

  it("shows differently that there is no answer", async () => {
    await ask("Wie viele Betten hat das Universitätsklinikum Münster?");
    await page.locator(".reply.abstained .badge").waitFor();
    expect(await page.locator(".reply .marker").count()).toBe(0);
  });

  it("says which language model worded an answer", async () => {
    const reply = "Das WTZ Münster leitet Annalen Bleckmann als Direktorin. [1]";
    const model = await startLlmServer({ reply });
    const writer = { KONSIL_WRITER: "openai", KONSIL_WRITER_URL: model.url, KONSIL_WRITER_MODEL: "served-model" };
    const server = await start({ KONSIL_DATA: path.join(data, "worded"), ...writer });
    const home = url;
    url = server.url;
    await page.goto(url);
    await ask("Wer leitet das WTZ Münster?");
    await page.locator(".reply .said", { hasText: "leitet Annalen Bleckmann als Direktorin" }).waitFor();
    await page.locator(".reply .as-of", { hasText: "Formuliert von served-model" }).waitFor();
    expect(await page.locator(".reply .marker").count()).toBe(1);
    url = home;
    await server.close();
    await model.close();
  });

  it("carries the conversation along", async () => {
    await ask("Wer leitet das WTZ Münster?");
    await page.locator(".reply .said", { hasText: "Annalen Bleckmann" }).waitFor();
    await ask("Und was sagt sie über Teamarbeit?");
    await page.locator(".reply .said", { hasText: "Teamarbeit verlangt" }).waitFor();
  });

  it("speaks English when told to, and fits a narrow screen", async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
    await ask("Who is the director of WTZ Münster?");
    await page.locator(".reply .said", { hasText: "Annalen Bleckmann" }).waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
  });
});
