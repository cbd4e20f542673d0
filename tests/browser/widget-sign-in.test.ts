import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readWidget, type WidgetReader } from "./widget-reader.js";
import { CHROMIUM, pageWith, setWidgetStage, type WidgetStage } from "./widget-stage.js";

const KEY = "a-key-for-this-test-alone-0123456789";
const QUESTION = "Wer leitet das WTZ Münster?";

describe.skipIf(CHROMIUM === undefined)("the chat widget on a server with keys", () => {
  let stage: WidgetStage;
  let page: Page;
  let widget: WidgetReader;

  beforeAll(async () => {
    stage = await setWidgetStage({ KONSIL_API_KEYS: KEY });
    const page = pageWith('<script src="/widget.js" defer></script><konsil-chat credentials="include"></konsil-chat>');
    stage.proxy.page("/chat", page);
  }, 120_000);

  afterAll(() => stage?.close());

  beforeEach(async () => {
    page = await stage.browser.newPage({ locale: "de-DE" });
    widget = readWidget(page);
  });

  afterEach(async () => {
    stage.proxy.mend();
    await page.close();
  });

  /** Before the script is there, as a page would do it that knows nothing of loading times. */
  const authorizeWith = (source: string) =>
    page.addInitScript(`addEventListener("DOMContentLoaded", () => {
      window.calls = 0;
      document.querySelector("konsil-chat").authorize = async () => { calls += 1; ${source} };
    }, { capture: true })`);

  it("uses the page's own way to a token, and follows a link to the document with it", async () => {
    await authorizeWith(`return ${JSON.stringify(KEY)};`);
    await page.goto(`${stage.proxy.url}/chat`);
    await widget.open();
    await widget.askFor(QUESTION);
    expect(stage.proxy.seen).not.toContain("POST /widget/token");
    await widget.reply.locator(".marker").first().click();
    const link = widget.reply.getByRole("link", { name: "Im Dokument zeigen" });
    const opening = page.context().waitForEvent("page");
    await page.evaluate(
      `document.addEventListener("click", (event) => { window.followed = event.composedPath()[0].href; })`,
    );
    await link.click();
    expect(await page.evaluate("followed")).toMatch(new RegExp(`#quote=\\d+-\\d+&access=${KEY}$`));
    await expect.poll(() => link.getAttribute("href")).toMatch(/#quote=\d+-\d+$/);
    await (await opening).close();
  });

  it("asks it once more after a refusal, and then says that a sign-in is needed", async () => {
    await authorizeWith(`return "expired-" + calls;`);
    await page.goto(`${stage.proxy.url}/chat`);
    await widget.open();
    const before = Number(await page.evaluate("calls"));
    await widget.ask(QUESTION);
    await widget.reply.getByText("Bitte melden Sie sich neu an").waitFor();
    expect(Number(await page.evaluate("calls"))).toBeGreaterThan(before);
  });

  it("says so, too, when the page's own way fails", async () => {
    await authorizeWith("throw new Error('signed out');");
    await page.goto(`${stage.proxy.url}/chat`);
    await widget.open();
    await widget.ask(QUESTION);
    await widget.reply.getByText("Bitte melden Sie sich neu an").waitFor();
  });

  it("says so, too, when it never comes to an end, and asks it again when told to", async () => {
    await page.clock.install();
    await authorizeWith(`return calls === 1 ? new Promise(() => undefined) : ${JSON.stringify(KEY)};`);
    await page.goto(`${stage.proxy.url}/chat`);
    await widget.open();
    await widget.ask(QUESTION);
    await widget.reply.getByText("Sucht in den Dokumenten").waitFor();
    await page.clock.runFor(61_000);
    await widget.reply.getByText("Bitte melden Sie sich neu an").waitFor();
    await widget.reply.getByRole("button", { name: "Noch einmal versuchen" }).click();
    await widget.reply.locator(".tools").waitFor();
  });

  it("has a good token for a link that is followed long after its quotation was opened", async () => {
    await page.clock.install();
    let given = 0;
    stage.proxy.breakNext("POST /widget/token", (response) => {
      given += 1;
      const expiresAt = new Date(Date.now() + given * 600_000).toISOString();
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ token: KEY, expiresAt }));
    });
    await page.goto(`${stage.proxy.url}/chat`);
    await widget.open();
    await widget.askFor(QUESTION);
    await widget.reply.locator(".marker").first().click();
    expect(given).toBe(1);
    await page.clock.fastForward(11 * 60_000);
    await widget.reply.getByRole("link", { name: "Im Dokument zeigen" }).hover();
    await expect.poll(() => given).toBe(2);
  });

  it("sends the cookies of the sign-in with the request for a token, and renews the token before it ends", async () => {
    await page.clock.install();
    await page.context().addCookies([{ name: "sign-in", value: "yes", url: stage.proxy.url }]);
    const cookies: (string | undefined)[] = [];
    const tokens: number[] = [];
    page.on("request", async (request) => {
      if (!request.url().endsWith("/widget/token")) return;
      cookies.push((await request.allHeaders()).cookie);
    });
    stage.proxy.breakNext("POST /widget/token", (response) => {
      tokens.push(tokens.length);
      const expiresAt = new Date(Date.now() + 600_000).toISOString();
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ token: KEY, expiresAt }));
    });
    await page.goto(`${stage.proxy.url}/chat`);
    await widget.open();
    await widget.askFor(QUESTION);
    await widget.askFor("Und was sagt sie über Teamarbeit?");
    expect(tokens).toHaveLength(1);
    await page.clock.fastForward(9.9 * 60_000);
    await widget.askFor("Was ist das WTZ Münster?");
    expect(tokens).toHaveLength(2);
    expect(cookies).toEqual(["sign-in=yes", "sign-in=yes"]);
  });
});
