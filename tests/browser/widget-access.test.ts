import { createRequire } from "node:module";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { refusal, streamOf } from "./breaking-proxy.js";
import { readWidget, type WidgetReader } from "./widget-reader.js";
import { CHROMIUM, pageWith, setWidgetStage, type WidgetStage } from "./widget-stage.js";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const TAG = '<script src="/widget.js" defer></script>';
const ANSWERED = "Wer leitet das WTZ Münster?";
const UNANSWERED = "Wie viele Betten hat das Universitätsklinikum Münster?";
const BEGUN = [{ type: "text.delta", text: "So viel kam noch." }];

const COLOURS: readonly (readonly [string, BrowserContextOptions])[] = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["forced colours", { forcedColors: "active" }],
  ["a bright accent", { extraHTTPHeaders: {} }],
];

describe.skipIf(CHROMIUM === undefined)("the chat widget for everybody", () => {
  let stage: WidgetStage;
  let page: Page;
  let widget: WidgetReader;

  beforeAll(async () => {
    stage = await setWidgetStage();
    stage.proxy.page("/chat", pageWith(`${TAG}<konsil-chat></konsil-chat>`));
    stage.proxy.page("/inline", pageWith(`${TAG}<konsil-chat mode="inline"></konsil-chat>`));
    const bright = "<style>konsil-chat { --konsil-accent: #ffd400 }</style>";
    stage.proxy.page("/bright", pageWith(`${TAG}<konsil-chat></konsil-chat>`, { head: bright }));
  }, 120_000);

  afterAll(() => stage?.close());

  afterEach(async () => {
    stage.proxy.mend();
    await page.close();
  });

  async function visit(path: string, options: BrowserContextOptions = {}) {
    page = await stage.browser.newPage({ locale: "de-DE", reducedMotion: "reduce", ...options });
    await page.goto(stage.proxy.url + path);
    widget = readWidget(page);
  }

  /** What axe has to say of the page as it is. */
  async function violations(): Promise<unknown> {
    if (!(await page.evaluate("'axe' in window"))) await page.addScriptTag({ path: AXE });
    return page.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.html + " " + node.failureSummary).join(" ")))`,
    );
  }

  describe.each(COLOURS)("in %s", (name, options) => {
    it("has no violation that axe finds, in any state", { timeout: 180_000 }, async () => {
      const seen: Record<string, unknown> = {};
      const look = async (state: string) => {
        seen[state] = await violations();
      };
      await visit(name === "a bright accent" ? "/bright" : "/chat", options);
      await widget.launcher.waitFor();
      await look("closed");
      await widget.open();
      await widget.chat.locator(".chip").first().waitFor();
      await look("welcome");
      stage.proxy.breakNext("POST /v1/ask", streamOf(BEGUN), 1);
      await widget.ask(ANSWERED);
      await widget.reply.getByText("So viel").waitFor();
      await look("coming");
      await widget.chat.getByRole("button", { name: "Anhalten" }).click();
      await widget.reply.getByText("Angehalten").waitFor();
      await look("stopped");
      await widget.askFor(ANSWERED);
      await widget.reply.locator(".marker").first().click();
      await look("answer with an open quotation");
      await widget.reply.getByRole("button", { name: "Falsch" }).click();
      await look("comment");
      await widget.reply.getByRole("button", { name: "Absenden" }).click();
      await widget.reply.getByText("Danke").waitFor();
      await look("thanks");
      await widget.askFor(UNANSWERED);
      await widget.reply.locator(".line").first().click();
      await look("abstention");
      stage.proxy.breakNext("POST /v1/ask", refusal(429, "rate_limited", {}, 60), 1);
      await widget.ask("Und jetzt?");
      await widget.reply.getByText("Zu viele Fragen").waitFor();
      await widget.question.fill("x".repeat(2001));
      await look("failure and a question that is too long");
      stage.proxy.breakNext("POST /v1/ask", refusal(503, "index_not_ready", {}, 60), 1);
      await widget.ask("Und nun?");
      await widget.reply.getByText("von selbst").waitFor();
      await look("not ready");
      expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((state) => [state, []])));
      expect(Object.keys(seen)).toHaveLength(10);
    });
  });

  it("has no violation in a page's flow and on a small screen", async () => {
    await visit("/inline");
    await widget.askFor(ANSWERED);
    expect(await violations()).toEqual([]);
    await page.close();
    await visit("/chat", { viewport: { width: 320, height: 568 } });
    await widget.open();
    await widget.askFor(ANSWERED);
    expect(await violations()).toEqual([]);
  });

  it("can be used by keyboard alone, from the page and back to it", async () => {
    await visit("/chat");
    await widget.launcher.waitFor();
    await page.locator("a[href='#news']").focus();
    await page.keyboard.press("Tab");
    await expect.poll(() => widget.focused()).toMatch(/^launcher/);
    await page.keyboard.press("Enter");
    await widget.question.waitFor();
    await expect.poll(() => widget.focused()).toMatch(/^question/);
    await page.keyboard.type(ANSWERED);
    await page.keyboard.press("Enter");
    await widget.reply.locator(".tools").waitFor();

    const walked: string[] = [];
    await widget.chat.getByRole("button", { name: "Schließen" }).focus();
    await page.keyboard.press("Tab");
    for (let step = 0; step < 20; step += 1) {
      const name = (await widget.focused()).replace(/:.*/s, "");
      walked.push(name);
      if (name === "marker" && !walked.slice(0, -1).includes("marker")) {
        await page.keyboard.press("Enter");
        await expect.poll(() => widget.focused()).toMatch(/^source-/);
        await page.keyboard.press("Tab");
        expect(await page.evaluate("document.querySelector('konsil-chat').shadowRoot.activeElement.localName")).toBe(
          "a",
        );
        await page.keyboard.press("Escape");
        await expect.poll(() => widget.focused()).toMatch(/^marker/);
        await expect.poll(() => widget.reply.locator("blockquote").count()).toBe(0);
      }
      if (name === "question") break;
      await page.keyboard.press("Tab");
    }
    expect([...new Set(walked)]).toEqual(["conversation", "marker", "line", "tool", "chip", "question"]);
    await page.keyboard.press("Escape");
    await expect.poll(() => widget.panel.isVisible()).toBe(false);
    await expect.poll(() => widget.focused()).toMatch(/^launcher/);
  });

  it("says whole sentences to a screen reader, politely, and how many sources there are", async () => {
    await visit("/chat");
    await widget.open();
    await widget.askFor(ANSWERED);
    expect(await widget.chat.locator("[role=log]").getAttribute("aria-live")).toBe("polite");
    const told = await widget.told();
    expect(told).toContain("Sucht in den Dokumenten");
    expect(told).toContain("Professorin Annalen Bleckmann ist die Direktorin des WTZ Münster.");
    expect(told).not.toMatch(/\[\d\]/);
    expect(told).toMatch(/Antwort fertig, .*Beleg/);
  });

  it("is a dialog with a name that does not hold the reader, but for a small screen, which it fills", async () => {
    await visit("/chat");
    await widget.open();
    const dialog = page.getByRole("dialog", { name: "Fragen an unsere Dokumente" });
    expect(await dialog.getAttribute("aria-modal")).toBeNull();
    await page.setViewportSize({ width: 320, height: 568 });
    await expect.poll(() => dialog.getAttribute("aria-modal")).toBe("true");
    expect(await widget.panel.boundingBox()).toEqual({ x: 0, y: 0, width: 320, height: 568 });
    await widget.askFor(UNANSWERED);
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press(step < 15 ? "Tab" : "Shift+Tab");
      expect(await page.evaluate("document.activeElement.localName")).toBe("konsil-chat");
    }
  });

  it("needs no scrolling sideways at 320 pixels, and stays in the window at 200 % zoom", async () => {
    for (const viewport of [
      { width: 320, height: 568 },
      { width: 640, height: 360 },
      { width: 640, height: 512 },
    ]) {
      await visit("/chat", { viewport });
      await widget.open();
      await widget.askFor(ANSWERED);
      await widget.reply.locator(".marker").first().click();
      const overflow = await page.evaluate(`(() => {
        const root = document.querySelector("konsil-chat").shadowRoot;
        return [document.documentElement, ...root.querySelectorAll(".panel, .conversation, .reply, .header")]
          .filter((element) => element.scrollWidth > element.clientWidth + 1)
          .map((element) => element.className || element.localName);
      })()`);
      expect(overflow).toEqual([]);
      const box = await widget.panel.boundingBox();
      expect((box?.y ?? -1) >= 0 && (box?.y ?? 0) + (box?.height ?? 0) <= viewport.height).toBe(true);
      if (viewport.height !== 512) await page.close();
    }
  });

  it("has targets of 24 pixels at least, and a ring around what has the focus", async () => {
    await visit("/chat");
    await widget.open();
    await widget.askFor(ANSWERED);
    await widget.reply.locator(".marker").first().click();
    const small = await page.evaluate(`(() => {
      const root = document.querySelector("konsil-chat").shadowRoot;
      return [...root.querySelectorAll("button, a, textarea")]
        .filter((element) => element.checkVisibility())
        .filter((element) => { const box = element.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
        .map((element) => element.outerHTML);
    })()`);
    expect(small).toEqual([]);
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(
      "getComputedStyle(document.querySelector('konsil-chat').shadowRoot.activeElement).outlineStyle",
    );
    expect(outline).toBe("solid");
  });

  it("moves nothing for readers who do not want that", async () => {
    await visit("/chat");
    await widget.open();
    await widget.askFor(ANSWERED);
    const moving = await page.evaluate(`document.querySelector("konsil-chat").shadowRoot.getAnimations().length`);
    expect(moving).toBe(0);
  });
});
