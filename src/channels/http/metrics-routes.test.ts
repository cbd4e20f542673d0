import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { ANSWER, makeAsker, makeParts } from "../../../tests/fakes/http-parts.js";
import { readSamples, type Sample, sumOf } from "../../../tests/prometheus.js";
import { createHttpApp, type HttpParts } from "./app.js";
import { type HttpServer, serveHttp } from "./server.js";

const JSON_TYPE = { "content-type": "application/json" };
const KEYED = { keys: { ask: ["s3cret-key"], admin: [] }, anonymous: false };
const servers: HttpServer[] = [];

async function serve(overrides: Partial<HttpParts> = {}) {
  const parts = makeParts(overrides);
  const server = await serveHttp(createHttpApp(parts), { host: "127.0.0.1", port: 0, graceMs: 1000 });
  servers.push(server);
  const scrape = async () => readSamples(await (await fetch(`${server.url}/metrics`)).text());
  return { ...parts, url: server.url, scrape };
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const routesIn = (samples: readonly Sample[]) =>
  new Set(samples.filter(({ name }) => name === "http_requests_total").map(({ labels }) => labels.route));

describe("GET /metrics", () => {
  it("is text for Prometheus, needs no key and is never stored", async () => {
    const { url } = await serve(KEYED);
    const response = await fetch(`${url}/metrics`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(sumOf(readSamples(await response.text()), "konsil_ready")).toBe(1);
  });

  it("is refused under a foreign name, as everything is on a server without keys", async () => {
    const app = createHttpApp(makeParts());
    const response = await app.request("/metrics", { headers: { host: "evil.example" } });
    expect(response.status).toBe(403);
  });

  it("shows what is known of a server whose state cannot be read, and the log says why", async () => {
    const error = new Error("the disk is gone");
    const { scrape, logged } = await serve({ readiness: () => Promise.reject(error) });
    const samples = await scrape();
    expect(sumOf(samples, "konsil_ready")).toBe(0);
    expect(sumOf(samples, "konsil_documents")).toBeNull();
    expect(sumOf(samples, "konsil_passages")).toBeNull();
    expect(logged).toContainEqual(expect.objectContaining({ level: "warn", fields: { err: error } }));
  });
});

describe("requests", () => {
  it("are counted and timed by method, pattern of the address, and status", async () => {
    const { url, scrape } = await serve({ ...KEYED, widget: widgetOf("https://intranet.example") });
    const headers = { ...JSON_TYPE, authorization: "Bearer s3cret-key" };
    const body = JSON.stringify({ question: "Was?" });
    const send = async (method: string, path: string, init: RequestInit = {}) => {
      await (await fetch(`${url}${path}`, { method, ...init })).arrayBuffer();
    };
    await send("POST", "/v1/ask", { headers, body });
    await send("POST", "/v1/ask", { headers, body: JSON.stringify({ question: "Was?", stream: true }) });
    await send("POST", "/v1/ask", { headers: JSON_TYPE, body });
    await send("GET", "/v1/documents/lindental/text", { headers });
    await send("HEAD", "/v1/documents/north/text", { headers });
    await send("GET", "/v1/documents/nobody/text", { headers });
    await send("GET", "/v1/documents/%zz", { headers });
    await send("PUT", "/healthz");
    await send("OPTIONS", "/v1/ask", {
      headers: { origin: "https://intranet.example", "access-control-request-method": "POST" },
    });
    const samples = await scrape();
    for (const [method, route, status, count] of [
      ["POST", "/v1/ask", "200", 2],
      ["POST", "/v1/ask", "401", 1],
      ["GET", "/v1/documents/{id}/text", "200", 1],
      ["HEAD", "/v1/documents/{id}/text", "200", 1],
      ["GET", "/v1/documents/{id}/text", "404", 1],
      ["GET", "/v1/documents/{id}", "400", 1],
      ["PUT", "unknown", "405", 1],
      ["OPTIONS", "/v1/ask", "204", 1],
    ] as const) {
      const labels = { method, route, status };
      expect(sumOf(samples, "http_requests_total", labels), JSON.stringify(labels)).toBe(count);
      expect(sumOf(samples, "http_request_duration_seconds_count", labels), JSON.stringify(labels)).toBe(count);
    }
    expect(JSON.stringify(samples)).not.toContain("s3cret");
  });

  it("at made-up addresses and with made-up methods are one", async () => {
    const app = createHttpApp(makeParts());
    const samples = async () => readSamples(await (await app.request("/metrics")).text());
    await app.request("/metrics");
    const before = await samples();
    const odd = ["/a/b", "/v1/x", "/v1/documents/a/b", "/documents/a/b", "/%00", '/"}\n{', "/🌽", "/docs/assets/x.js"];
    for (const path of [...odd, ...Array.from({ length: 100 }, (_, n) => `/wp-admin/${n}.php`)]) {
      for (const method of ["GET", "POST", `M${path.length}`]) await app.request(path, { method });
    }
    const after = await samples();
    const methods = after.filter(({ name }) => name === "http_requests_total").map(({ labels }) => labels.method);
    expect([...routesIn(after)].filter((route) => !routesIn(before).has(route))).toEqual(["unknown"]);
    expect([...new Set(methods)].sort()).toEqual(["GET", "POST", "other"]);
  });

  it("know every pattern of an address that is described, and no part of one that was asked for", async () => {
    const app = createHttpApp(makeParts());
    const { paths } = JSON.parse(await (await app.request("/openapi.json")).text());
    const described = Object.keys(paths);
    for (const path of described) await app.request(path.replaceAll(/\{\w+\}/g, "s3cret"));
    for (const path of described) await app.request(path.replaceAll(/\{\w+\}/g, "s3cret"), { method: "POST" });
    const text = await (await app.request("/metrics")).text();
    expect([...routesIn(readSamples(text))]).toEqual(expect.arrayContaining(described));
    expect(text).not.toContain("s3cret");
  });

  it("take until the end of a stream, and are counted when the client hangs up", async () => {
    let cancel = () => {};
    const cancelled = new Promise<void>((resolve) => {
      cancel = resolve;
    });
    const asker = makeAsker({
      async ask(_request, { emit, signal } = {}) {
        emit?.({ type: "answer.started", id: ANSWER.id, language: "de" });
        signal?.addEventListener("abort", () => cancel());
        await cancelled;
        return ANSWER;
      },
    });
    const { url, scrape } = await serve({ asker });
    const labels = { method: "POST", route: "/v1/ask", status: "200" };
    const request = httpRequest(`${url}/v1/ask`, { method: "POST", headers: JSON_TYPE });
    request.on("error", () => undefined);
    request.end(JSON.stringify({ question: "Was?", stream: true }));
    const [response] = (await once(request, "response")) as [IncomingMessage];
    await once(response, "data");
    expect(sumOf(await scrape(), "http_requests_total", labels)).toBeNull();
    request.destroy();
    await cancelled;
    expect(sumOf(await scrape(), "http_requests_total", labels)).toBe(1);
  });
});

function widgetOf(origin: string): NonNullable<HttpParts["widget"]> {
  return { origins: [origin], signInHeader: null, secret: new Uint8Array(32), folder: null };
}
