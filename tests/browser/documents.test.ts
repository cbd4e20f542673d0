import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, collectComplaints, launchChromium, type RealServer, startRealServer } from "./real-server.js";
import { CHROMIUM } from "./widget-stage.js";

const HOSTILE = `</h1><script>alert(1)</script><img src=x onerror="alert(2)"> 🌽`;
const KEY = "ask+key/1";

describe.skipIf(CHROMIUM === undefined)("the document view, in a real browser", () => {
  let open: RealServer;
  let keyed: RealServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [open, keyed, browser] = await Promise.all([
      startRealServer(),
      startRealServer({ KONSIL_API_KEYS: KEY }),
      launchChromium(),
    ]);
    const hostile = { id: "hostile", title: HOSTILE, publisher: HOSTILE, text: `🌽 ${HOSTILE}\n\nThe end.` };
    const headers = { "content-type": "application/json" };
    await fetch(`${open.url}/v1/documents`, { method: "POST", headers, body: JSON.stringify(hostile) });
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await Promise.all([open?.close(), keyed?.close()]);
  });

  async function visit(address: string, options: BrowserContextOptions = {}) {
    context = await browser.newContext({ locale: "de-DE", ...options });
    page = await context.newPage();
    complaints = collectComplaints(page, [open.url, keyed.url]);
    await page.goto(address);
  }

  afterEach(async () => {
    // What a locked document is first refused with is no mistake of the page.
    expect(complaints.filter((text) => !/status of 40[14]/.test(text))).toEqual([]);
    await context.close();
  });

  const textOf = async (id: string) => (await fetch(`${open.url}/v1/documents/${id}/text`)).text();
  const marked = () => page.locator("mark").allTextContents();
  /** `waitForFunction` would evaluate text in the page, which its policy forbids. */
  const waitUntilInView = (selector: string) =>
    expect
      .poll(() =>
        page.evaluate(`(() => {
          const { top, bottom } = document.querySelector("${selector}")?.getBoundingClientRect() ?? { top: -1 };
          return top >= 0 && bottom <= innerHeight;
        })()`),
      )
      .toBe(true);

  it("highlights the quotation by its offsets, and scrolls to it", async () => {
    const text = await textOf("northwestern-medicine");
    const quote = "Siemens Healthineers ist weltweit in mehr als 180 Ländern aktiv.";
    const start = text.indexOf(quote);
    await visit(`${open.url}/documents/northwestern-medicine#quote=${start}-${start + quote.length}`);
    await page.getByText("Das Zitat ist im Text hervorgehoben.").waitFor();
    expect(await marked()).toEqual([quote]);
    await waitUntilInView("mark");
    await page.evaluate("scrollTo(0, 0)");
    await page.getByRole("button", { name: "Zum Zitat" }).focus();
    await page.keyboard.press("Enter");
    await waitUntilInView("mark:focus");
  });

  it("highlights several quotations, also across blocks and over one another", async () => {
    const text = await textOf("charite");
    const from = text.indexOf("At a glance");
    const to = text.indexOf("announced on 7 July");
    await visit(`${open.url}/documents/charite#quote=${from}-${to}&quote=${to - 3}-${to + 9}`, { locale: "en-GB" });
    await page.getByText("2 quotations are highlighted.").waitFor();
    expect((await marked()).join("")).toBe(text.slice(from, to + 9).replaceAll("\n", ""));
    expect(await page.getByRole("button").allTextContents()).toEqual(["Go to quotation 1", "Go to quotation 2"]);
    expect(await page.locator("article").innerText()).toContain("announced on 7 July 2025 that they will");
  });

  it("follows the address when another place is named", async () => {
    await visit(`${open.url}/documents/charite#quote=0-7`);
    expect(await marked()).toEqual(["Charité"]);
    await page.evaluate("location.hash = '#quote=8-11'");
    await expect.poll(marked).toEqual(["and"]);
  });

  it.each(["5-2", "0-999999", "x", "-5-8"])("says so plainly when there is no such place (%s)", async (place) => {
    await visit(`${open.url}/documents/charite#quote=${place}`);
    await page.getByText("Eine Stelle, die in der Adresse steht, gibt es in diesem Dokument nicht.").waitFor();
    expect(await marked()).toEqual([]);
    expect(await page.locator("article").innerText()).toContain("announced on 7 July 2025");
  });

  it("is readable without any script", async () => {
    await visit(`${open.url}/documents/charite`, { javaScriptEnabled: false });
    expect(await page.locator("article").innerText()).toContain("announced on 7 July 2025");
  });

  it("shows whatever documents say as text, with offsets that hold", async () => {
    const text = await textOf("hostile");
    const start = text.indexOf("<img");
    await visit(`${open.url}/documents/hostile#quote=${start}-${start + 4}`);
    expect(await page.locator("h1").textContent()).toContain("<script>alert(1)</script>");
    expect(await marked()).toEqual(["<img"]);
    expect(await page.locator("main script, main img").count()).toBe(0);
  });

  it("says that there is no such document", async () => {
    await visit(`${open.url}/documents/nobody`, { locale: "en-GB" });
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("There is no such document here");
  });

  it("takes the widget's access out of the address at once, and still has it after a reload", async () => {
    const access = encodeURIComponent(KEY);
    await visit(`${keyed.url}/documents/northwestern-medicine#quote=0-21&access=${access}`);
    await page.locator("mark", { hasText: "Northwestern Medicine" }).waitFor();
    expect(page.url()).toBe(`${keyed.url}/documents/northwestern-medicine#quote=0-21`);
    expect(await page.title()).toContain("Zusammenarbeit in der Krebsversorgung");
    await page.reload();
    await page.locator("mark", { hasText: "Northwestern Medicine" }).waitFor();
  });

  it("asks for a key where it has none, and says when one is wrong", async () => {
    await visit(`${keyed.url}/documents/charite#quote=0-7`);
    const key = page.getByLabel("Zugangsschlüssel");
    await key.fill("wrong");
    await page.keyboard.press("Enter");
    await page.getByText("Dieser Zugang gilt hier nicht, oder nicht mehr.").waitFor();
    await key.fill("kein Schlüssel");
    await page.keyboard.press("Enter");
    await page.getByText("Dieser Zugang gilt hier nicht, oder nicht mehr.").waitFor();
    await key.fill(KEY);
    await page.keyboard.press("Enter");
    await page.locator("mark", { hasText: "Charité" }).waitFor();
  });

  it("says how to go on where the access of the chat has ended", async () => {
    await visit(`${keyed.url}/documents/charite#quote=0-7&access=ended`);
    await page.getByText("Bitte öffnen Sie das Dokument noch einmal aus dem Chat.").waitFor();
    expect(await page.getByLabel("Zugangsschlüssel").isVisible()).toBe(true);
  });

  it("says that there is no such document to whoever has a key, too", async () => {
    await visit(`${keyed.url}/documents/nobody#access=${encodeURIComponent(KEY)}`);
    await page.getByText("Dieses Dokument gibt es hier nicht.").waitFor();
  });

  it.each([
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["forced colours", { forcedColors: "active" }],
  ] as const)("is accessible in every state (%s)", async (_name, options) => {
    for (const address of [
      `${open.url}/documents/northwestern-medicine#quote=104-110&quote=200-210`,
      `${open.url}/documents/charite#quote=9-2`,
      `${open.url}/documents/nobody`,
      `${keyed.url}/documents/charite`,
    ]) {
      await visit(address, options);
      await page.locator("#quotes-said:not(:empty), #key-form:visible, .problem").first().waitFor();
      expect(await axeViolations(page), address).toEqual([]);
      await context.close();
    }
  });

  it("fits a narrow screen, and prints the document alone", async () => {
    await visit(`${open.url}/documents/hostile#quote=3-9`, { viewport: { width: 320, height: 640 } });
    expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".bar, .quotes").filter({ visible: true }).count()).toBe(0);
    expect(await page.locator("article").isVisible()).toBe(true);
  });
});
