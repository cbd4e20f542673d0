import { describe, expect, it } from "vitest";
import { makeParts } from "../../../tests/fakes/http-parts.js";
import { createHttpApp, type HttpParts } from "./app.js";

const KEYS = { ask: ["ask-one", "ask-two"], admin: ["admin-one"] };

function statuses(parts: Partial<HttpParts>, authorization?: string) {
  const app = createHttpApp(makeParts(parts));
  const headers = { "content-type": "application/json", ...(authorization ? { authorization } : {}) };
  const statusOf = async (path: string, init: RequestInit = {}) => {
    const response = await app.request(path, { headers, ...init });
    return response.status;
  };
  const post = (path: string, body: object) => statusOf(path, { method: "POST", body: JSON.stringify(body) });
  return Promise.all([
    post("/v1/ask", { question: "Was?" }),
    post("/v1/search", { query: "Was?" }),
    statusOf("/v1/documents"),
    statusOf("/v1/documents/lindental/text"),
    post("/v1/documents", { text: "Neu.", id: "new" }),
    statusOf("/v1/documents/north", { method: "DELETE" }),
  ]);
}

describe("keys", () => {
  it("lets everybody on this machine ask and change without any key", async () => {
    expect(await statuses({})).toEqual([200, 200, 200, 200, 201, 204]);
  });

  it("lets an anonymous network ask, and nobody in it change the corpus", async () => {
    expect(await statuses({ loopbackOnly: false })).toEqual([200, 200, 200, 200, 403, 403]);
  });

  it("lets nobody in without keys unless anonymous asking is allowed", async () => {
    expect(await statuses({ anonymous: false })).toEqual([401, 401, 401, 401, 401, 401]);
  });

  it.each([
    ["no key", undefined],
    ["a wrong key", "Bearer ask-three"],
    ["a prefix of a key", "Bearer ask-on"],
    ["another scheme", "Basic ask-one"],
    ["an empty key", "Bearer "],
    ["two keys", "Bearer ask-one ask-two"],
  ])("refuses %s", async (_name, authorization) => {
    const parts = { keys: KEYS, anonymous: false };
    expect(await statuses(parts, authorization)).toEqual([401, 401, 401, 401, 401, 401]);
  });

  it("lets an ask key ask and read, and forbids it to change the corpus", async () => {
    for (const key of KEYS.ask) {
      expect(await statuses({ keys: KEYS, anonymous: false }, `Bearer ${key}`)).toEqual([200, 200, 200, 200, 403, 403]);
    }
  });

  it("lets an admin key do everything", async () => {
    const parts = { keys: KEYS, anonymous: false };
    expect(await statuses(parts, "Bearer admin-one")).toEqual([200, 200, 200, 200, 201, 204]);
    expect(await statuses(parts, "bearer admin-one")).toEqual([200, 200, 200, 200, 201, 204]);
  });

  it("keeps asking open where that was allowed, and changes behind the admin key", async () => {
    const parts = { keys: { ask: [], admin: ["admin-one"] }, anonymous: true };
    expect(await statuses(parts)).toEqual([200, 200, 200, 200, 401, 401]);
    expect(await statuses(parts, "Bearer admin-one")).toEqual([200, 200, 200, 200, 201, 204]);
  });

  it("needs none for health, pages and the description", async () => {
    const app = createHttpApp(makeParts({ keys: KEYS, anonymous: false }));
    for (const path of [
      "/",
      "/docs",
      "/openapi.json",
      "/healthz",
      "/metrics",
      "/readyz",
      "/widget.js",
      "/docs/embedding",
      "/favicon.svg",
    ]) {
      expect((await app.request(path)).status, path).toBe(200);
    }
  });

  it("says how to authenticate, and reads no body before that", async () => {
    const app = createHttpApp(makeParts({ keys: KEYS, anonymous: false }));
    const response = await app.request("/v1/ask", { method: "POST", body: "no json" });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe('Bearer realm="konsil"');
    expect(await response.json()).toMatchObject({ code: "unauthorized", status: 401 });
  });
});

describe("a server without keys", () => {
  const ask = (headers: Record<string, string>, parts: Partial<HttpParts> = {}) =>
    createHttpApp(makeParts(parts)).request("/v1/ask", {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ question: "Was?" }),
    });

  it.each(["localhost", "localhost:8787", "127.0.0.1:8787", "[::1]:8787", "LOCALHOST"])(
    "answers to %s",
    async (host) => {
      expect((await ask({ host })).status).toBe(200);
    },
  );

  it.each(["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8787", "localhost:8787@evil.example"])(
    "does not answer to %s",
    async (host) => {
      expect((await ask({ host })).status).toBe(403);
      const app = createHttpApp(makeParts());
      expect((await app.request("/v1/documents", { headers: { host } })).status).toBe(403);
    },
  );

  it("answers to any name where it listens to the network", async () => {
    expect((await ask({ host: "konsil.intranet" }, { loopbackOnly: false })).status).toBe(200);
  });

  it.each(["https://evil.example", "null", "http://localhost:9999", "localhost:8787"])(
    "takes nothing from a page of %s",
    async (origin) => {
      for (const loopbackOnly of [true, false]) {
        const response = await ask({ host: "localhost:8787", origin }, { loopbackOnly });
        expect(response.status).toBe(403);
        expect(await response.json()).toMatchObject({ code: "forbidden" });
      }
    },
  );

  it("takes questions from its own page", async () => {
    expect((await ask({ host: "localhost:8787", origin: "http://localhost:8787" })).status).toBe(200);
    expect((await ask({ host: "LocalHost:8787", origin: "http://localhost:8787" })).status).toBe(200);
  });
});
