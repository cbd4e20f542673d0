import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium } from "playwright-core";
import { readConfig } from "../../src/config.js";
import { startServer } from "../../src/server.js";
import { type BreakingProxy, startBreakingProxy } from "./breaking-proxy.js";

export const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((file) =>
  existsSync(file),
);
if (CHROMIUM === undefined) console.warn("No Chromium on this machine: the browser tests are skipped.");

export interface WidgetStage {
  readonly browser: Browser;
  /** Stands before the real server; pages and the widget live here. */
  readonly proxy: BreakingProxy;
  close(): Promise<void>;
}

/** A real server with its corpus read, a proxy before it that can break things, and a browser. */
export async function setWidgetStage(environment: Record<string, string> = {}): Promise<WidgetStage> {
  const folder = mkdtempSync(path.join(tmpdir(), "konsil-widget-"));
  const silent = () => undefined;
  const config = readConfig({ KONSIL_DATA: folder, KONSIL_PORT: "0", KONSIL_LOG: "silent", ...environment });
  const server = await startServer(config, { out: silent, err: silent, progress: silent });
  await server.ready;
  const proxy = await startBreakingProxy(server.url);
  const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args });
  return {
    browser,
    proxy,
    async close() {
      await browser.close();
      await proxy.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
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
