import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeParts } from "../../../../tests/fakes/http-parts.js";
import { PACKAGE_ROOT } from "../../../config.js";
import { packageVersion } from "../../../version.js";
import { ATTRIBUTES, EVENTS, PARTS } from "../../widget/attributes.js";
import { createHttpApp } from "../app.js";
import { EMBEDDING_TITLE, embeddingGuide } from "./embedding-guide.js";
import { guideMarkdown } from "./guide-markdown.js";

const get = async (path: string, headers: Record<string, string> = {}) =>
  createHttpApp(makeParts({ version: "1.2.3" })).request(`http://konsil.example.org${path}`, {
    headers: { host: "localhost", ...headers },
  });

describe("the guide to embedding", () => {
  it("stands in docs/embedding.md, as it is", () => {
    const facts = {
      server: "https://konsil.example.org",
      version: packageVersion(),
      integrity: "sha384-… (the page /docs/embedding of your server shows it)",
    };
    const file = readFileSync(join(PACKAGE_ROOT, "docs", "embedding.md"), "utf8");
    expect(file).toBe(guideMarkdown(EMBEDDING_TITLE, embeddingGuide(facts)));
  });

  it("shows the address, the version and the hash of this very server", async () => {
    const page = await (await get("/docs/embedding")).text();
    const hash = /integrity=&quot;(sha384-[\w+/]{64})&quot;/.exec(page)?.[1] ?? "";
    const script = new Uint8Array(await (await get("/widget@1.2.3.js")).arrayBuffer());
    const digest = Buffer.from(await crypto.subtle.digest("SHA-384", script)).toString("base64");
    expect(hash).toBe(`sha384-${digest}`);
    expect(page).toContain("/widget@1.2.3.js");
    expect(page).toContain("http://konsil.example.org/widget.js");
    for (const proxies of ["https", "https, http"]) {
      const behindTls = await (await get("/docs/embedding", { "x-forwarded-proto": proxies })).text();
      expect(behindTls).toContain("https://konsil.example.org/widget.js");
    }
  });

  it("names every attribute, event and part", async () => {
    const page = await (await get("/docs/embedding")).text();
    for (const { name } of [...ATTRIBUTES, ...EVENTS, ...PARTS]) expect(page).toContain(`<code>${name}</code>`);
  });

  it("has a link to every section", async () => {
    const page = await (await get("/docs/embedding")).text();
    const targets = [...page.matchAll(/href="#([\w-]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(8);
    for (const id of targets) expect(page).toContain(`id="${id}"`);
  });
});
