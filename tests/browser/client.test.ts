import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHttpApp } from "../../src/channels/http/app.js";
import { type HttpServer, serveHttp } from "../../src/channels/http/server.js";
import { ANSWER, makeParts } from "../fakes/http-parts.js";
import { launchChromium } from "./real-server.js";
import { CHROMIUM } from "./widget-stage.js";

describe.skipIf(CHROMIUM === undefined)("konsil/client, in a real browser", () => {
  let server: HttpServer;
  let browser: Browser;
  beforeAll(async () => {
    const app = createHttpApp(makeParts());
    [server, browser] = await Promise.all([serveHttp(app, { host: "127.0.0.1", port: 0 }), launchChromium()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("asks, streams and is refused", async () => {
    const bundled = await build({
      ...{ bundle: true, write: false, platform: "browser", format: "iife", globalName: "konsil" },
      entryPoints: ["src/client/client.ts"],
    });
    const page = await browser.newPage();
    // Its content policy lets scripts of its own ask this server.
    await page.goto(`${server.url}/docs`);
    const seen: unknown = await page.evaluate(`(async () => {
      ${bundled.outputFiles?.[0]?.text}
      const client = konsil.createClient({ url: location.origin });
      const answer = await client.ask({ question: "Was?" });
      const types = [];
      for await (const event of client.askStream({ question: "Was?" })) types.push(event.type);
      const { name, code, status } = await client.ask({ question: " " }).catch((error) => error);
      return { answer, last: types.at(-1), refusal: { name, code, status } };
    })()`);
    expect(seen).toEqual({
      answer: ANSWER,
      last: "answer.finished",
      refusal: { name: "KonsilApiError", code: "invalid_request", status: 422 },
    });
  });
});
