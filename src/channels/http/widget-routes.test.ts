import { describe, expect, it } from "vitest";
import { z } from "zod";
import { makeParts } from "../../../tests/fakes/http-parts.js";
import { createHttpApp, type HttpParts, type WidgetSettings } from "./app.js";
import { createWidgetTokens } from "./widget-tokens.js";

const LISTED = "https://intranet.example.org";
const FOREIGN = "https://evil.example";
const HOST = "konsil.example.org";
const OWN = `https://${HOST}`;
const SECRET = new Uint8Array(32).fill(1);

const WIDGET: WidgetSettings = { origins: [LISTED], signInHeader: null, secret: SECRET, folder: null };
const KEYED: Partial<HttpParts> = {
  widget: WIDGET,
  keys: { ask: ["ask-key"], admin: ["admin-key"] },
  anonymous: false,
};
/** Asking is open to whoever reaches the server. */
const OPEN: Partial<HttpParts> = { widget: WIDGET, loopbackOnly: false };
/** A server without keys, for this machine alone. */
const LOCAL: Partial<HttpParts> = { widget: WIDGET };

const tokenSchema = z.object({ token: z.string(), expiresAt: z.iso.datetime() });

type Headers = Record<string, string>;

function appOf(parts: Partial<HttpParts>) {
  const app = createHttpApp(makeParts(parts));
  const host = parts === LOCAL ? "localhost:8787" : HOST;
  const request = (method: string, path: string, headers: Headers, body?: string) =>
    app.request(path, { method, headers: { host, ...headers }, ...(body === undefined ? {} : { body }) });
  const post = (path: string, headers: Headers, body: object) =>
    request("POST", path, { "content-type": "application/json", ...headers }, JSON.stringify(body));
  return {
    request,
    token: (headers: Headers) => request("POST", "/widget/token", headers),
    ask: (headers: Headers) => post("/v1/ask", headers, { question: "Was?" }),
    add: (headers: Headers) => post("/v1/documents", headers, { text: "Neu.", id: "new" }),
  };
}

async function tokenFor(origin: string, parts: Partial<HttpParts> = KEYED): Promise<string> {
  return tokenSchema.parse(await (await appOf(parts).token({ origin })).json()).token;
}

describe("tokens for the widget", () => {
  it("let pages of a listed origin ask and read, and never change the corpus", async () => {
    const authorization = `Bearer ${await tokenFor(LISTED)}`;
    const app = appOf(KEYED);
    expect((await app.ask({ origin: LISTED, authorization })).status).toBe(200);
    expect((await app.request("GET", "/v1/documents", { origin: LISTED, authorization })).status).toBe(200);
    expect((await app.add({ origin: LISTED, authorization })).status).toBe(401);
    expect((await app.request("DELETE", "/v1/documents/north", { authorization })).status).toBe(401);
  });

  it("let nobody ask from elsewhere, nor from nowhere", async () => {
    const authorization = `Bearer ${await tokenFor(LISTED)}`;
    const app = appOf(KEYED);
    expect((await app.ask({ origin: FOREIGN, authorization })).status).toBe(401);
    expect((await app.ask({ origin: "null", authorization })).status).toBe(401);
    expect((await app.ask({ authorization })).status).toBe(401);
  });

  it("are good on pages of the server itself, such as the document view, which sends no origin when it reads", async () => {
    const authorization = `Bearer ${await tokenFor(LISTED)}`;
    const app = appOf(KEYED);
    expect((await app.request("GET", "/v1/documents/north/text", { authorization })).status).toBe(200);
    expect((await app.ask({ origin: OWN, authorization })).status).toBe(200);
  });

  it("are good no longer once their origin is not listed any more, or their time is over", async () => {
    const authorization = `Bearer ${await tokenFor(LISTED)}`;
    const removed = appOf({ ...KEYED, widget: { ...WIDGET, origins: [FOREIGN] } });
    expect((await removed.ask({ origin: LISTED, authorization })).status).toBe(401);
    const old = createWidgetTokens(SECRET, () => Date.now() - 11 * 60_000).issue(LISTED).token;
    expect((await appOf(KEYED).ask({ origin: LISTED, authorization: `Bearer ${old}` })).status).toBe(401);
  });

  it("are given to no other origin, which may read why", async () => {
    for (const origin of [FOREIGN, "null", "http://intranet.example.org", `${LISTED}:8443`, `${LISTED}.evil.example`]) {
      for (const parts of [KEYED, OPEN, LOCAL]) {
        const response = await appOf(parts).token({ origin });
        expect(response.status, origin).toBe(403);
        expect(response.headers.get("access-control-allow-origin")).toBe(origin);
        expect(JSON.stringify(await response.json())).toContain("KONSIL_WIDGET_ORIGINS");
      }
    }
  });

  it("are not given to pages of the server itself as long as its origin is not listed: they ask for a key", async () => {
    expect((await appOf(KEYED).token({ origin: OWN })).status).toBe(401);
    expect((await appOf(KEYED).token({})).status).toBe(401);
    const listed = { ...KEYED, widget: { ...WIDGET, origins: [OWN] } };
    expect((await appOf(listed).token({ origin: OWN })).status).toBe(200);
  });

  it("are none where asking needs no key", async () => {
    for (const [parts, own] of [
      [OPEN, OWN],
      [LOCAL, "http://localhost:8787"],
    ] as const) {
      for (const headers of [{ origin: LISTED }, { origin: own }, {}]) {
        const response = await appOf(parts).token(headers);
        expect(await response.json()).toEqual({ token: null, expiresAt: null });
      }
    }
  });

  it("are given to nobody who is not signed in, where the operator names the header that says so", async () => {
    const app = appOf({ ...KEYED, widget: { ...WIDGET, signInHeader: "x-forwarded-user" } });
    expect((await app.token({ origin: LISTED })).status).toBe(401);
    expect((await app.token({ origin: LISTED, "x-forwarded-user": " " })).status).toBe(401);
    expect((await app.token({ origin: FOREIGN, "x-forwarded-user": "somebody" })).status).toBe(403);
    expect((await app.token({ origin: LISTED, "X-Forwarded-User": "somebody" })).status).toBe(200);
  });

  it("are never stored on the way", async () => {
    expect((await appOf(KEYED).token({ origin: LISTED })).headers.get("cache-control")).toBe("no-store");
  });
});

