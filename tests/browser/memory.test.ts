import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWidget, type WidgetReader } from "./widget-reader.js";
import { CHROMIUM, pageWith, setWidgetStage, type WidgetStage } from "./widget-stage.js";

const QUESTIONS = [
  "Wer leitet das WTZ Münster?",
  "Was ist das WTZ Münster?",
  "Was planen Charité und Siemens Healthineers?",
];
/** So many exchanges are shown at most: from here on nothing may grow. */
const SHOWN = 50;
const ASKED = 200;

interface Measured {
  /** Bytes of the page's script after garbage collection. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Characters in the tab's storage. */
  readonly kept: number;
}

describe.skipIf(CHROMIUM === undefined)("a conversation that goes on for long", () => {
  let stage: WidgetStage;
  let page: Page;
  let widget: WidgetReader;
  let devTools: CDPSession;

  beforeAll(async () => {
    stage = await setWidgetStage();
    stage.proxy.page("/chat", pageWith('<script src="/widget.js" defer></script><konsil-chat></konsil-chat>'));
    page = await stage.browser.newPage({ locale: "de-DE", reducedMotion: "reduce" });
    widget = readWidget(page);
    devTools = await page.context().newCDPSession(page);
    await devTools.send("Performance.enable");
  }, 120_000);

  afterAll(() => stage?.close());

  /** In the page, one after the other: asked, a quotation opened, the answer judged now and then. */
  const askUntil = (from: number, to: number) =>
    page.evaluate(`(async () => {
      const chat = document.querySelector("konsil-chat");
      const questions = ${JSON.stringify(QUESTIONS)};
      for (let count = ${from}; count < ${to}; count += 1) {
        const answered = new Promise((heard) => chat.addEventListener("konsil-answer", heard, { once: true }));
        chat.ask(questions[count % questions.length]);
        await answered;
        // The next question can be asked when the stream is at its end.
        while (chat.shadowRoot.querySelector(".composer [type=submit]") === null) {
          await new Promise((later) => setTimeout(later));
        }
        const newest = [...chat.shadowRoot.querySelectorAll(".exchange")].at(-1);
        newest.querySelector(".marker")?.click();
        if (count % 10 === 0) newest.querySelector("[data-verdict=helpful]").click();
        await chat.updateComplete;
      }
    })()`);

  async function measure(): Promise<Measured> {
    await page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))");
    // Twice: what the first collection lets go of may have held something else.
    await devTools.send("HeapProfiler.collectGarbage");
    await devTools.send("HeapProfiler.collectGarbage");
    const { metrics } = await devTools.send("Performance.getMetrics");
    const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return {
      heap: value("JSHeapUsedSize"),
      nodes: value("Nodes"),
      listeners: value("JSEventListeners"),
      kept: Number(await page.evaluate("Object.values({ ...sessionStorage }).join('').length")),
    };
  }

  const LONG = { timeout: 180_000 };
  it(
    `takes no more memory after ${ASKED} questions than after ${SHOWN}, and says that older are gone`,
    LONG,
    async () => {
      await page.goto(`${stage.proxy.url}/chat`);
      await widget.open();
      const empty = await measure();
      await askUntil(0, SHOWN);
      expect(await widget.chat.locator(".shortened").count()).toBe(0);
      const before = await measure();
      await askUntil(SHOWN, ASKED);
      const after = await measure();

      expect(await widget.chat.locator(".exchange").count()).toBe(SHOWN);
      expect(await widget.chat.locator(".shortened").textContent()).toContain("Ältere Fragen");
      expect(stage.proxy.seen.filter((what) => what === "POST /v1/ask")).toHaveLength(ASKED);

      // What the answers take that are shown. With a leak of a sixth of an answer for each of the 150 later ones, half as
      // much would come on top.
      const ofAnswers = (name: keyof Measured) => before[name] - empty[name];
      for (const name of ["heap", "nodes", "listeners", "kept"] as const) {
        expect(ofAnswers(name), name).toBeGreaterThan(0);
        expect((after[name] - empty[name]) / ofAnswers(name), name).toBeLessThan(1.5);
      }
    },
  );

  it("gives everything back when a new conversation is begun", async () => {
    const full = await measure();
    await widget.chat.getByRole("button", { name: "Neues Gespräch" }).click();
    await widget.chat.locator(".welcome").waitFor();
    const cleared = await measure();
    expect(cleared.nodes).toBeLessThan(full.nodes / 4);
    expect(cleared.kept).toBeLessThan(full.kept / 10);
  });
});
