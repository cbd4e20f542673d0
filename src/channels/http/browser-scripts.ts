import { readFile } from "node:fs/promises";

/** A script for browsers: its source below `src/channels/`, and what the build made of it below `dist/channels/`. */
export interface BrowserScript {
  readonly entry: string;
  readonly output: string;
}

export const WIDGET: BrowserScript = { entry: "widget/main.ts", output: "widget/widget.js" };
export const DEMO: BrowserScript = { entry: "http/browser/demo.ts", output: "http/browser/demo.js" };
export const DOCUMENT_VIEW: BrowserScript = {
  entry: "http/browser/document-view.ts",
  output: "http/browser/document-view.js",
};

interface Bundler {
  bundleForBrowser(entry: string): Promise<string>;
}

/** The script as the build left it, or bundled now where this file itself runs from source. */
export async function loadBrowserScript({ entry, output }: BrowserScript): Promise<string> {
  if (import.meta.url.endsWith(".js")) return readFile(new URL(`../${output}`, import.meta.url), "utf8");
  const bundler: Bundler = await import(new URL("./bundler-from-source.mjs", import.meta.url).href);
  return bundler.bundleForBrowser(entry);
}
