import { existsSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { inject } from "vitest";
import { readConfig } from "../../src/config.js";
import { startServer } from "../../src/server.js";
import { copyOf } from "./read-corpus.js";

export const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((file) =>
  existsSync(file),
);
if (CHROMIUM === undefined) console.warn("No Chromium on this machine: the browser tests are skipped.");

export interface RealServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A real server with a data folder of its own, on a free port unless told otherwise. It is ready: the shipped corpus was
 * read before, another one has been by then.
 */
export async function startRealServer(environment: Record<string, string> = {}): Promise<RealServer> {
  const folder = copyOf(inject("dataWithCorpus"));
  const silent = () => undefined;
  const config = readConfig({ KONSIL_DATA: folder, KONSIL_PORT: "0", KONSIL_LOG: "silent", ...environment });
  const server = await startServer(config, { out: silent, err: silent, progress: silent });
  await server.ready;
  return {
    url: server.url,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function launchChromium(): Promise<Browser> {
  const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
  return chromium.launch({ executablePath: CHROMIUM ?? "", args });
}

/** For a server that has to know its own address before it starts. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Collects what a page must not do: errors, warnings of a policy, dialogs, and requests to other hosts. */
export function collectComplaints(page: Page, allowed: readonly string[]): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!allowed.some((url) => request.url().startsWith(url))) complaints.push(request.url());
  });
  return complaints;
}

/** Every violation that axe finds, with the elements that it is about. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.target)].join(' ')))",
  );
}
