import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeAsker, makeIngester, makeLibrary, makeParts } from "../../../tests/fakes/http-parts.js";
import { KonsilError, problemSchema } from "../../contracts/errors.js";
import { createHttpApp } from "./app.js";

const JSON_TYPE = { "content-type": "application/json" };

const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = JSON_TYPE) =>
  [path, { method: "POST", headers, body }] as const;

describe("every response", () => {
  const requests = [["/"], ["/healthz"], ["/nothing"], ["/v1/documents"], post("/v1/ask", "{")] as const;

  it("carries headers that keep browsers safe", async () => {
    const app = createHttpApp(makeParts());
    for (const [path, init] of requests) {
      const { headers } = await app.request(path, init);
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("content-security-policy"), path).toContain("default-src 'none'");
      expect(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
      expect(headers.get("referrer-policy"), path).toBe("no-referrer");
      expect(headers.get("x-frame-options"), path).toBe("DENY");
      expect(headers.get("access-control-allow-origin"), path).toBeNull();
    }
  });

  it("carries a request id: the caller's when it is sane, else one of its own", async () => {
    const app = createHttpApp(makeParts());
    const idFor = async (id: string | null) => {
      const { headers } = await app.request("/healthz", { headers: id === null ? {} : { "x-request-id": id } });
      return headers.get("x-request-id");
    };
    expect(await idFor("trace-1.a_B")).toBe("trace-1.a_B");
    for (const odd of [null, "a b", "a".repeat(129), "<script>", ""]) {
      expect(await idFor(odd)).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect(await idFor(null)).not.toBe(await idFor(null));
  });

  it("of the API is never stored", async () => {
    const app = createHttpApp(makeParts());
    for (const [path, init] of [
      ["/v1/documents"],
      ["/v1/documents/x"],
      post("/v1/ask", '{"question":"Was?"}'),
    ] as const) {
      expect((await app.request(path, init)).headers.get("cache-control"), path).toBe("no-store");
    }
  });
});

describe("addresses", () => {
  it("that are unknown are 404", async () => {
    const app = createHttpApp(makeParts());
    for (const path of [
      "/nothing",
      "/v1",
      "/v1/ask/more",
      "/docs/assets/../package.json",
      "/docs/assets/package.json",
    ]) {
      const response = await app.request(path);
      expect(response.status, path).toBe(404);
      expect(await response.json(), path).toMatchObject({ code: "not_found", status: 404 });
    }
  });

  it.each([
    ["GET", "/v1/ask", "POST"],
    ["DELETE", "/v1/search", "POST"],
    ["PATCH", "/v1/documents", "GET, HEAD, POST"],
    ["POST", "/v1/documents/north", "GET, HEAD, PUT, DELETE"],
    ["PUT", "/v1/documents/north/text", "GET, HEAD"],
    ["OPTIONS", "/healthz", "GET, HEAD"],
  ])("say which methods they take: %s %s", async (method, path, allow) => {
    const response = await createHttpApp(makeParts()).request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe(allow);
    expect(await response.json()).toMatchObject({ code: "method_not_allowed" });
  });

  it("answer to HEAD without a body", async () => {
    const response = await createHttpApp(makeParts()).request("/v1/documents/lindental/text", { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });

  it.each(["/v1/documents/%", "/v1/documents/%E0%A4%A", "/v1/documents/%zz/text", "/%ff"])(
    "with broken percent-encoding are 400: %s",
    async (path) => {
      const response = await createHttpApp(makeParts()).request(path);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: "invalid_request", status: 400 });
    },
  );
});

describe("bodies", () => {
  const BODIES = ["/v1/ask", "/v1/search", "/v1/documents"];

  it.each(BODIES)("that are no JSON are 400 at %s, and it says so", async (path) => {
    const app = createHttpApp(makeParts());
    for (const body of ["", "{", "{'a': 1}", new Uint8Array([0x22, 0xff, 0xfe, 0x22])]) {
      const response = await app.request(...post(path, body));
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: "invalid_request", detail: expect.stringContaining("JSON") });
    }
  });

  it.each(BODIES)("of another type, or packed, are 415 at %s", async (path) => {
    const app = createHttpApp(makeParts());
    const types = [{}, { "content-type": "text/plain" }, { "content-type": "application/jsonish" }];
    for (const headers of [...types, { ...JSON_TYPE, "content-encoding": "gzip" }]) {
      const response = await app.request(...post(path, new TextEncoder().encode("{}"), headers));
      expect(response.status).toBe(415);
      expect(await response.json()).toMatchObject({ code: "unsupported_media_type" });
    }
  });

  it("may say that they are UTF-8", async () => {
    const headers = { "content-type": "Application/JSON; charset=UTF-8" };
    const response = await createHttpApp(makeParts()).request(...post("/v1/ask", '{"question":"Grün?"}', headers));
    expect(response.status).toBe(200);
  });

  it.each(BODIES)("over the limit are 413 at %s, whether they state their length or not", async (path) => {
    const app = createHttpApp(makeParts({ bodyLimit: 100 }));
    const stated = await app.request(...post(path, "{}", { ...JSON_TYPE, "content-length": "101" }));
    expect(stated.status).toBe(413);
    const counted = await app.request(...post(path, JSON.stringify({ question: "x".repeat(200) })));
    expect(counted.status).toBe(413);
    expect(await counted.json()).toMatchObject({ code: "payload_too_large" });
  });

  it("whatever they hold, end in an answer or in a problem that says what is wrong", async () => {
    const app = createHttpApp(makeParts());
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      fc.record({ question: fc.anything(), history: fc.anything(), filter: fc.anything() }).map((it) => {
        return JSON.stringify(it, (_key, value) => (typeof value === "bigint" ? String(value) : value));
      }),
    );
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        const response = await app.request(...post("/v1/ask", text));
        expect([200, 400, 422]).toContain(response.status);
        if (response.status === 200) return;
        const problem = problemSchema.parse(await response.json());
        expect(problem.code).toBe("invalid_request");
        expect(problem.status).toBe(response.status);
      }),
    );
  });
});

