import path from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startLlmServer } from "../fakes/llm-server.js";
import {
  axeViolations,
  collectComplaints,
  freePort,
  launchChromium,
  type RealServer,
  startRealServer,
} from "./real-server.js";
import { CHROMIUM } from "./widget-stage.js";

const KEY = "ask-key";

/** Pictures for people to look at, made anew by each run. */
const PICTURES = path.resolve(import.meta.dirname, "../../screenshots");

describe.skipIf(CHROMIUM === undefined)("the demo page, in a real browser", () => {
  let open: RealServer;
  let keyed: RealServer;
  let browser: Browser;
  let context: BrowserContext | undefined;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [open, keyed, browser] = await Promise.all([
      startRealServer(),
      startRealServer({ KONSIL_API_KEYS: KEY }),
      launchChromium(),
    ]);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await Promise.all([open?.close(), keyed?.close()]);
  });

  async function visit(address: string, options: BrowserContextOptions = {}) {
    await context?.close();
    context = await browser.newContext({ locale: "de-DE", ...options });
    page = await context.newPage();
    complaints = collectComplaints(page, [new URL(address).origin]);
    await page.goto(address);
    await page.locator(".card, #key-form:visible").first().waitFor();
  }

  afterEach(() => {
    // What a page without a key is first refused with is no mistake of the page.
    expect(complaints.filter((text) => !text.includes("status of 401"))).toEqual([]);
  });

  const ask = async (question: string) => {
    await page.locator("konsil-chat").getByRole("textbox").fill(question);
    await page.keyboard.press("Enter");
  };
  const answer = (text: string) => page.locator("konsil-chat [part~=answer]", { hasText: text }).first();

  it("answers by keyboard alone, and a marker opens the quotation, which leads to its place in the document", async () => {
    await visit(open.url);
    await ask("Wer leitet das WTZ Münster?");
    await answer("Annalen Bleckmann").waitFor();
    await page.locator("konsil-chat [part~=marker]").first().focus();
    await page.keyboard.press("Enter");
    const quote = page.locator("konsil-chat [part~=quote]").first();
    await quote.waitFor();
    expect(await quote.textContent()).toContain("Direktorin des WTZ Münster");
    const link = page.locator("konsil-chat").getByRole("link", { name: "Im Dokument zeigen" }).first();
    await page.goto((await link.getAttribute("href")) ?? "");
    await page.locator("mark", { hasText: "Direktorin des WTZ Münster" }).waitFor();
  });

  describe.each([
    { width: 1280, height: 900 },
    { width: 390, height: 844 },
  ])("$width pixels wide", (viewport) => {
    it.each([
      { locale: "de-DE", colorScheme: "light", question: "Wer leitet das WTZ Münster?", fact: "Annalen Bleckmann" },
      { locale: "de-DE", colorScheme: "dark", question: "Wie viele Betten hat die Charité?", fact: "Betten" },
      { locale: "en-GB", colorScheme: "light", question: "Who is Annalen Bleckmann?", fact: "WTZ Münster" },
      { locale: "en-GB", colorScheme: "dark", question: "How many employees does Charité have?", fact: "24,000" },
    ] as const)(
      "shows an answer within the screen, and leaves a picture of it: $locale, $colorScheme",
      async ({ locale, colorScheme, question, fact }) => {
        await visit(open.url, { locale, colorScheme, viewport, reducedMotion: "reduce" });
        await ask(question);
        await answer(fact).waitFor();
        await page.locator("konsil-chat [part~=panel]").first().scrollIntoViewIfNeeded();
        const panel = await page.locator("konsil-chat [part~=panel]").first().boundingBox();
        expect(panel?.x).toBeGreaterThanOrEqual(0);
        expect((panel?.x ?? 0) + (panel?.width ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(viewport.width);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(viewport.width);
        const name = `${viewport.width}-${locale.slice(0, 2)}-${colorScheme}.png`;
        await page.screenshot({ path: path.join(PICTURES, name) });
      },
    );
  });

  it("lists the documents, newest first, and leads to each of them", async () => {
    await visit(open.url);
    expect(await page.locator(".card-date").allTextContents()).toEqual([
      "9. Februar 2026",
      "7. Juli 2025",
      "Ohne Datum",
    ]);
    expect(await page.locator("#count").textContent()).toBe("3 Dokumente");
    await page.getByRole("link", { name: /^Lesen: Northwestern Medicine/ }).click();
    await page.locator("article h1", { hasText: "Northwestern Medicine" }).waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe("de");
  });

  it("shows differently that there is no answer", async () => {
    await visit(open.url);
    await ask("Wie viele Betten hat das Universitätsklinikum Münster?");
    await answer("Dazu steht nichts in den Dokumenten").waitFor();
    expect(await page.locator("konsil-chat [part~=marker]").count()).toBe(0);
  });

  it("says which language model worded an answer", async () => {
    const model = await startLlmServer({ reply: "Das WTZ Münster leitet Annalen Bleckmann als Direktorin. [1]" });
    const writer = { KONSIL_WRITER: "openai", KONSIL_WRITER_URL: model.url, KONSIL_WRITER_MODEL: "served-model" };
    const server = await startRealServer(writer);
    await visit(server.url);
    await ask("Wer leitet das WTZ Münster?");
    await answer("leitet Annalen Bleckmann als Direktorin").waitFor();
    await answer("Formuliert von served-model").waitFor();
    await context?.close();
    await server.close();
    await model.close();
  });

  it("speaks English when told to, and keeps the conversation", async () => {
    await visit(open.url);
    await ask("Wer leitet das WTZ Münster?");
    await answer("Annalen Bleckmann").waitFor();
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("heading", { name: "What we are doing with others" }).waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
    await answer("Annalen Bleckmann").waitFor();
    await ask("Und was sagt sie über Teamarbeit?");
    await answer("Teamarbeit verlangt").waitFor();
  });

  it("turns dark and light on request, with the chat in it, and keeps that", async () => {
    await visit(open.url, { colorScheme: "light" });
    const paper = () => page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    const light = await paper();
    const dark = page.getByRole("button", { name: "Dunkle Farben" });
    await dark.click();
    expect(await dark.getAttribute("aria-pressed")).toBe("true");
    expect(await paper()).not.toBe(light);
    expect(await page.locator("konsil-chat").getAttribute("theme")).toBe("dark");
    await page.reload();
    expect(await page.locator("konsil-chat").getAttribute("theme")).toBe("dark");
    await dark.click();
    expect(await paper()).toBe(light);
  });

  it("asks for a key where the server wants one, says when it is wrong, and then answers", async () => {
    await visit(keyed.url);
    expect(await page.locator("konsil-chat").count()).toBe(0);
    const key = page.getByLabel("Zugangsschlüssel");
    await key.fill("falsch");
    await page.keyboard.press("Enter");
    await page.getByText("Dieser Schlüssel gilt hier nicht.").waitFor();
    await key.fill(KEY);
    await page.keyboard.press("Enter");
    await page.locator(".card").first().waitFor();
    await ask("Wer leitet das WTZ Münster?");
    await answer("Annalen Bleckmann").waitFor();
    // The key holds for this tab: on the next page, and in the document view.
    await page.reload();
    await page.getByRole("link", { name: /^Lesen: Northwestern Medicine/ }).click();
    await page.locator("article h1", { hasText: "Northwestern Medicine" }).waitFor();
  });

  it("needs no key where the operator has listed the server itself", async () => {
    const port = await freePort();
    const own = `http://127.0.0.1:${port}`;
    const environment = { KONSIL_PORT: String(port), KONSIL_API_KEYS: KEY, KONSIL_WIDGET_ORIGINS: own };
    const server = await startRealServer(environment);
    await visit(server.url);
    await ask("Wer leitet das WTZ Münster?");
    await answer("Annalen Bleckmann").waitFor();
    await context?.close();
    await server.close();
  });

  it.each([
    ["light", { colorScheme: "light", locale: "de-DE" }],
    ["dark", { colorScheme: "dark", locale: "en-GB" }],
    ["forced colours", { forcedColors: "active", locale: "de-DE" }],
    ["a phone", { viewport: { width: 390, height: 844 }, locale: "en-GB" }],
  ] as const)("is accessible, with and without a key (%s)", async (_name, options) => {
    await visit(open.url, options);
    expect(await axeViolations(page)).toEqual([]);
    await visit(keyed.url, options);
    expect(await axeViolations(page)).toEqual([]);
  });

  it.each([320, 390])("fits a screen of %i px", async (width) => {
    for (const locale of ["de-DE", "en-GB"]) {
      await visit(open.url, { viewport: { width, height: 640 }, locale });
      expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
    }
  });
});
