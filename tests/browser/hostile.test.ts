import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { streamOf } from "./breaking-proxy.js";
import { FROZEN, HOSTILE_STYLES, PATCHED_PAGES } from "./hostile/pages.js";
import { watchContext } from "./hostile/watch.js";
import { readWidget, type WidgetReader } from "./widget-reader.js";
import { CHROMIUM, pageWith, setWidgetStage, type WidgetStage } from "./widget-stage.js";

const TAG = '<script src="/widget.js" defer></script>';
const CHAT = `${TAG}<konsil-chat></konsil-chat>`;
const QUESTION = "Wer leitet das WTZ Münster?";
const BEGUN = [
  { type: "answer.started", id: "ans_1", language: "de" },
  { type: "text.delta", text: "Ein erster Satz." },
];

describe.skipIf(CHROMIUM === undefined)("the chat widget in a page that is hard to live in", () => {
  let stage: WidgetStage;
  let page: Page;
  let widget: WidgetReader;
  let alarms: string[];

  beforeAll(async () => {
    stage = await setWidgetStage();
  }, 120_000);

  afterAll(() => stage?.close());

  afterEach(async () => {
    stage.proxy.mend();
    expect(alarms).toEqual([]);
    await page.context().close();
  });

  async function visit(html: string, options: BrowserContextOptions = {}, browser: Browser = stage.browser) {
    stage.proxy.page("/page", html);
    const viewport = { width: 1000, height: 760 };
    const context = await browser.newContext({ locale: "de-DE", reducedMotion: "reduce", viewport, ...options });
    alarms = (await watchContext(context, [stage.proxy.url])).alarms;
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    widget = readWidget(page);
    await page.goto(`${stage.proxy.url}/page`);
  }

  /** Everything that needs the page: question, citation, feedback, a new conversation. */
  async function useAll() {
    if ((await widget.chat.getAttribute("mode")) !== "inline") await widget.open();
    await widget.askFor(QUESTION);
    await widget.reply.locator(".marker").first().click();
    expect(await widget.reply.locator("blockquote").textContent()).toContain("Direktorin");
    await widget.reply.getByRole("button", { name: "Hilfreich" }).click();
    await widget.reply.locator(".thanks").waitFor();
    await widget.chat.getByRole("button", { name: "Neues Gespräch" }).click();
    await widget.chat.locator(".welcome").waitFor();
  }

  describe("by its style sheets", () => {
    const look = () =>
      page.evaluate(`(() => {
        const root = document.querySelector("konsil-chat").shadowRoot;
        const styleOf = (selector) => {
          const { fontSize, lineHeight, letterSpacing, textTransform, color, backgroundColor, opacity, position } =
            getComputedStyle(root.querySelector(selector));
          return { fontSize, lineHeight, letterSpacing, textTransform, color, backgroundColor, opacity, position };
        };
        const { width, height } = root.querySelector(".panel").getBoundingClientRect();
        return { width, height, question: styleOf("#question"), panel: styleOf(".panel"), title: styleOf("#title") };
      })()`);

    /** As in a page without styles of its own, which is the first of them. */
    let usual: unknown;

    it.each(Object.entries(HOSTILE_STYLES))("looks as ever and works: %s", async (_, styles) => {
      await visit(pageWith(`<style>${styles}</style>${CHAT}`));
      await widget.open();
      usual ??= await look();
      expect(await look()).toEqual(usual);
      await page.keyboard.press("Escape");
      await useAll();
    });

    it("shows an inline chat in a page that unsets and hides everything", async () => {
      const styles =
        "* { all: unset !important } konsil-chat { display: none !important; visibility: hidden !important }";
      await visit(pageWith(`<style>${styles}</style>${TAG}<konsil-chat mode="inline"></konsil-chat>`));
      await useAll();
    });

    it("stays readable and usable between the smallest and the largest print", async () => {
      for (const [size, shown] of [
        ["200px", 32],
        ["1px", 14],
      ] as const) {
        await visit(pageWith(`<style>html, body { font-size: ${size} }</style>${CHAT}`));
        await useAll();
        const measured = await page.evaluate(
          `parseFloat(getComputedStyle(document.querySelector("konsil-chat").shadowRoot.querySelector(".root")).fontSize)`,
        );
        expect(measured).toBe(shown);
      }
    });
  });

  describe("by its scripts", () => {
    it("works where everything that a page can freeze is frozen before the script comes", async () => {
      await visit(pageWith(`<script>${FROZEN}</script>${CHAT}`));
      await useAll();
    });

    it.each(Object.entries(PATCHED_PAGES))("works where %s", async (_, script) => {
      await visit(pageWith(`<script>${script}</script>${CHAT}`));
      await useAll();
    });

    it("keeps what is typed from the page's shortcuts, and leaves it Escape and keys with Ctrl", async () => {
      await visit(
        pageWith(`<script>
          window.heard = [];
          for (const type of ["keydown", "keypress", "keyup"]) document.addEventListener(type, ({ key }) => heard.push(type + " " + key));
        </script>${TAG}<konsil-chat mode="inline"></konsil-chat>`),
      );
      await widget.question.focus();
      await page.keyboard.type("s?/g");
      for (const key of ["ArrowLeft", "Backspace"]) await page.keyboard.press(key);
      expect(await page.evaluate("heard")).toEqual([]);
      await page.keyboard.press("Control+k");
      await page.keyboard.press("Escape");
      expect(await page.evaluate("heard.filter((it) => /^keydown (k|Escape)$/.test(it))")).toEqual([
        "keydown k",
        "keydown Escape",
      ]);
      expect(await widget.question.inputValue()).toBe("s?g");
    });

    it("goes on when the page throws in its listeners", async () => {
      await visit(
        pageWith(`<script>for (const name of ["konsil-open", "konsil-answer", "konsil-feedback"]) {
          document.addEventListener(name, () => { throw new Error("of the page"); });
        }</script>${CHAT}`),
      );
      await useAll();
      expect(alarms.splice(0)).toEqual(Array(3).fill("error: of the page"));
    });
  });

  describe("by what it does with the element", () => {
    it("goes on with an answer when the element is moved while it comes", async () => {
      await visit(pageWith(`${CHAT}<aside></aside>`));
      let goOn: () => void = () => undefined;
      stage.proxy.breakNext(
        "POST /v1/ask",
        streamOf(BEGUN, (response) => {
          goOn = () => response.end(`data: ${JSON.stringify({ type: "text.delta", text: " Ein zweiter." })}\n\n`);
        }),
      );
      await widget.open();
      await widget.ask("Was kommt?");
      await widget.reply.getByText("Ein erster Satz.").waitFor();
      await page.evaluate("document.querySelector('aside').append(document.querySelector('konsil-chat'))");
      goOn();
      await widget.reply.getByText("Ein erster Satz. Ein zweiter.").waitFor();
    });

    it("stops when it is taken out, keeps what had come, and goes on when it is put back", async () => {
      await visit(pageWith(CHAT));
      const hungUp: string[] = [];
      const begun = streamOf(BEGUN, (response) => response.on("close", () => hungUp.push("hung up")));
      stage.proxy.breakNext("POST /v1/ask", begun, 1);
      await widget.open();
      await widget.ask("Was kommt?");
      await widget.reply.getByText("Ein erster Satz.").waitFor();
      await page.evaluate("window.chat = document.querySelector('konsil-chat'); chat.remove()");
      await expect.poll(() => hungUp).toEqual(["hung up"]);
      await page.evaluate("document.body.append(chat)");
      await widget.reply.getByText("Angehalten.").waitFor();
      expect(await widget.reply.textContent()).toContain("Ein erster Satz.");
      await widget.askFor(QUESTION);
      expect(await widget.reply.textContent()).toContain("Bleckmann");
    });

    it("is itself beside an older or newer copy of the script, whichever comes first", async () => {
      const health = await (await fetch(`${stage.proxy.url}/widget.js`)).text();
      const other = health.replaceAll("Hilfreich", "Nützlich");
      expect(other).not.toBe(health);
      stage.proxy.page("/other/widget.js", other, { "content-type": "text/javascript" });
      const otherTag = '<script src="/other/widget.js" defer></script>';
      for (const [tags, label] of [
        [TAG + otherTag, "Hilfreich"],
        [`${otherTag.replace(" defer", ' data-server="/" defer')}${TAG}`, "Nützlich"],
      ] as const) {
        await visit(pageWith(`${tags}<konsil-chat server="/"></konsil-chat>`));
        await widget.open();
        await widget.askFor(QUESTION);
        expect(await widget.reply.getByRole("button", { name: label }).count()).toBe(1);
        expect(await page.locator("konsil-chat").count()).toBe(1);
      }
    });

    it("falls back on its own words where a page sets properties to anything", async () => {
      await visit(pageWith(CHAT));
      await page.evaluate(`(async () => {
        const chat = document.querySelector("konsil-chat");
        for (const value of [null, undefined, 7, true, {}, [], [7], Symbol.iterator, () => 1, { title: 7 }, NaN]) {
          for (const name of ["texts", "examples"]) chat[name] = value;
          await chat.updateComplete;
        }
      })()`);
      await useAll();
    });
  });

  describe("by what is kept", () => {
    it("leaves localStorage, cookies, databases, caches and workers alone", async () => {
      await visit(pageWith(CHAT));
      await useAll();
      const left = `(async () => [localStorage.length, document.cookie, (await indexedDB.databases()).length,
        (await navigator.serviceWorker?.getRegistrations() ?? []).length, history.length, document.title])()`;
      expect(await page.evaluate(left)).toEqual([0, "", 0, 0, 2, "Intranet"]);
    });

    it("keeps the newest questions where the room in the tab is not enough, and says that older ones are gone", async () => {
      await visit(pageWith(CHAT));
      await widget.open();
      for (const question of [QUESTION, "Was ist das WTZ Münster?", "Wer leitet das Klinikum Osnabrück?"]) {
        await widget.askFor(question);
      }
      // The tab is full but for what the newest exchange needs, and a little.
      await page.evaluate(`(() => {
        const key = "konsil:" + location.origin + ":";
        dispatchEvent(new PageTransitionEvent("pagehide"));
        const { exchanges, ...rest } = JSON.parse(sessionStorage.getItem(key));
        const room = JSON.stringify({ ...rest, exchanges: exchanges.slice(-1) }).length + 400;
        sessionStorage.removeItem(key);
        for (let size = 1 << 22; size > 0; size >>= 1) {
          try { sessionStorage.setItem("page " + size, "x".repeat(size)); } catch {}
        }
        const large = Object.keys(sessionStorage).find((name) => sessionStorage.getItem(name).length > room);
        sessionStorage.setItem(large, "x".repeat(sessionStorage.getItem(large).length - room));
      })()`);
      await widget.question.fill("Entwurf");
      await page.reload();
      await widget.reply.locator(".tools").waitFor();
      expect(await widget.chat.locator(".exchange").count()).toBe(1);
      expect(await widget.chat.locator(".question").textContent()).toContain("Klinikum Osnabrück");
      expect(await widget.chat.locator(".shortened").textContent()).toContain("Ältere Fragen");
      expect(await widget.question.inputValue()).toBe("Entwurf");
      await widget.chat.getByRole("button", { name: "Neues Gespräch" }).click();
      expect(await widget.chat.locator(".shortened").count()).toBe(0);
    });

    it("has what was asked on another page of the tab when the reader goes back", async () => {
      const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
      const ignoreDefaultArgs = ["--disable-back-forward-cache"];
      const browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args, ignoreDefaultArgs });
      try {
        await visit(pageWith(CHAT), {}, browser);
        await page.evaluate("addEventListener('pageshow', (event) => { window.cameBack = event.persisted; })");
        await widget.open();
        await widget.askFor(QUESTION);
        await page.goto(`${stage.proxy.url}/page?elsewhere`);
        await widget.askFor("Was ist das WTZ Münster?");
        await page.goBack({ waitUntil: "commit" });
        await expect.poll(() => page.evaluate("window.cameBack")).toBe(true);
        await expect.poll(() => widget.chat.locator(".exchange").count()).toBe(2);
        await widget.askFor("Wer leitet das Klinikum Osnabrück?");
        await page.goForward({ waitUntil: "commit" });
        await expect.poll(() => widget.chat.locator(".exchange").count()).toBe(3);
      } finally {
        await page.context().close();
        await browser.close();
        await visit(pageWith(CHAT));
      }
    });
  });
});
