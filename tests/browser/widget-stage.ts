import type { Browser } from "playwright-core";
import { type BreakingProxy, startBreakingProxy } from "./breaking-proxy.js";
import { launchChromium, startRealServer } from "./real-server.js";

export { CHROMIUM } from "./real-server.js";

export interface WidgetStage {
  readonly browser: Browser;
  /** Stands before the real server; pages and the widget live here. */
  readonly proxy: BreakingProxy;
  close(): Promise<void>;
}

/** A real server with its corpus read, a proxy before it that can break things, and a browser. */
export async function setWidgetStage(environment: Record<string, string> = {}): Promise<WidgetStage> {
  const server = await startRealServer(environment);
  const proxy = await startBreakingProxy(server.url);
  const browser = await launchChromium();
  return {
    browser,
    proxy,
    async close() {
      await browser.close();
      await proxy.close();
      await server.close();
    },
  };
}

/** A page as an intranet may have it, with what is given in its body. */
export function pageWith(body: string, { lang = "de", head = "" } = {}): string {
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Intranet</title>${head}</head>
<body><main><h1>Intranet</h1><p><a href="#news">Neues</a></p></main>${body}</body>
</html>`;
}
