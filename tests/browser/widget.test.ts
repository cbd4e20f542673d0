import type { ServerResponse } from "node:http";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Answer, answerSchema } from "../../src/contracts/answer.js";
import { streamOf } from "./breaking-proxy.js";
import { readWidget, type WidgetReader } from "./widget-reader.js";
import { CHROMIUM, pageWith, setWidgetStage, type WidgetStage } from "./widget-stage.js";

const TAG = '<script src="/widget.js" defer></script>';
const ANSWERED = "Wer leitet das WTZ Münster?";
const UNANSWERED = "Wie viele Betten hat das Universitätsklinikum Münster?";

describe.skipIf(CHROMIUM === undefined)("the chat widget in a page", () => {
  let stage: WidgetStage;
  let page: Page;
  let widget: WidgetReader;
  let complaints: string[];

  beforeAll(async () => {
    stage = await setWidgetStage();
    const { proxy } = stage;
    proxy.page("/floating", pageWith(`${TAG}<konsil-chat></konsil-chat>`));
    proxy.page("/english", pageWith(`${TAG}<konsil-chat></konsil-chat>`, { lang: "en-GB" }));
    proxy.page("/inline", pageWith(`${TAG}<konsil-chat mode="inline"></konsil-chat>`));
    proxy.page("/forgetful", pageWith(`${TAG}<konsil-chat storage="none"></konsil-chat>`));
    proxy.page("/script-alone", pageWith('<script src="/widget.js" data-lang="en" data-open defer></script>'));
    proxy.page(
      "/twice",
      pageWith(`${TAG}${TAG}<konsil-chat></konsil-chat><script src="/widget.js" data-konsil></script>`),
    );
    proxy.page(
      "/right-to-left",
      pageWith(
        `${TAG}<div dir="rtl"><konsil-chat></konsil-chat><konsil-chat name="own" texts='{"title":"اسأل وثائقنا"}'></konsil-chat></div>`,
      ),
    );
    proxy.page("/plain-first", pageWith(`${TAG}<script src="/widget.js" data-open defer></script>`));
    proxy.page(
      "/two",
      pageWith(
        `${TAG}<konsil-chat id="left" name="left" position="left"></konsil-chat><konsil-chat id="right" name="right"></konsil-chat>`,
      ),
    );
    proxy.page(
      "/own-texts",
      pageWith(`${TAG}<konsil-chat examples='["Wer leitet das WTZ Münster?"]' texts='{"title":"Fragen Sie das Haus"}'>
        <p slot="greeting">Guten Tag!</p><a slot="notice" href="#privacy">Datenschutz</a>
        <script type="application/json">{"launcher": "Frage ans Haus", "unknown": "x", "send": 7}</script>
      </konsil-chat>`),
    );
  }, 120_000);

  afterAll(() => stage?.close());

  async function visit(path: string, options: BrowserContextOptions = {}) {
    await page?.close();
    page = await stage.browser.newPage({ locale: "de-DE", ...options });
    complaints = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !message.location().url.endsWith("/favicon.ico"))
        complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(stage.proxy.url)) complaints.push(request.url());
    });
    await page.goto(stage.proxy.url + path);
    widget = readWidget(page);
  }

  beforeEach(() => visit("/floating"));

  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.close();
  });

  describe("opening and closing", () => {
    it("starts closed, asks the server for nothing, and opens by its button", async () => {
      await widget.launcher.waitFor();
      await expect.poll(() => widget.panel.isVisible()).toBe(false);
      const before = stage.proxy.seen.filter((what) => what.includes("/v1/")).length;
      await page.waitForLoadState("networkidle");
      expect(stage.proxy.seen.filter((what) => what.includes("/v1/"))).toHaveLength(before);
      await widget.open();
      expect(await widget.launcher.getAttribute("aria-expanded")).toBe("true");
      expect(await page.locator("konsil-chat[open]").count()).toBe(1);
      await widget.chat.getByRole("button", { name: "Schließen" }).click();
      await expect.poll(() => widget.panel.isVisible()).toBe(false);
    });

    it("tells the page when it opens and closes", async () => {
      await page.evaluate(`window.heard = [];
        for (const name of ["konsil-open", "konsil-close"]) document.body.addEventListener(name, (event) => heard.push(event.type));`);
      await widget.open();
      await page.keyboard.press("Escape");
      await page.evaluate("document.querySelector('konsil-chat').show()");
      await widget.question.waitFor();
      await page.evaluate("document.querySelector('konsil-chat').hide()");
      await widget.question.waitFor({ state: "hidden" });
      await expect
        .poll(() => page.evaluate("heard"))
        .toEqual(["konsil-open", "konsil-close", "konsil-open", "konsil-close"]);
    });

    it("comes with the script tag alone, as that says", async () => {
      await visit("/script-alone");
      await widget.question.waitFor();
      expect(await widget.launcher.textContent()).toBe("Ask Konsil");
      expect(await widget.focused()).toBe("");
    });

    it("stays one when the script is there more than once", async () => {
      await visit("/twice");
      await widget.launcher.waitFor();
      expect(await page.locator("konsil-chat").count()).toBe(1);
      await visit("/plain-first");
      await widget.question.waitFor();
      expect(await page.locator("konsil-chat").count()).toBe(1);
    });

    it("reads from left to right on a page that does not, unless the page's own texts do not", async () => {
      const directions = `[...document.querySelectorAll("konsil-chat")].map((chat) =>
        getComputedStyle(chat.shadowRoot.querySelector(".root")).direction)`;
      await visit("/right-to-left");
      await widget.launcher.first().waitFor();
      expect(await page.evaluate(directions)).toEqual(["ltr", "rtl"]);
    });

    it("asks the server that its script came from, also beside a script of another one", async () => {
      const elsewhere = stage.proxy.url.replace("127.0.0.1", "localhost");
      stage.proxy.page(
        "/second-server",
        pageWith(`${TAG}<script src="${elsewhere}/widget.js" data-position="left" data-konsil defer></script>`),
      );
      await visit("/second-server");
      await widget.launcher.waitFor();
      expect(await widget.chat.getAttribute("server")).toBe(elsewhere);
      complaints.length = 0;
    });

    it("stands in the page's flow when it is inline", async () => {
      await visit("/inline");
      await widget.question.waitFor();
      expect(await widget.launcher.count()).toBe(0);
      await widget.askFor(ANSWERED);
      await page.keyboard.press("Escape");
      expect(await widget.panel.isVisible()).toBe(true);
    });

    it("leaves nothing on the page's globals, and no cookie", async () => {
      await widget.open();
      await widget.askFor(ANSWERED);
      const known = await page.evaluate(`(() => {
        const frame = document.body.appendChild(document.createElement("iframe"));
        const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow));
        const ours = Object.getOwnPropertyNames(window).filter((name) => !usual.has(name) && !/^\\d+$/.test(name));
        const symbol = Object.hasOwn(Symbol, "metadata") && !Object.hasOwn(frame.contentWindow.Symbol, "metadata");
        frame.remove();
        return [...ours, ...(symbol ? ["Symbol.metadata"] : []), document.cookie];
      })()`);
      expect(known).toEqual([""]);
    });
  });

  async function answerTo(question: string): Promise<Answer> {
    const response = await fetch(`${stage.proxy.url}/v1/ask`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ question }),
    });
    return answerSchema.parse(await response.json());
  }

  describe("before the first question", () => {
    it("greets, shows questions that the documents answer, and how recent these are", async () => {
      await widget.open();
      const examples = widget.chat.locator(".chip");
      await examples.first().waitFor();
      expect(await examples.count()).toBe(3);
      expect(await widget.chat.locator(".notice").textContent()).toContain("Stand 9. Februar 2026");
      await examples.first().click();
      await widget.chat.locator(".marker").first().waitFor();
      expect(await widget.chat.locator(".welcome").count()).toBe(0);
      await expect.poll(() => widget.focused()).toMatch(/^question/);
    });

    it("speaks the language of the page, and changes with it", async () => {
      await visit("/english");
      await widget.open();
      await widget.chat.getByText("Answers come from the stored documents alone, as of 9 February 2026.").waitFor();
      await page.evaluate("document.documentElement.lang = 'de'");
      await widget.chat.getByText("Antworten kommen allein").waitFor();
      await page.evaluate("document.querySelector('konsil-chat').lang = 'en'");
      await widget.chat.getByText("Answers come from").waitFor();
    });

    it("takes the page's own words, questions and notes in place of ours", async () => {
      await visit("/own-texts");
      await widget.open();
      expect(await widget.launcher.textContent()).toBe("Frage ans Haus");
      expect(await widget.chat.locator("h2").textContent()).toBe("Fragen Sie das Haus");
      expect(await widget.chat.locator(".chip").allInnerTexts()).toEqual([ANSWERED]);
      expect(await page.getByText("Guten Tag!").isVisible()).toBe(true);
      expect(await page.getByText("Datenschutz").isVisible()).toBe(true);
      expect(await widget.chat.getByRole("button", { name: "Fragen", exact: true }).count()).toBe(1);
    });
  });

  describe("an answer", () => {
    it("opens a quotation by its marker, with title, date and a link to the place in the document", async () => {
      await widget.open();
      await widget.askFor(ANSWERED);
      const marker = widget.chat.locator(".marker").first();
      expect(await marker.getAttribute("aria-expanded")).toBe("false");
      await marker.click();
      const quotation = widget.chat.locator(".quotation:visible");
      expect(await quotation.locator("blockquote").textContent()).toContain("Direktorin des WTZ Münster");
      await expect.poll(() => widget.focused()).toContain("source-");
      const link = quotation.getByRole("link", { name: "Im Dokument zeigen" });
      expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
      const href = (await link.getAttribute("href")) ?? "";
      const [, start, end] = /\/documents\/muenster-osnabrueck#quote=(\d+)-(\d+)$/.exec(href) ?? [];
      const text = await (await fetch(`${stage.proxy.url}/v1/documents/muenster-osnabrueck/text`)).text();
      expect(text.slice(Number(start), Number(end))).toBe(await quotation.locator("blockquote").textContent());
      expect(await widget.chat.locator(".source .title").first().textContent()).toContain(
        "Kooperation in der Onkologie",
      );
      await page.keyboard.press("Escape");
      await expect.poll(() => quotation.count()).toBe(0);
      await expect.poll(() => widget.focused()).toMatch(/^marker/);
    });

    it("grows by whole sentences while it is coming, and can be stopped", async () => {
      const heard: string[] = [];
      const begun = [
        { type: "answer.started", id: "ans_1", language: "de" },
        { type: "text.delta", text: "Ein erster Satz." },
      ];
      stage.proxy.breakNext(
        "POST /v1/ask",
        streamOf(begun, (response) => response.on("close", () => heard.push("hung up"))),
      );
      await widget.open();
      await widget.ask("Was kommt?");
      await widget.chat.locator(".said", { hasText: "Ein erster Satz." }).waitFor();
      await expect.poll(() => widget.told()).toContain("Ein erster Satz.");
      await widget.question.fill("Ein Entwurf für danach");
      await widget.chat.getByRole("button", { name: "Anhalten" }).click();
      await widget.reply.getByText("Angehalten.").waitFor();
      expect(await widget.reply.textContent()).toContain("Ein erster Satz.");
      expect(await widget.question.inputValue()).toBe("Ein Entwurf für danach");
      await expect.poll(() => heard).toEqual(["hung up"]);
      stage.proxy.mend();
      await widget.reply.getByRole("button", { name: "Frage ändern" }).click();
      expect(await widget.question.inputValue()).toBe("Was kommt?\nEin Entwurf für danach");
    });

    it("can be checked from its first sentence on, and takes no focus away when the rest comes", async () => {
      const answer = await answerTo(ANSWERED);
      let connection: ServerResponse | undefined;
      const begun = [
        ...answer.citations.map((citation) => ({ type: "citation.added", citation })),
        { type: "text.delta", text: answer.answer },
      ];
      stage.proxy.breakNext(
        "POST /v1/ask",
        streamOf(begun, (response) => {
          connection = response;
        }),
        1,
      );
      await widget.open();
      await widget.ask(ANSWERED);
      const marker = widget.reply.locator(".marker").first();
      await marker.focus();
      await page.keyboard.press("Enter");
      const quotation = widget.reply.locator(".quotation:visible");
      await quotation.waitFor();
      expect(await quotation.locator("blockquote").textContent()).toBe(answer.citations[0]?.quote);
      await expect.poll(() => widget.focused()).toMatch(/^source-/);
      expect(await widget.reply.getAttribute("aria-busy")).toBe("true");
      const readerIsAt = await widget.focused();
      const last = { type: "answer.finished", answer };
      connection?.end(`data: ${JSON.stringify(last)}\n\n`);
      await widget.reply.locator(".tools").waitFor();
      expect(await widget.focused()).toBe(readerIsAt);
      await page.keyboard.press("Escape");
      await expect.poll(() => widget.focused()).toMatch(/^marker/);
      await expect.poll(() => quotation.count()).toBe(0);
    });

    it("that was stopped can be checked as far as it came", async () => {
      const { citations, answer } = await answerTo(ANSWERED);
      const begun = [
        ...citations.map((citation) => ({ type: "citation.added", citation })),
        { type: "text.delta", text: answer },
      ];
      stage.proxy.breakNext("POST /v1/ask", streamOf(begun), 1);
      await widget.open();
      await widget.ask(ANSWERED);
      await widget.reply.locator(".marker").first().waitFor();
      await widget.chat.getByRole("button", { name: "Anhalten" }).click();
      await widget.reply.getByText("Angehalten.").waitFor();
      await widget.reply.locator(".marker").first().click();
      expect(await widget.reply.locator("blockquote").textContent()).toBe(citations[0]?.quote);
    });

    it("keeps the quotation open that the reader opened, wherever it stands in the end", async () => {
      const answer = await answerTo(ANSWERED);
      const [first] = answer.citations;
      if (first === undefined) throw new Error("nothing is cited");
      const second = { ...first, marker: 2, start: first.start + 1, quote: first.quote.slice(1) };
      const third = { ...first, marker: 3, start: first.start + 2, quote: first.quote.slice(2) };
      const said = "Ein Satz. [1] Noch einer. [2]";
      const begun = [
        ...[first, second, third].map((citation) => ({ type: "citation.added", citation })),
        { type: "text.delta", text: said },
      ];
      let connection: ServerResponse | undefined;
      const hold = streamOf(begun, (response) => {
        connection = response;
      });
      stage.proxy.breakNext("POST /v1/ask", hold, 1);
      await widget.open();
      await widget.ask(ANSWERED);
      await widget.reply.locator(".marker").nth(1).click();
      await widget.reply.locator("blockquote", { hasText: second.quote }).waitFor();
      expect(await widget.reply.locator(".source").count()).toBe(2);
      const swapped = [
        { ...second, marker: 1 },
        { ...first, marker: 2 },
      ];
      const last = { ...answer, answer: "Noch einer. [1] Ein Satz. [2]", citations: swapped };
      connection?.end(`data: ${JSON.stringify({ type: "answer.finished", answer: last })}\n\n`);
      await widget.reply.locator(".tools").waitFor();
      expect(await widget.reply.locator("blockquote").allTextContents()).toEqual([second.quote]);
      await widget.reply.locator(".source.open .line").press("Escape");
      await expect.poll(() => widget.reply.locator("blockquote").count()).toBe(0);
      expect(await widget.panel.isVisible()).toBe(true);
      expect(await widget.focused()).not.toBe("");
    });

    it("is read out once, also after one that was stopped", async () => {
      stage.proxy.breakNext("POST /v1/ask", streamOf([{ type: "text.delta", text: "Ein erster Satz." }]), 1);
      await widget.open();
      await widget.ask("Was kommt?");
      await widget.chat.locator(".said", { hasText: "Ein erster Satz." }).waitFor();
      await widget.chat.getByRole("button", { name: "Anhalten" }).click();
      await expect.poll(() => widget.told()).toContain("Angehalten.");
      await widget.askFor(ANSWERED);
      await expect.poll(() => widget.told()).toContain("Antwort fertig");
      expect((await widget.told()).split("Direktorin des WTZ Münster")).toHaveLength(2);
    });

    it("has each marker on the line of the word before it, whatever the width", async () => {
      await widget.open();
      await widget.askFor(ANSWERED);
      const strays: unknown[] = [];
      for (let width = 320; width <= 420; width += 4) {
        await page.setViewportSize({ width, height: 700 });
        strays.push(
          await page.evaluate(`[...document.querySelector("konsil-chat").shadowRoot.querySelectorAll(".marker")]
            .filter((marker) => {
              const words = document.createRange();
              words.selectNodeContents(marker.parentElement);
              words.setEndBefore(marker);
              return words.toString() === "" || marker.getBoundingClientRect().top > words.getBoundingClientRect().bottom;
            }).length`),
        );
      }
      expect(strays).toEqual(strays.map(() => 0));
      expect(await widget.reply.locator(".marker").count()).toBeGreaterThan(0);
    });

    it("carries the conversation along, and offers what can be asked next", async () => {
      await widget.open();
      await widget.askFor(ANSWERED);
      await widget.chat.locator(".questions .chip").first().waitFor();
      await widget.askFor("Und was sagt sie über Teamarbeit?");
      expect(await widget.reply.textContent()).toContain("Teamarbeit verlangt");
    });

    it("tells the page of every answer, in full", async () => {
      await page.evaluate(
        "window.addEventListener('konsil-answer', ({ detail }) => { window.got = detail; }, { once: true })",
      );
      await widget.open();
      await widget.askFor(ANSWERED);
      expect(await page.evaluate("[got.status, got.citations.length > 0, got.id.slice(0, 4)]")).toEqual([
        "answered",
        true,
        "ans_",
      ]);
    });

    it("can be asked for by the page", async () => {
      await page.evaluate("document.querySelector('konsil-chat').ask('Wer leitet das WTZ Münster?')");
      await widget.reply.locator(".tools").waitFor();
      expect(await widget.reply.textContent()).toContain("Bleckmann");
    });

    it("looks different where the documents say nothing, and shows the closest passages", async () => {
      await widget.open();
      await widget.askFor(UNANSWERED);
      expect(await widget.reply.getAttribute("class")).toContain("abstained");
      expect(await widget.reply.locator(".badge").textContent()).toContain("Dazu steht nichts in den Dokumenten");
      expect(await widget.reply.locator(".marker").count()).toBe(0);
      await widget.reply.locator(".line").first().click();
      expect(await widget.reply.locator("blockquote").textContent()).not.toBe("");
      await expect.poll(() => widget.told()).toContain("Dazu steht nichts in den Dokumenten");
    });

    it("is copied with its sources, also where the browser gives no permission", async () => {
      for (const hasClipboard of [true, false]) {
        await visit("/floating", { permissions: ["clipboard-read", ...(hasClipboard ? ["clipboard-write"] : [])] });
        if (!hasClipboard) await page.evaluate("delete Navigator.prototype.clipboard");
        await page.evaluate("document.addEventListener('copy', () => { window.copied = getSelection().toString(); })");
        await widget.open();
        await widget.askFor(ANSWERED);
        await widget.reply.getByRole("button", { name: "Kopieren" }).click();
        await expect.poll(() => widget.told()).toContain("Antwort mit Belegen kopiert.");
        await page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), { id: 'paste' }))");
        await page.locator("#paste").focus();
        await page.keyboard.press("Control+V");
        const pasted = await page.locator("#paste").inputValue();
        expect(pasted).toContain(ANSWERED);
        expect(pasted).toMatch(/Bleckmann.*\[1\]/);
        expect(pasted).toMatch(/\[1\] Universitätsklinikum Münster .*\n {4}„Professorin/);
      }
    });

    it("starts over when asked to", async () => {
      await widget.open();
      await widget.askFor(ANSWERED);
      await widget.chat.getByRole("button", { name: "Neues Gespräch" }).click();
      await widget.chat.locator(".welcome").waitFor();
      expect(await widget.chat.locator(".exchange").count()).toBe(0);
      await expect.poll(() => widget.focused()).toMatch(/^question/);
    });
  });

  describe("feedback", () => {
    it("is sent at once when the answer was helpful, and thanked for", async () => {
      await page.evaluate("window.addEventListener('konsil-feedback', ({ detail }) => { window.judged = detail; })");
      await widget.open();
      await widget.askFor(ANSWERED);
      await widget.reply.getByRole("button", { name: "Hilfreich" }).click();
      await widget.reply.getByText("Danke für Ihre Rückmeldung.").waitFor();
      await expect.poll(() => widget.told()).toContain("Danke für Ihre Rückmeldung.");
      expect(await page.evaluate("judged.verdict")).toBe("helpful");
      expect(stage.proxy.seen).toContain("POST /v1/feedback");
    });

    it("takes a comment on what is wrong or missing, and keeps it when sending fails", async () => {
      await widget.open();
      await widget.askFor(ANSWERED);
      await widget.reply.getByRole("button", { name: "Unvollständig" }).click();
      const comment = widget.reply.getByLabel("Was stimmt nicht oder fehlt?");
      await expect.poll(() => widget.focused()).toMatch(/^comment/);
      await comment.fill("Der Standort fehlt.");
      stage.proxy.breakNext("POST /v1/feedback", (response) => void response.destroy());
      await widget.reply.getByRole("button", { name: "Absenden" }).click();
      await widget.reply.getByText("Die Rückmeldung kam nicht an.").waitFor();
      expect(await comment.inputValue()).toBe("Der Standort fehlt.");
      stage.proxy.mend();
      complaints.length = 0;
      await widget.reply.getByRole("button", { name: "Absenden" }).click();
      await widget.reply.getByText("Danke für Ihre Rückmeldung.").waitFor();
    });

    it("is given up without a trace", async () => {
      await widget.open();
      await widget.askFor(ANSWERED);
      await widget.reply.getByRole("button", { name: "Falsch" }).click();
      await widget.reply.getByRole("button", { name: "Abbrechen" }).click();
      expect(await widget.reply.locator(".comment").count()).toBe(0);
      await expect.poll(() => widget.focused()).toMatch(/^tool: Falsch/);
    });
  });

  describe("what is kept", () => {
    it("survives a change of page within the tab: conversation, draft and whether it is open", async () => {
      await widget.open();
      await widget.askFor(ANSWERED);
      await widget.reply.getByRole("button", { name: "Hilfreich" }).click();
      await widget.reply.getByText("Danke").waitFor();
      await widget.question.fill("Noch nicht gefragt");
      await page.goto(`${stage.proxy.url}/floating?elsewhere`);
      await widget.reply.getByText("Bleckmann").first().waitFor();
      expect(await widget.question.inputValue()).toBe("Noch nicht gefragt");
      expect(await widget.focused()).toBe("");
      expect(await widget.reply.getByText("Danke").count()).toBe(1);
      await widget.askFor("Und was sagt sie über Teamarbeit?");
      expect(await widget.reply.textContent()).toContain("Teamarbeit verlangt");
    });

    it("is nothing when the page says so", async () => {
      await visit("/forgetful");
      await widget.open();
      await widget.askFor(ANSWERED);
      await page.goto(`${stage.proxy.url}/forgetful?elsewhere`);
      await widget.launcher.click();
      await widget.chat.locator(".welcome").waitFor();
      expect(await page.evaluate("sessionStorage.length")).toBe(0);
    });

    it("is ignored when it is broken or of someone else", async () => {
      for (const stored of ["{", "7", '{"version":1,"exchanges":[{"question":"Q","answer":{"status":"x"}}]}']) {
        await page.evaluate(`sessionStorage.setItem("konsil:" + location.origin + ":", ${JSON.stringify(stored)})`);
        await page.goto(`${stage.proxy.url}/floating`);
        await widget.open();
        expect(await widget.chat.locator(".exchange").count()).toBe(0);
        await page.keyboard.press("Escape");
      }
    });

    it("does not matter where the browser keeps nothing", async () => {
      await page.addInitScript("Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('no'); } })");
      await page.goto(`${stage.proxy.url}/floating`);
      await widget.open();
      await widget.askFor(ANSWERED);
    });

    it("is another conversation for another name on the same page", async () => {
      await visit("/two");
      const [left, right] = [readWidget(page, "#left"), readWidget(page, "#right")];
      await left.open();
      await left.askFor(ANSWERED);
      await right.open();
      expect(await right.chat.locator(".welcome").count()).toBe(1);
      await page.goto(`${stage.proxy.url}/two?elsewhere`);
      await left.reply.getByText("Bleckmann").first().waitFor();
      expect(await right.chat.locator(".exchange").count()).toBe(0);
    });
  });
});
