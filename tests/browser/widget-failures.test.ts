import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { refusal, streamOf } from "./breaking-proxy.js";
import { readWidget, type WidgetReader } from "./widget-reader.js";
import { CHROMIUM, pageWith, setWidgetStage, type WidgetStage } from "./widget-stage.js";

const TAG = '<script src="/widget.js" defer></script>';
const QUESTION = "Wer leitet das WTZ Münster?";
const SECOND = 1000;
const BEGUN = [
  { type: "answer.started", id: "ans_1", language: "de" },
  { type: "text.delta", text: "So viel kam noch." },
];

describe.skipIf(CHROMIUM === undefined)("the chat widget when something goes wrong", () => {
  let stage: WidgetStage;
  let page: Page;
  let widget: WidgetReader;

  beforeAll(async () => {
    stage = await setWidgetStage();
    const elsewhere = stage.proxy.url.replace("127.0.0.1", "localhost");
    stage.proxy.page("/chat", pageWith(`${TAG}<konsil-chat></konsil-chat>`));
    stage.proxy.page("/foreign", pageWith(`${TAG}<konsil-chat server="${elsewhere}"></konsil-chat>`));
    stage.proxy.page("/gone", pageWith(`${TAG}<konsil-chat server="http://127.0.0.1:9"></konsil-chat>`));
  }, 120_000);

  afterAll(() => stage?.close());

  beforeEach(async () => {
    page = await stage.browser.newPage({ locale: "de-DE" });
    await page.clock.install();
    await visit("/chat");
  });

  afterEach(async () => {
    stage.proxy.mend();
    await page.close();
  });

  async function visit(path: string) {
    await page.goto(stage.proxy.url + path);
    widget = readWidget(page);
    await widget.open();
  }

  /** Waits for a text in the newest answer. */
  const shown = (text: string | RegExp) => widget.reply.getByText(text).first().waitFor();

  /** The question stands there, can be changed, and is answered once the fault is mended. */
  async function canBeAskedAgain() {
    expect(await widget.chat.locator(".question").last().textContent()).toContain(QUESTION);
    await widget.reply.getByRole("button", { name: "Frage ändern" }).click();
    expect(await widget.question.inputValue()).toBe(QUESTION);
    await widget.question.press("Enter");
    await widget.reply.getByRole("button", { name: "Noch einmal versuchen" }).waitFor();
    stage.proxy.mend();
    await widget.reply.getByRole("button", { name: "Noch einmal versuchen" }).click();
    await widget.reply.locator(".tools").waitFor();
    expect(await widget.chat.locator(".exchange").count()).toBe(1);
  }

  it("says that it takes longer, then gives up, and asks again when told to", async () => {
    stage.proxy.breakNext("POST /v1/ask", () => undefined);
    await widget.ask(QUESTION);
    await shown("Sucht in den Dokumenten");
    await page.clock.runFor(9 * SECOND);
    await shown("Das dauert länger als sonst.");
    await expect.poll(() => widget.told()).toContain("Das dauert länger als sonst.");
    await page.clock.runFor(200 * SECOND);
    await shown("Der Server hat zu lange nicht geantwortet.");
    stage.proxy.mend();
    await widget.reply.getByRole("button", { name: "Noch einmal versuchen" }).click();
    await widget.reply.locator(".tools").waitFor();
  });

  it("says that the server cannot be reached", async () => {
    stage.proxy.breakNext("POST /v1/ask", (response) => void response.destroy());
    await widget.ask(QUESTION);
    await shown("Der Server ist nicht zu erreichen.");
    await expect.poll(() => widget.told()).toContain("Der Server ist nicht zu erreichen.");
    await canBeAskedAgain();
  });

  it("says so as well of a server of another host that is not there", async () => {
    await visit("/gone");
    await widget.ask(QUESTION);
    await shown("Der Server ist nicht zu erreichen.");
  });

  it("gets a new token when the one it has is refused", async () => {
    stage.proxy.breakNext("POST /v1/ask", refusal(401, "unauthorized"), 1);
    const tokens = () => stage.proxy.seen.filter((what) => what === "POST /widget/token").length;
    await widget.chat.locator(".chip").first().waitFor();
    const before = tokens();
    await widget.askFor(QUESTION);
    expect(tokens()).toBe(before + 1);
  });

  it("says that a sign-in is needed when the new one is refused, too", async () => {
    stage.proxy.breakNext("POST /v1/ask", refusal(401, "unauthorized"));
    await widget.ask(QUESTION);
    await shown("Bitte melden Sie sich neu an");
    await canBeAskedAgain();
  });

  it("tells whoever runs the server which origin to allow", async () => {
    await visit("/foreign");
    await widget.ask(QUESTION);
    await shown(`${stage.proxy.url} in KONSIL_WIDGET_ORIGINS`);
  });

  it("tells it also where the browser lets nobody read the refusal", async () => {
    stage.proxy.breakNext("POST /widget/token", (response) => void response.writeHead(403).end());
    await visit("/foreign");
    await widget.ask(QUESTION);
    await shown(`${stage.proxy.url} in KONSIL_WIDGET_ORIGINS`);
  });

  it("does not take a server that is slow to let it in for one that does not", async () => {
    // The browser's own timer, which nothing in a test makes run faster, in place of one that the test's clock drives.
    await page.addInitScript(`AbortSignal.timeout = (ms) => {
      const late = new AbortController();
      setTimeout(() => late.abort(), ms);
      return late.signal;
    }`);
    stage.proxy.breakNext("POST /widget/token", () => undefined);
    await visit("/foreign");
    await widget.ask(QUESTION);
    await shown("Sucht in den Dokumenten");
    await page.clock.runFor(30 * SECOND);
    await shown("Der Server hat zu lange nicht geantwortet.");
  });

  it("counts down when there were too many questions, and takes the question again then", async () => {
    stage.proxy.breakNext("POST /v1/ask", refusal(429, "rate_limited", {}, 3), 1);
    await widget.ask(QUESTION);
    await shown("Zu viele Fragen in kurzer Zeit.");
    const retry = widget.reply.getByRole("button", { name: /^Noch einmal versuchen/ });
    expect(await retry.isDisabled()).toBe(true);
    await page.clock.runFor(SECOND);
    await expect.poll(() => retry.textContent()).toMatch(/\(in [12] s\)/);
    await page.clock.runFor(3 * SECOND);
    await expect.poll(() => retry.isEnabled()).toBe(true);
    await retry.click();
    await widget.reply.locator(".tools").waitFor();
  });

  it("shows the number of the request when the server failed", async () => {
    stage.proxy.breakNext("POST /v1/ask", refusal(500, "internal", { requestId: "req-7f3a" }));
    await widget.ask(QUESTION);
    await shown("Kennung für Rückfragen: req-7f3a");
    await canBeAskedAgain();
  });

  it("understands what a proxy in front says in its own words", async () => {
    stage.proxy.breakNext("POST /v1/ask", (response) => void response.writeHead(502).end("<h1>Bad gateway</h1>"));
    await widget.ask(QUESTION);
    await shown("Auf dem Server ist etwas schiefgegangen.");
    expect(await widget.reply.textContent()).not.toContain("Bad gateway");
  });

  it("keeps what was shown of an answer that was cut, and marks it as incomplete", async () => {
    let cut = (): unknown => expect.unreachable("nothing was asked");
    stage.proxy.breakNext(
      "POST /v1/ask",
      streamOf(BEGUN, (response) => {
        cut = () => response.socket?.end();
      }),
    );
    await widget.ask(QUESTION);
    // A browser that hears of bytes and of their end in one breath may let go of the bytes.
    await shown("So viel kam noch.");
    cut();
    await shown("Die Verbindung brach ab");
    await shown("Unvollständig");
    expect(await widget.reply.locator(".said").textContent()).toBe("So viel kam noch.");
    await page.goto(`${stage.proxy.url}/chat`);
    await shown("So viel kam noch.");
    stage.proxy.breakNext("POST /v1/ask", (response) => void response.destroy());
    await canBeAskedAgain();
  });

  it("does not wait for ever on a stream that fell silent", async () => {
    stage.proxy.breakNext("POST /v1/ask", streamOf(BEGUN));
    await widget.ask(QUESTION);
    await shown("So viel kam noch.");
    await page.clock.runFor(60 * SECOND);
    await shown("Die Verbindung brach ab");
  });

  it("shows what the server says went wrong in the middle of a stream", async () => {
    const problem = { type: "x", title: "x", status: 500, code: "internal", requestId: "req-mid" };
    stage.proxy.breakNext("POST /v1/ask", streamOf([...BEGUN, { type: "error", problem }]));
    await widget.ask(QUESTION);
    await shown("Kennung für Rückfragen: req-mid");
    expect(await widget.reply.locator(".said").textContent()).toBe("So viel kam noch.");
  });

  it("asks again by itself while the documents are being read, and can be told not to", async () => {
    stage.proxy.breakNext("POST /v1/ask", refusal(503, "index_not_ready", {}, 5), 2);
    await widget.ask(QUESTION);
    await shown(/in 5 s von selbst noch einmal/);
    await page.clock.runFor(2 * SECOND);
    await shown(/in [34] s von selbst noch einmal/);
    await page.clock.runFor(4 * SECOND);
    await shown(/in 5 s von selbst noch einmal/);
    await page.clock.runFor(6 * SECOND);
    await widget.reply.locator(".tools").waitFor();

    stage.proxy.breakNext("POST /v1/ask", refusal(503, "index_not_ready", {}, 5));
    await widget.ask("Und wo?");
    await shown(/von selbst noch einmal/);
    await widget.chat.getByRole("button", { name: "Anhalten" }).click();
    await shown("Angehalten.");
    const asked = stage.proxy.seen.length;
    await page.clock.runFor(20 * SECOND);
    expect(stage.proxy.seen).toHaveLength(asked);
  });

  it("keeps a question that is too long, and says by how much", async () => {
    const long = "Warum? ".repeat(300).trim();
    await widget.question.fill(long);
    await widget.question.press("Enter");
    await widget.chat.getByText("2099 von höchstens 2000 Zeichen").waitFor();
    expect(await widget.question.inputValue()).toBe(long);
    expect(await widget.question.getAttribute("aria-invalid")).toBe("true");
    expect(await widget.chat.locator(".exchange").count()).toBe(0);
  });

  it("works without examples and date when the documents cannot be listed", async () => {
    stage.proxy.breakNext("GET /v1/documents", refusal(500, "internal"));
    await page.reload();
    await widget.question.waitFor();
    await widget.askFor(QUESTION);
    expect(await widget.chat.locator(".notice").textContent()).toBe(
      "Antworten kommen allein aus den hinterlegten Dokumenten.",
    );
  });
});
