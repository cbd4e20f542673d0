import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { makeParts } from "../../../../tests/fakes/http-parts.js";
import { createHttpApp } from "../app.js";
import { STREAM } from "./stream.js";
import { TEXTS } from "./texts.js";

const FILES = [
  "/",
  "/page/page.css",
  "/page/page.js",
  "/page/answer.js",
  "/page/stream.js",
  "/page/texts.js",
  "/favicon.svg",
];

const get = async (path: string, headers: Record<string, string> = {}) =>
  createHttpApp(makeParts()).request(path, { headers });

const textOf = async (path: string) => (await get(path)).text();

/** A browser module, as a module of ours. */
const moduleOf = (source: string) => import(`data:text/javascript,${encodeURIComponent(source)}`);

describe("the page to ask on", () => {
  it("comes with everything that it refers to, each file under its own type", async () => {
    const page = await textOf("/");
    const modules = await Promise.all(["/page/page.js", "/page/answer.js"].map(textOf));
    const referred = [
      ...[...page.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path = ""]) => path),
      ...[...modules.join("\n").matchAll(/from "\.\/([^"]+)"/g)].map(([, name]) => `/page/${name}`),
    ];
    expect(new Set(referred)).toEqual(new Set([...FILES.slice(1), "/docs"]));
    const types = await Promise.all(FILES.map(async (path) => (await get(path)).headers.get("content-type")));
    expect(types.map((type) => type?.split(";")[0])).toEqual([
      ...["text/html", "text/css", "text/javascript", "text/javascript", "text/javascript", "text/javascript"],
      "image/svg+xml",
    ]);
  });

  it("names no other host", async () => {
    for (const path of [...FILES, "/docs", "/docs/assets/start.js"]) {
      const text = (await textOf(path)).replaceAll('xmlns="http://www.w3.org/2000/svg"', "");
      expect(text.match(/(?:https?:)?\/\/[\w-]+\.[\w.-]+/g), path).toBeNull();
      expect(text, path).not.toMatch(/@import|url\(/);
    }
  });

  it("has no script and no style in its markup, and never makes markup of text", async () => {
    for (const path of ["/", "/docs"]) {
      const page = await textOf(path);
      expect(page).not.toMatch(/<style|style=|\son\w+=|javascript:/i);
      expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
    }
    for (const path of FILES.filter((name) => name.endsWith(".js"))) {
      expect(await textOf(path), path).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/);
    }
  });

  it("runs under a policy that lets nothing else in", async () => {
    const policy = (await get("/")).headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect((await get("/docs")).headers.get("content-security-policy")).not.toMatch(/script-src[^;]*unsafe|\*|https?:/);
  });

  it("has scripts that parse", async () => {
    for (const path of FILES.filter((name) => name.endsWith(".js"))) {
      const source = (await textOf(path)).replaceAll(/^export /gm, "").replaceAll(/^import .*$/gm, "");
      expect(() => new Script(`(async () => { ${source} })`), path).not.toThrow();
    }
  });

  it("says everything in both languages, and knows every text that its markup asks for", async () => {
    const { texts } = await moduleOf(TEXTS);
    const shape = (value: unknown): unknown =>
      typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
        : typeof value;
    expect(shape(texts.de)).toEqual(shape(texts.en));
    const asked = [...(await textOf("/")).matchAll(/data-(?:text|label|placeholder)="(\w+)"/g)].map(([, name]) => name);
    for (const name of asked) expect(texts.de[name ?? ""], name).toBeTypeOf("string");
  });

  it("is asked for again only when it has changed", async () => {
    const etag = (await get("/page/page.js")).headers.get("etag") ?? "";
    const again = await get("/page/page.js", { "if-none-match": etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });
});

describe("the page's reader of events", () => {
  it("hands on every event once it is whole, wherever the network cut the stream", async () => {
    const { readEvents } = await moduleOf(STREAM.replace(/let key = .*/, "let key = null;"));
    const stream = `: still here\n\nevent: a\ndata: {"type":"a","text":"Grüße 🌽"}\n\nevent: b\ndata: {"type":"b"}\n\n`;
    const bytes = new TextEncoder().encode(stream);
    for (const size of [1, 2, 7, bytes.length]) {
      const body = new ReadableStream({
        start(controller) {
          for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
          controller.close();
        },
      });
      const heard: unknown[] = [];
      await readEvents(body, (event: unknown) => heard.push(event));
      expect(heard).toEqual([{ type: "a", text: "Grüße 🌽" }, { type: "b" }]);
    }
  });
});

describe("the page that describes the API", () => {
  it("has its assets from here", async () => {
    const page = await textOf("/docs");
    const assets = [...page.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path = ""]) => path);
    expect(assets).toHaveLength(4);
    for (const path of assets) expect((await get(path)).status, path).toBe(200);
    expect((await get("/docs/assets/swagger-ui.css")).headers.get("content-type")).toBe("text/css; charset=utf-8");
  });
});