describe("whatever goes wrong inside", () => {
  const SECRET = /\/(?:srv|etc)\/|\.ts:|\.js:|node_modules|at Object|s3cret/;
  const odd: [string, unknown][] = [
    ["an error that names a file", new Error("ENOENT: no such file /srv/konsil/s3cret.db")],
    ["a system error", Object.assign(new Error("open /etc/shadow"), { code: "EACCES", path: "/etc/shadow" })],
    ["a text", "s3cret"],
    ["null", null],
    ["undefined", undefined],
    ["an object that is no error", { path: "/srv/s3cret" }],
    ["a DOMException", new DOMException("s3cret", "AbortError")],
    ["a failure of the store", new KonsilError("storage_unavailable", "/srv/konsil is full")],
    ["a cause", new KonsilError("internal", "s3cret", { cause: new Error("/etc/x/y.js:1:2") })],
  ];

  const failing = (thrown: unknown) => {
    const fail = () => Promise.reject(thrown);
    const store = new Map();
    return makeParts({
      asker: makeAsker({ ask: fail, search: fail }),
      library: { ...makeLibrary(store), document: fail, documents: fail },
      ingester: { ...makeIngester(store), ingestUpload: fail, remove: fail },
      readiness: fail,
    });
  };

  it.each(odd)("%s becomes a problem with a request id and nothing else", async (_name, thrown) => {
    const parts = failing(thrown);
    const app = createHttpApp(parts);
    const requests = [
      post("/v1/ask", '{"question":"Was?"}'),
      post("/v1/ask", '{"question":"Was?","stream":true}'),
      post("/v1/search", '{"query":"Was?"}'),
      post("/v1/documents", '{"text":"Neu."}'),
      ["/v1/documents", {}],
      ["/v1/documents/lindental", {}],
      ["/v1/documents/lindental/text", {}],
      ["/v1/documents/lindental", { method: "DELETE" }],
      ["/readyz", {}],
    ] as const;
    for (const [path, init] of requests) {
      const response = await app.request(path, init);
      const text = await response.text();
      expect(response.status, path).toBeGreaterThanOrEqual(500);
      expect(response.headers.get("content-type"), path).toBe("application/problem+json");
      expect(response.headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(text, path).not.toMatch(SECRET);
      const problem = JSON.parse(text);
      expect(Object.keys(problem).sort()).toEqual(["code", "requestId", "status", "title", "type"]);
      expect(problem.requestId).toBe(response.headers.get("x-request-id"));
      const logged = parts.logged.find(
        ({ level, fields }) => level === "error" && fields.requestId === problem.requestId,
      );
      expect(logged?.fields).toHaveProperty("err", thrown);
    }
  });

  it("says when to come back while the index is not ready", async () => {
    const refusing = () => Promise.reject(new KonsilError("index_not_ready", "The corpus is being read."));
    const app = createHttpApp(makeParts({ asker: makeAsker({ ask: refusing }) }));
    for (const body of ['{"question":"Was?"}', '{"question":"Was?","stream":true}']) {
      const response = await app.request(...post("/v1/ask", body));
      expect(response.status).toBe(503);
      expect(response.headers.get("retry-after")).toMatch(/^[1-9]\d*$/);
      expect(await response.json()).toMatchObject({ code: "index_not_ready", detail: "The corpus is being read." });
    }
  });
});

describe("the log", () => {
  it("has one line a request, with no question, body, key or query in it", async () => {
    const parts = makeParts({ keys: { ask: ["s3cret-key"], admin: [] }, anonymous: false });
    const app = createHttpApp(parts);
    const headers = { ...JSON_TYPE, authorization: "Bearer s3cret-key" };
    await app.request(...post("/v1/ask", '{"question":"s3cret question"}', headers));
    await app.request(...post("/v1/ask", '{"s3cret field":1}', headers));
    await app.request("/v1/documents?publisher=s3cret", { headers });
    await setImmediate();
    expect(parts.logged.map(({ level, message, fields }) => [level, message, fields.path, fields.status])).toEqual([
      ["info", "request", "/v1/ask", 200],
      ["info", "request", "/v1/ask", 422],
      ["info", "request", "/v1/documents", 200],
    ]);
    expect(JSON.stringify(parts.logged)).not.toContain("s3cret");
  });

  it("does not fill with health checks", async () => {
    const parts = makeParts();
    const app = createHttpApp(parts);
    await app.request("/healthz");
    await app.request("/readyz");
    await setImmediate();
    expect(parts.logged.map(({ level }) => level)).toEqual(["debug", "debug"]);
  });
});

describe("health", () => {
  it("is told with the version", async () => {
    const response = await createHttpApp(makeParts()).request("/healthz");
    expect(await response.json()).toEqual({ status: "ok", version: "0.0.0-test" });
  });

  it("is not readiness, which is 503 until model and index are there", async () => {
    const state = { ready: false, model: "loading", index: "opening", documents: 0, passages: 0 } as const;
    const app = createHttpApp(makeParts({ readiness: async () => state }));
    expect((await app.request("/healthz")).status).toBe(200);
    const response = await app.request("/readyz");
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await response.json()).toEqual(state);
    expect((await createHttpApp(makeParts()).request("/readyz")).status).toBe(200);
  });
});
