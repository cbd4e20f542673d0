import { readFile } from "node:fs/promises";
import { type Asset, serveAsset } from "../assets.js";
import { DEMO, DOCUMENT_VIEW, loadBrowserScript } from "../browser-scripts.js";
import { originOf } from "../client-address.js";
import type { Gatekeeper } from "../keys.js";
import type { HttpApp } from "../openapi.js";
import type { WidgetScripts } from "../widget-scripts.js";
import { renderDemo } from "./demo-page.js";
import { EMBEDDING_TITLE, embeddingGuide } from "./embedding-guide.js";
import { guidePage } from "./guide-page.js";
import { pageLanguage } from "./languages.js";
import { pagePolicy } from "./policy.js";

export interface PageParts {
  readonly gatekeeper: Gatekeeper;
  readonly scripts: WidgetScripts;
  readonly version: string;
}

const CSS = "text/css; charset=utf-8";
const JAVASCRIPT = "text/javascript; charset=utf-8";

/** A file beside this one. */
const fromHere = (name: string, contentType: string): Asset => ({
  contentType,
  load: () => readFile(new URL(`./${name}`, import.meta.url)),
});

/** What the pages are made of, by address. */
const ASSETS: Readonly<Record<string, Asset>> = {
  "/favicon.svg": fromHere("favicon.svg", "image/svg+xml"),
  "/page/base.css": fromHere("base.css", CSS),
  "/page/demo.css": fromHere("demo.css", CSS),
  "/page/document.css": fromHere("document.css", CSS),
  "/page/guide.css": fromHere("guide.css", CSS),
  "/page/demo.js": { contentType: JAVASCRIPT, load: () => loadBrowserScript(DEMO) },
  "/page/document-view.js": { contentType: JAVASCRIPT, load: () => loadBrowserScript(DOCUMENT_VIEW) },
};

/** `GET /`, a page with the chat in it, and `GET /docs/embedding`, which tells how to get it into others. */
export function addPages(app: HttpApp, { gatekeeper, scripts, version }: PageParts): void {
  for (const [path, asset] of Object.entries(ASSETS)) app.get(path, serveAsset(asset));

  app.get("/", async (c) => {
    const page = renderDemo({ language: pageLanguage(c), open: gatekeeper.openToAsk, version });
    // The widget builds its markup with a library that makes one policy of its own.
    return c.html(page, 200, { ...pageHeaders(pagePolicy("lit-html")), vary: "accept-language" });
  });

  app.get("/docs/embedding", async (c) => {
    const script = await scripts.pinned(version);
    const facts = { server: originOf(c), version, integrity: script?.integrity ?? "" };
    return c.html(guidePage(EMBEDDING_TITLE, embeddingGuide(facts)), 200, pageHeaders(pagePolicy()));
  });
}

const pageHeaders = (policy: string) => ({ "content-security-policy": policy, "cache-control": "no-cache" });
