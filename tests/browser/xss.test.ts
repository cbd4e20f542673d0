import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type LlmServer, startLlmServer } from "../fakes/llm-server.js";
import { refusal, streamOf } from "./breaking-proxy.js";
import { hostileAbstention, hostileAnswer, hostileKept } from "./hostile/answers.js";
import { PAYLOADS, payloadsInTexts } from "./hostile/payloads.js";
import { type Watch, watchContext } from "./hostile/watch.js";
import { readWidget, type WidgetReader } from "./widget-reader.js";
import { CHROMIUM, pageWith, setWidgetStage, type WidgetStage } from "./widget-stage.js";

const KEY = "a-key-for-this-test-alone-0123456789";
const CHAT = '<script src="/widget.js" defer></script><konsil-chat></konsil-chat>';
/** A title is one line. */
const TITLES = payloadsInTexts(250, PAYLOADS.map(oneLine));
const COOPERATION = "Die Klinik Beispielstadt arbeitet seit 2019 mit dem Institut Musterhausen zusammen";
/** The page's own way in, there before the element is. */
const SIGN_IN = `addEventListener("DOMContentLoaded", () => {
  for (const chat of document.querySelectorAll("konsil-chat")) chat.authorize = async () => ${JSON.stringify(KEY)};
}, { capture: true })`;
/** Everything that can be opened is opened, and everything that can be pointed at is pointed at. */
const TRY_ALL = `(async () => {
  const chat = document.querySelector("konsil-chat");
  for (const button of chat.shadowRoot.querySelectorAll(".line[aria-expanded=false]")) {
    button.click();
    await chat.updateComplete;
    for (const element of chat.shadowRoot.querySelectorAll(".quotation:not([hidden]) *")) {
      for (const type of ["mouseover", "pointerover", "focus", "load", "error"]) element.dispatchEvent(new Event(type));
    }
  }
  return [...chat.shadowRoot.querySelectorAll("a[href]")].map(({ href }) => href);
})()`;

