import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, collectComplaints, launchChromium, type RealServer, startRealServer } from "./real-server.js";
import { CHROMIUM } from "./widget-stage.js";

const KEY = "secret-ask-key";

/** A web server that has one page, with what is in `body`, and the policy that the guide names. */
async function startIntranet() {
  const shown = { body: "", policy: null as string | null };
  const server: Server = createServer((request, response) => {
    if (request.url !== "/") {
      response.writeHead(204).end();
      return;
    }
    const policy = shown.policy === null ? {} : { "content-security-policy": shown.policy };
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...policy });
    response.end(`<!doctype html><html lang="de"><title>Intranet</title><h1>Intranet</h1>${shown.body}</html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    show: (body: string, policy: string | null = null) => Object.assign(shown, { body, policy }),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

type Intranet = Awaited<ReturnType<typeof startIntranet>>;

describe.skipIf(CHROMIUM === undefined)("the guide to embedding, followed on a bare page of another port", () => {
  let intranet: Intranet;
  let stranger: Intranet;
  let server: RealServer;
  let browser: Browser;
  /** The code blocks of a section of the guide, as its page shows them. */
  let codeOf: (section: string) => Promise<string[]>;

  beforeAll(async () => {
    [intranet, stranger, browser] = await Promise.all([startIntranet(), startIntranet(), launchChromium()]);
    server = await startRealServer({ KONSIL_API_KEYS: KEY, KONSIL_WIDGET_ORIGINS: intranet.origin });
    const guide = await browser.newPage();
    await guide.goto(`${server.url}/docs/embedding`);
    codeOf = (section) => guide.locator(`section[aria-labelledby=${section}] pre`).allTextContents();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await Promise.all([server?.close(), intranet?.close(), stranger?.close()]);
  });

  async function open(site: Intranet) {
    const context = await browser.newContext({ locale: "de-DE" });
    const page = await context.newPage();
    const complaints = collectComplaints(page, [site.origin, server.url]);
    await page.goto(site.origin);
    return { page, complaints, close: () => context.close() };
  }

  const ask = async (page: Page) => {
    await page.getByRole("button", { name: "Konsil fragen" }).click();
    await page.locator("konsil-chat").getByRole("textbox").fill("Wer leitet das WTZ Münster?");
    await page.keyboard.press("Enter");
  };
  const answer = (page: Page, text: string) => page.locator("konsil-chat [part~=answer]", { hasText: text }).first();

  it("shows an answer, with keys configured and no key in the page", async () => {
    const [tag = ""] = await codeOf("tag");
    expect(tag).not.toContain(KEY);
    intranet.show(tag);
    const { page, complaints, close } = await open(intranet);
    await ask(page);
    await answer(page, "Annalen Bleckmann").waitFor();
    expect(complaints).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    await close();
  });

  it("shows the quotation in the document, whose view gets the access from the widget", async () => {
    intranet.show((await codeOf("tag"))[0] ?? "");
    const { page, close } = await open(intranet);
    await ask(page);
    await page.locator("konsil-chat [part~=marker]").first().click();
    const link = page.locator("konsil-chat").getByRole("link", { name: "Im Dokument zeigen" }).first();
    const [view] = await Promise.all([page.waitForEvent("popup"), link.click()]);
    await view.locator("mark", { hasText: "Direktorin des WTZ Münster" }).waitFor();
    expect(view.url()).toMatch(/#quote=\d+-\d+$/);
    await close();
  });

  it("works pinned, and with the script alone", async () => {
    const [pinned = ""] = await codeOf("pinned");
    expect(pinned).toMatch(/integrity="sha384-/);
    for (const tag of [pinned, (await codeOf("tag"))[2] ?? ""]) {
      intranet.show(tag.replace('data-lang="en" ', ""));
      const { page, complaints, close } = await open(intranet);
      await ask(page);
      await answer(page, "Annalen Bleckmann").waitFor();
      expect(complaints).toEqual([]);
      await close();
    }
  });

  it("works under the policy that it names", async () => {
    const [policy = ""] = await codeOf("policy");
    const [, lines = ""] = /^Content-Security-Policy:\s*([\s\S]+)$/.exec(policy) ?? [];
    intranet.show((await codeOf("tag"))[0] ?? "", lines.replace(/\s+/g, " "));
    const { page, complaints, close } = await open(intranet);
    await ask(page);
    await answer(page, "Annalen Bleckmann").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("says plainly on a page that is not listed what its operator has to do", async () => {
    stranger.show((await codeOf("tag"))[0] ?? "");
    const { page, close } = await open(stranger);
    await ask(page);
    await answer(page, `muss ${stranger.origin} in KONSIL_WIDGET_ORIGINS eintragen`).waitFor();
    await close();
  });

  it("is accessible itself, in light and dark, and fits a phone", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await browser.newPage({ colorScheme, viewport: { width: 390, height: 844 } });
      await page.goto(`${server.url}/docs/embedding`);
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
      await page.close();
    }
  });
});
