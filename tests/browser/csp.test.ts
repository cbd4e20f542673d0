import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { watchContext } from "./hostile/watch.js";
import { freePort, launchChromium, type RealServer, startRealServer } from "./real-server.js";
import { readWidget } from "./widget-reader.js";
import { CHROMIUM, pageWith } from "./widget-stage.js";

/** An intranet on another origin than the server, with the strictest policy under which the widget is to work. */
async function startStrictIntranet(port: number) {
  const reports: string[] = [];
  const pages = new Map<string, { readonly html: string; readonly policy: string }>();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://intranet");
    const page = pages.get(pathname);
    if (pathname === "/report") reports.push(await text(request));
    if (page === undefined) return response.writeHead(204).end();
    const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": page.policy };
    return response.writeHead(200, headers).end(page.html);
  });
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reports,
    show: (path: string, html: string, policy: string) => void pages.set(path, { html, policy }),
    close: () => new Promise((closed) => server.close(closed)),
  };
}

describe.skipIf(CHROMIUM === undefined)("the widget in a page of another origin with a strict policy", () => {
  let intranet: Awaited<ReturnType<typeof startStrictIntranet>>;
  let server: RealServer;
  let browser: Browser;
  let policies: Readonly<Record<string, string>>;

  beforeAll(async () => {
    intranet = await startStrictIntranet(await freePort());
    [server, browser] = await Promise.all([
      startRealServer({ KONSIL_API_KEYS: "a-key-of-the-server", KONSIL_WIDGET_ORIGINS: intranet.origin }),
      launchChromium(),
    ]);
    const { url } = server;
    const asked = `script-src 'self' ${url}; style-src 'self'; connect-src ${url}; require-trusted-types-for 'script'`;
    policies = {
      asked,
      named: `${asked}; trusted-types lit-html`,
      nothing: `default-src 'none'; ${asked}; trusted-types lit-html; base-uri 'none'; form-action 'none'`,
    };
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await Promise.all([server?.close(), intranet?.close()]);
  });

  beforeEach(() => {
    intranet.reports.length = 0;
  });

  async function visit(path: string, body: string, policy: string, options: BrowserContextOptions = {}) {
    intranet.show(path, pageWith(body), `${policy}; report-uri /report`);
    const context = await browser.newContext({ locale: "de-DE", ...options });
    const { alarms } = await watchContext(context, [server.url, intranet.origin]);
    const page = await context.newPage();
    await page.goto(intranet.origin + path);
    return { context, page, alarms, widget: readWidget(page) };
  }

  const tag = () => `<script src="${server.url}/widget.js" defer></script>`;
  const withoutFavicon = (reports: readonly string[]) => reports.filter((report) => !report.includes("favicon.ico"));

  it.each([
    ["asked", "light"],
    ["named", "dark"],
    ["nothing", "dark"],
  ] as const)(
    "is used from end to end under the policy '%s' in %s colours without a violation",
    async (name, colours) => {
      const body = `${tag()}${tag()}<konsil-chat theme="${colours}"></konsil-chat>`;
      const { context, page, alarms, widget } = await visit(`/${name}`, body, policies[name] ?? "", {
        colorScheme: colours === "dark" ? "light" : "dark",
      });
      await widget.open();
      await widget.askFor("Wer leitet das WTZ Münster?");
      await widget.reply.locator(".marker").first().click();
      expect(await widget.reply.locator("blockquote").textContent()).toContain("Direktorin");
      await widget.reply.getByRole("button", { name: "Unvollständig" }).click();
      await widget.reply.locator(".comment textarea").fill("Der Standort fehlt.");
      await widget.reply.getByRole("button", { name: "Absenden" }).click();
      await widget.reply.locator(".thanks").waitFor();
      await widget.reply.getByRole("button", { name: "Kopieren" }).click();
      await expect.poll(() => widget.told()).toMatch(/kopiert|kopieren/);
      const surface = `getComputedStyle(document.querySelector("konsil-chat").shadowRoot.querySelector(".panel")).backgroundColor`;
      expect(await page.evaluate(surface)).toBe(colours === "dark" ? "rgb(22, 29, 32)" : "rgb(255, 255, 255)");
      const opening = context.waitForEvent("page");
      await widget.reply.getByRole("link", { name: "Im Dokument zeigen" }).click();
      const view = await opening;
      await view.locator("mark").first().waitFor();
      expect(view.url()).not.toContain("access=");
      expect(alarms).toEqual([]);
      expect(withoutFavicon(intranet.reports)).toEqual([]);
      expect(await context.cookies()).toEqual([]);
      await context.close();
    },
  );

  it("would have been reported, had there been one", async () => {
    const { context, page, alarms } = await visit(
      "/broken",
      `${tag()}<p style="color:red">x</p>`,
      policies.asked ?? "",
    );
    await page.evaluate("void document.body.insertAdjacentHTML('beforeend', '<b>x</b>')").catch(() => undefined);
    await expect.poll(() => intranet.reports.length).toBeGreaterThanOrEqual(2);
    await expect.poll(() => alarms.join()).toContain("VIOLATION: style-src");
    await expect.poll(() => alarms.join()).toContain("VIOLATION: require-trusted-types-for");
    await context.close();
  });
});