describe.skipIf(CHROMIUM === undefined)("texts that want to be scripts", () => {
  let stage: WidgetStage;
  let model: LlmServer;
  let context: BrowserContext;
  let watch: Watch;
  let page: Page;
  let widget: WidgetReader;
  let ids: string[];

  const post = (path: string, body: unknown) =>
    fetch(stage.proxy.url + path, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${KEY}` },
      body: JSON.stringify(body),
    });

  beforeAll(async () => {
    // It says a sentence of the documents word by word, and then what no document says.
    const reply = () =>
      `${COOPERATION} und nutzt dabei ${PAYLOADS[0]}. [1] ${PAYLOADS.join(" ")} [1] [2](javascript:x)`;
    model = await startLlmServer({ reply });
    stage = await setWidgetStage({
      KONSIL_ADMIN_KEYS: KEY,
      KONSIL_API_KEYS: `${KEY}-of-a-reader`,
      KONSIL_WRITER: "openai",
      KONSIL_WRITER_URL: `${model.url}/v1`,
      KONSIL_WRITER_MODEL: "<img src=x onerror=pwned()>",
    });
    stage.proxy.page("/chat", pageWith(CHAT));
    ids = await storeHostileDocuments();
  }, 120_000);

  afterAll(async () => {
    await stage?.close();
    await model?.close();
  });

  afterEach(async () => {
    stage.proxy.mend();
    await context.close();
  });

  /** Payloads in every field that the API takes; texts in which each stands in a sentence, so that it can be quoted. */
  async function storeHostileDocuments(): Promise<string[]> {
    const texts = payloadsInTexts(900).map((payloads) => `${COOPERATION} und nutzt dabei ${payloads}.`);
    const documents = TITLES.map((title, index) => ({
      id: `hostile-${index}`,
      title,
      publisher: title,
      kind: title,
      partners: [title, "Institut Musterhausen"],
      text: `${index}. ${texts[index] ?? `${COOPERATION}.`}`,
    }));
    const addresses = PAYLOADS.filter((payload) => payload.startsWith("https:")).map((url, index) => ({
      id: `address-${index}`,
      title: `Address ${index}`,
      text: `Number ${index}.`,
      url,
    }));
    const stored: string[] = [];
    for (const document of [...documents, ...addresses]) {
      if ((await post("/v1/documents", document)).status === 201) stored.push(document.id);
    }
    expect(stored.length).toBeGreaterThan(documents.length);
    return stored;
  }

  async function visit(path: string, script = "", headers: Record<string, string> = {}) {
    context = await stage.browser.newContext({ locale: "de-DE", reducedMotion: "reduce", extraHTTPHeaders: headers });
    watch = await watchContext(context, [stage.proxy.url]);
    await context.addInitScript(`${SIGN_IN}; ${script}`);
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    widget = readWidget(page);
    await page.goto(stage.proxy.url + path);
  }

  async function expectHarmless() {
    expect(await watch.audit(page)).toEqual([]);
    expect(watch.alarms.filter((alarm) => !/status of (?:401|404|500)/.test(alarm))).toEqual([]);
  }

  /** Every payload is there in full, as text; white space and characters without a shape may have gone. */
  function expectAllAsText(text: string, payloads: readonly string[] = PAYLOADS) {
    const plain = (it: string) => it.normalize("NFC").replace(/[\s\p{Cc}\p{Cf}]+/gu, "");
    const shown = plain(text);
    expect(payloads.filter((payload) => !shown.includes(plain(payload)))).toEqual([]);
  }

  const textOfChat = async () => (await widget.panel.textContent()) ?? "";

  it("are dangerous indeed: written as markup, they run, and the watch sees it", async () => {
    await visit("/chat");
    // Who leaves the page sees nothing of the others.
    const staying = PAYLOADS.filter((payload) => !/<(?:meta|base)/.test(payload));
    await page.evaluate(`for (const payload of ${JSON.stringify(staying)}) {
      document.body.appendChild(document.createElement("div")).innerHTML = payload;
    }`);
    const count = (start: string) => watch.alarms.filter((alarm) => alarm.startsWith(start)).length;
    await expect.poll(() => count("EXECUTED")).toBeGreaterThan(40);
    await expect.poll(() => count("request: ")).toBeGreaterThan(3);
    expect((await watch.audit(page)).length).toBeGreaterThan(20);
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(150);
  });

  it("stay texts in questions, and in the history that goes along with them", async () => {
    await visit("/chat");
    await widget.open();
    let shown = "";
    for (const [index, question] of payloadsInTexts(1900).entries()) {
      await widget.ask(question);
      await widget.chat.locator(".exchange[data-state=answered]").nth(index).waitFor();
      shown += await widget.chat.locator(".question").last().textContent();
    }
    expectAllAsText(shown);
    await expectHarmless();
    await page.reload();
    await widget.question.waitFor();
    expectAllAsText(await textOfChat());
    await expectHarmless();
  });

  it("stay texts where documents are quoted, and where a language model says them", async () => {
    await visit("/chat");
    await widget.open();
    await widget.askFor("Mit wem arbeitet die Klinik Beispielstadt zusammen?");
    expect(model.requests.length).toBeGreaterThan(0);
    await page.evaluate(TRY_ALL);
    const said = await widget.reply.textContent();
    expect(said).toContain("pwned()");
    expect(said).toContain(COOPERATION);
    await expectHarmless();
  });

  it("stay texts in every field of an answer, whatever server sends it", async () => {
    await visit("/chat");
    await widget.open();
    for (const answer of [hostileAnswer(), hostileAbstention()]) {
      const pieces = PAYLOADS.map((text) => ({ type: "text.delta", text }));
      const added = answer.citations.map((citation) => ({ type: "citation.added", citation }));
      const events = [...added, ...pieces, { type: "answer.finished", answer }];
      stage.proxy.breakNext(
        "POST /v1/ask",
        streamOf(events, (response) => response.end()),
      );
      await widget.askFor(`Was kommt (${answer.status})?`);
      const links = await page.evaluate<string[]>(TRY_ALL);
      expect(links.filter((link) => !/^https?:/.test(link))).toEqual([]);
      expectAllAsText(await textOfChat());
      await expectHarmless();
    }
    await widget.reply.getByRole("button", { name: "Kopieren" }).click();
    await expectHarmless();
  });

  it("stay texts in refusals and failures", async () => {
    await visit("/chat");
    await widget.open();
    for (const payload of TITLES) {
      const problem = refusal(500, payload, { title: payload, detail: payload, requestId: payload });
      stage.proxy.breakNext("POST /v1/ask", problem);
      await widget.ask("Was kommt?");
      await widget.reply.locator(".reason").waitFor();
      await widget.chat.getByRole("button", { name: "Neues Gespräch" }).click();
    }
    for (const code of [...PAYLOADS.slice(0, 5), "__proto__", "constructor", "toString"]) {
      const event = { type: "error", problem: { code, status: 500, requestId: code } };
      stage.proxy.breakNext(
        "POST /v1/ask",
        streamOf([event], (response) => response.end()),
      );
      await widget.ask("Was kommt?");
      await widget.reply.locator(".reason").waitFor();
      expect(await widget.reply.locator(".reason").textContent(), code).not.toBe("");
      await widget.chat.getByRole("button", { name: "Neues Gespräch" }).click();
    }
    await expectHarmless();
  });

  it("stay texts in what was kept in the tab", async () => {
    const kept = JSON.stringify(JSON.stringify(hostileKept()));
    await visit(
      "/chat",
      `location.protocol === "http:" && sessionStorage.setItem("konsil:" + location.origin + ":", ${kept})`,
    );
    await widget.question.waitFor();
    expectAllAsText(await textOfChat());
    expectAllAsText(await widget.question.inputValue());
    await expectHarmless();
  });

  it("stay texts in attributes, properties and words of the page", async () => {
    await visit("/chat");
    await widget.open();
    await page.evaluate(`(async () => {
      const chat = document.querySelector("konsil-chat");
      const payloads = ${JSON.stringify(PAYLOADS)};
      for (const payload of payloads) {
        for (const name of ["name", "theme", "position", "mode", "storage", "credentials", "texts", "examples", "lang"]) {
          chat.setAttribute(name, payload);
        }
        for (const name of ["theme", "position", "texts", "examples"]) chat[name] = payload;
        await chat.updateComplete;
      }
      for (const name of ["name", "mode", "storage", "credentials", "lang"]) chat.removeAttribute(name);
      const said = payloads.join(" ");
      chat.texts = new Proxy({}, {
        ownKeys: () => ["title", "launcher", "greeting", "promise", "placeholder", "send", "examples", "notice", "noticeAsOf"],
        getOwnPropertyDescriptor: () => ({ value: said, enumerable: true, configurable: true }),
        get: () => said,
      });
      chat.examples = payloads;
      chat.open = true;
      await chat.updateComplete;
    })()`);
    expectAllAsText((await widget.chat.locator(".chip").allTextContents()).join(" "));
    expectAllAsText((await widget.chat.locator("#title").textContent()) ?? "");
    await expectHarmless();
  });

  it("never make the widget ask a server by another scheme than http(s)", async () => {
    await visit("/chat");
    const addresses = PAYLOADS.filter((payload) =>
      /^[\s\S]{0,2}(?:java|jav|data|vb|blob|file|intent|view|about)/i.test(payload),
    );
    expect(addresses.length).toBeGreaterThan(20);
    stage.proxy.breakNext("POST /v1/ask", refusal(500, "internal"));
    for (const address of addresses) {
      await page.evaluate(`document.querySelector("konsil-chat").server = ${JSON.stringify(address)}`);
      await page.evaluate(`document.querySelector("konsil-chat").updateComplete`);
    }
    await expectHarmless();
  });

  it("stay texts in the list of documents and on every document's page", async () => {
    await visit(
      "/",
      `location.protocol === "http:" && sessionStorage.setItem("konsil-access", ${JSON.stringify(KEY)})`,
    );
    await page.locator("#more").click();
    // A title that looks like an instruction to a language model is not stored as one.
    const stored = await page.request.get(`${stage.proxy.url}/v1/documents?limit=100`, {
      headers: { authorization: `Bearer ${KEY}` },
    });
    const titles = JSON.stringify((await stored.json()).documents.map(({ title }: { title: string | null }) => title));
    const names = PAYLOADS.map(oneLine).filter((name) => titles.includes(JSON.stringify(name).slice(1, -1)));
    expect(names.length).toBeGreaterThanOrEqual(150);
    expectAllAsText((await page.locator("#list").textContent()) ?? "", names);
    await expectHarmless();
    for (const id of ids) {
      await page.goto(`${stage.proxy.url}/documents/${id}#quote=0-40`);
      await page.locator("#document h1").waitFor();
      await expectHarmless();
    }
  });

  it("stay texts where the server writes a document's page itself", async () => {
    await visit("/chat", "", { authorization: `Bearer ${KEY}` });
    for (const id of ids) {
      await page.goto(`${stage.proxy.url}/documents/${id}#quote=0-40`);
      expect(await page.locator("#document[data-id]").count()).toBe(0);
      const text = await (await page.request.get(`${stage.proxy.url}/v1/documents/${id}/text`)).text();
      const shown = (await page.locator(".document-text").textContent()) ?? "";
      const plain = (it: string) => it.replace(/\s+/g, "");
      expect(plain(text)).toContain(plain(shown));
      await expectHarmless();
    }
  });

  it("do nothing in the fragment of a document's address", async () => {
    await visit("/documents/muenster-osnabrueck", "", { authorization: `Bearer ${KEY}` });
    const before = await page.locator("#document").textContent();
    for (const form of ["raw", "encodeURIComponent(payload)"]) {
      await page.evaluate(`(async () => {
        for (const raw of ${JSON.stringify(PAYLOADS)}) {
          const payload = raw.replace(/^#/, "");
          const value = ${form === "raw" ? "payload" : form};
          location.hash = "#" + value + "&quote=" + value;
        }
        await new Promise((drawn) => requestAnimationFrame(drawn));
      })()`);
      await expectHarmless();
    }
    const access = encodeURIComponent(PAYLOADS.join(" "));
    await page.evaluate(`location.hash = "#access=${access}&quote=0-5"`);
    await expect.poll(() => page.url()).toMatch(/#quote=0-5$/);
    await page.locator("mark").first().waitFor();
    expect(await page.locator("#document").textContent()).toBe(before);
    await expectHarmless();
  });
});

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
