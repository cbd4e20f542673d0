import { describe, expect, it } from "vitest";
import { makeParts } from "../../../../tests/fakes/http-parts.js";
import { createHttpApp } from "../app.js";
import { DEMO_TEXTS } from "./demo-texts.js";
import { DOCUMENT_TEXTS } from "./document-texts.js";

const PAGES = ["/", "/documents/lindental", "/docs/embedding", "/docs"];

const app = createHttpApp(makeParts());
const get = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const page = async (path: string, headers: Record<string, string> = {}) =>
  (await get(path, { accept: "text/html", ...headers })).text();
const assetsOf = (text: string) =>
  [...text.matchAll(/<(?:link|script|img)[^>]*\s(?:href|src)="([^"]+)"/g)].map(([, path = ""]) => path);

describe("the pages of the server", () => {
  it("come with everything that they load, each file under its own type", async () => {
    const assets = new Set((await Promise.all(PAGES.map((path) => page(path)))).flatMap(assetsOf));
    const types = { css: "text/css", js: "text/javascript", svg: "image/svg+xml" };
    expect(assets.size).toBeGreaterThan(8);
    for (const path of assets) {
      const response = await get(path);
      expect(response.status, path).toBe(200);
      const [, ending = ""] = /\.(\w+)$/.exec(path) ?? [];
      expect(types, path).toHaveProperty(ending, response.headers.get("content-type")?.split(";")[0]);
    }
  });

  it("load nothing from another host", async () => {
    for (const path of PAGES) {
      const text = await page(path);
      for (const asset of assetsOf(text)) expect(asset, path).toMatch(/^\/(?!\/)/);
      for (const asset of assetsOf(text).filter((name) => name.endsWith(".css") && name.startsWith("/page/"))) {
        expect(await (await get(asset)).text(), asset).not.toMatch(/@import|url\(/);
      }
    }
  });

  it("have no script and no style in their markup, and their scripts make no markup of text", async () => {
    for (const path of PAGES) {
      const text = await page(path);
      expect(text, path).not.toMatch(/<style|\sstyle=|\son\w+=|href="javascript:/i);
      expect(text, path).not.toMatch(/<script(?![^>]*\ssrc=)/);
    }
    for (const path of ["/page/demo.js", "/page/document-view.js"]) {
      expect(await (await get(path)).text(), path).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(/,
      );
    }
  });

  it("run under a policy that lets nothing else in", async () => {
    for (const path of PAGES.slice(0, 3)) {
      const policy = (await get(path, { accept: "text/html" })).headers.get("content-security-policy");
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).toContain("script-src 'self'");
      expect(policy, path).toContain("require-trusted-types-for 'script'");
      expect(policy, path).not.toMatch(/unsafe|\*|https?:/);
    }
    expect((await get("/docs")).headers.get("content-security-policy")).not.toMatch(/script-src[^;]*unsafe|\*|https?:/);
  });

  it("are asked for again only when they have changed", async () => {
    const etag = (await get("/page/demo.js")).headers.get("etag") ?? "";
    const again = await get("/page/demo.js", { "if-none-match": etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });
});

describe("the demo page", () => {
  it("speaks the language that was chosen, else the browser's, else English", async () => {
    const cases = [
      ["/", "de-CH, en;q=0.5", "de"],
      ["/", "fr, en;q=0.8, de;q=0.9", "de"],
      ["/", "fr", "en"],
      ["/?lang=en", "de", "en"],
      ["/?lang=xx", "de", "de"],
    ] as const;
    for (const [path, accepted, language] of cases) {
      const text = await page(path, { "accept-language": accepted });
      expect(text, accepted).toContain(`<html lang="${language}">`);
      expect(text, accepted).toContain(DEMO_TEXTS[language].heading);
    }
    expect(await page("/")).toContain('<html lang="en">');
  });

  it("has the chat in it where asking needs no key, and a place for a key where it does", async () => {
    expect(await page("/")).toContain("<konsil-chat ");
    const keyed = createHttpApp(makeParts({ keys: { ask: ["k"], admin: [] }, anonymous: false }));
    const text = await (await keyed.request("/")).text();
    expect(text).not.toContain("<konsil-chat ");
    expect(text).toContain('id="key-form"');
  });

  it("says everything in both languages", () => {
    for (const [name, texts] of Object.entries({ DEMO_TEXTS, DOCUMENT_TEXTS })) {
      for (const [key, german] of Object.entries(texts.de)) {
        const english: unknown = Object.entries(texts.en).find(([other]) => other === key)?.[1];
        if (typeof german === "string" && key !== "api") expect(german, `${name}.${key}`).not.toBe(english);
      }
    }
  });
});

describe("the page that describes the API", () => {
  it("has its assets from here", async () => {
    const assets = assetsOf(await page("/docs"));
    expect(assets).toHaveLength(4);
    for (const path of assets) expect((await get(path)).status, path).toBe(200);
    expect((await get("/docs/assets/swagger-ui.css")).headers.get("content-type")).toBe("text/css; charset=utf-8");
  });
});
