import { describe, expect, it } from "vitest";
import { makeDocument, makeParts } from "../../../tests/fakes/http-parts.js";
import { KonsilError } from "../../contracts/errors.js";
import { createHttpApp, type HttpParts } from "./app.js";

const HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
const KEYED = { keys: { ask: ["ask-key"], admin: [] }, anonymous: false };
const HOSTILE = `</h1><script>alert(1)</script><img src=x onerror="alert(2)">'&`;

const get = (path: string, headers: Record<string, string> = {}, parts: Partial<HttpParts> = {}) =>
  createHttpApp(makeParts(parts)).request(path, { headers: { accept: HTML, ...headers } });

describe("GET /documents/{id}", () => {
  it("shows the document without any script: title, publisher, date, link and text", async () => {
    const response = await get("/documents/lindental", { "accept-language": "de-AT,de;q=0.9,en;q=0.5" });
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    expect(page).toContain('<html lang="de">');
    expect(page).toContain(">3. März 2025</time>");
    expect(page).toContain(
      '<a href="https://example.org/lindental" rel="noopener noreferrer">Zur Veröffentlichung</a>',
    );
    expect(page).toContain("Am 3. März 2025 gründeten das Klinikum Lindental und Optimed ein Institut.");
  });

  it("speaks the reader's language around the text, and marks the text with its own", async () => {
    const page = await (await get("/documents/lindental", { "accept-language": "en-GB,de;q=0.5" })).text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<article id="document" lang="de">');
    expect(page).toContain(">3 March 2025</time>");
    expect(await (await get("/documents/lindental?lang=de", { "accept-language": "en" })).text()).toContain("3. März");
  });

  it("shows what documents say as text, and makes links of web addresses alone", async () => {
    const parts = makeParts();
    const fields = {
      title: HOSTILE,
      publisher: HOSTILE,
      url: "javascript:alert(3)",
      language: null,
      publishedAt: null,
    };
    parts.store.set("hostile", makeDocument("hostile", `${HOSTILE}\n\n- ${HOSTILE}`, fields));
    const page = await (await get("/documents/hostile", {}, parts)).text();
    expect(page).not.toContain("<script>alert");
    expect(page).not.toContain("<img src=x");
    expect(page).not.toContain("javascript:");
    expect(page.match(/&lt;script&gt;alert\(1\)/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it("may load nothing but our own files, and turn no text into script", async () => {
    const policy = (await get("/documents/lindental")).headers.get("content-security-policy") ?? "";
    for (const rule of ["default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'"]) {
      expect(policy).toContain(rule);
    }
    expect(policy).toContain("trusted-types 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it("is never stored, since a document may be removed", async () => {
    expect((await get("/documents/lindental")).headers.get("cache-control")).toBe("no-store");
  });

  it("says that there is no such document: as a page to browsers, as a problem to clients", async () => {
    for (const path of ["/documents/nobody", "/documents/%3Cscript%3E"]) {
      const page = await get(path, { "accept-language": "de" });
      expect([page.status, page.headers.get("content-type")?.split(";")[0]]).toEqual([404, "text/html"]);
      expect(await page.text()).toContain("Dieses Dokument gibt es hier nicht");
      for (const accept of ["application/json", "*/*"]) {
        const problem = await get(path, { accept });
        expect([problem.status, problem.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
      }
    }
  });

  it("says that the documents are still being read", async () => {
    const { library } = makeParts();
    const opening = {
      library: { ...library, document: async () => Promise.reject(new KonsilError("index_not_ready", "x")) },
    };
    const page = await get("/documents/lindental", {}, opening);
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await page.text()).toContain("just being read");
  });

  it("says to a browser that asks too often when to come back", async () => {
    const limits = { rateLimit: { requests: 1, seconds: 30 }, trustedProxies: 0 };
    const app = createHttpApp(makeParts({ limits }));
    const visit = (accept: string) => app.request("/documents/lindental", { headers: { accept } });
    expect((await visit(HTML)).status).toBe(200);
    const page = await visit(HTML);
    expect([page.status, page.headers.get("retry-after")]).toEqual([429, "30"]);
    expect(await page.text()).toContain("Too many requests in a short time.");
    expect(await (await visit("application/json")).json()).toMatchObject({ code: "rate_limited" });
  });

  it("tells whoever has no key nothing, not even whether there is such a document", async () => {
    const [known, unknown] = await Promise.all(
      ["lindental", "nobody"].map(async (id) => {
        const response = await get(`/documents/${id}`, {}, KEYED);
        return { status: response.status, page: (await response.text()).replaceAll(id, "ID") };
      }),
    );
    expect(known).toEqual(unknown);
    expect(known?.page).not.toContain("Klinikum");
    expect(known?.status).toBe(200);
  });

  it("shows the text at once to a request with a key", async () => {
    const response = await get("/documents/lindental", { authorization: "Bearer ask-key" }, KEYED);
    expect(await response.text()).toContain("gründeten das Klinikum Lindental");
  });
});