describe("pages of other origins", () => {
  const preflight = (path: string, origin: string, method = "POST", parts = KEYED) =>
    appOf(parts).request("OPTIONS", path, {
      origin,
      "access-control-request-method": method,
      "access-control-request-headers": "authorization, content-type, accept, x-request-id",
    });

  it("may use what the widget uses when they are listed", async () => {
    for (const path of [
      "/widget/token",
      "/v1/ask",
      "/v1/search",
      "/v1/feedback",
      "/v1/documents",
      "/v1/documents/x/text",
    ]) {
      const { status, headers } = await preflight(path, LISTED);
      expect([status, headers.get("access-control-allow-origin")], path).toEqual([204, LISTED]);
      expect(headers.get("access-control-allow-headers"), path).toBe(
        "authorization,content-type,accept,x-request-id,idempotency-key",
      );
      expect(headers.get("vary"), path).toMatch(/origin/i);
    }
  });

  it("may use nothing when they are not, and nobody may use the rest", async () => {
    for (const path of ["/widget/token", "/v1/ask", "/v1/documents"]) {
      expect((await preflight(path, FOREIGN)).headers.get("access-control-allow-origin"), path).toBeNull();
    }
    for (const path of ["/docs", "/readyz", "/documents/north"]) {
      expect((await preflight(path, LISTED)).headers.get("access-control-allow-origin"), path).toBeNull();
    }
    expect((await preflight("/v1/documents", LISTED, "DELETE")).headers.get("access-control-allow-methods")).toBe(
      "GET,HEAD",
    );
  });

  it("can read refusals with the headers that say what to do", async () => {
    const response = await appOf(KEYED).ask({ origin: LISTED });
    expect(response.status).toBe(401);
    expect(response.headers.get("access-control-allow-origin")).toBe(LISTED);
    expect(response.headers.get("access-control-expose-headers")).toBe(
      "x-request-id,retry-after,idempotency-replayed,ratelimit-limit,ratelimit-remaining,ratelimit-reset",
    );
    expect(response.headers.get("vary")).toMatch(/origin/i);
  });

  it("may ask a server without keys when they are listed, and change nothing there", async () => {
    for (const parts of [LOCAL, OPEN]) {
      const app = appOf(parts);
      expect((await app.ask({ origin: LISTED })).status).toBe(200);
      expect((await app.ask({ origin: FOREIGN })).status).toBe(403);
      expect((await app.add({ origin: LISTED })).status).toBe(403);
    }
    // The name under which it is asked is still checked: a listed page on a name that only resolves to this machine.
    expect((await appOf(LOCAL).ask({ origin: LISTED, host: "evil.example" })).status).toBe(403);
  });
});

describe("the widget's script", () => {
  it("is loaded by any page, also with an integrity hash", async () => {
    for (const path of ["/widget.js", "/widget@0.0.0.js"]) {
      const app = createHttpApp(makeParts({ ...KEYED, version: "0.0.0" }));
      const response = await app.request(path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
      expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    }
  });

  it("is asked for again only when it has changed, and a version never", async () => {
    const app = createHttpApp(makeParts({ version: "0.0.0" }));
    const latest = await app.request("/widget.js");
    expect(latest.headers.get("cache-control")).toBe("no-cache");
    const again = await app.request("/widget.js", { headers: { "if-none-match": latest.headers.get("etag") ?? "" } });
    expect(again.status).toBe(304);
    const pinned = await app.request("/widget@0.0.0.js");
    expect(pinned.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(await pinned.text()).toBe(await latest.text());
  });

  it("says which version there is, when it is asked for another", async () => {
    const app = createHttpApp(makeParts({ version: "1.2.3" }));
    for (const path of ["/widget@9.9.9.js", "/widget@latest.js", "/widget@...js"]) {
      const response = await app.request(path);
      expect(response.status, path).toBe(404);
      expect(await response.json()).toMatchObject({
        code: "not_found",
        detail: expect.stringContaining("/widget@1.2.3.js"),
      });
    }
  });
});
