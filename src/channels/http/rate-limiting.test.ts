import { describe, expect, it } from "vitest";
import { makeParts } from "../../../tests/fakes/http-parts.js";
import { createHttpApp, type HttpParts } from "./app.js";

const KEYS = { ask: ["one", "two"], admin: ["boss"] };

function serve({ requests = 3, trustedProxies = 0, ...rest }: Partial<HttpParts> & Record<string, unknown> = {}) {
  const clock = { ms: 0 };
  const limits = {
    rateLimit: { requests: Number(requests), seconds: 60 },
    trustedProxies: Number(trustedProxies),
    now: () => clock.ms,
  };
  const app = createHttpApp(makeParts({ keys: KEYS, anonymous: false, limits, ...rest }));
  const send = async (path: string, { key, from = "192.0.2.1", forwarded, ...init }: Sent = {}) => {
    const headers = new Headers(init.headers);
    if (key !== undefined) headers.set("authorization", `Bearer ${key}`);
    if (forwarded !== undefined) headers.set("x-forwarded-for", forwarded);
    return app.request(path, { ...init, headers }, { incoming: { socket: { remoteAddress: from } } });
  };
  return { clock, send };
}
type Sent = RequestInit & { readonly key?: string; readonly from?: string; readonly forwarded?: string };

const statuses = async (responses: readonly Promise<Response>[]) =>
  (await Promise.all(responses)).map(({ status }) => status);
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe("rate limits", () => {
  it("hold for each key, wherever it asks from, and are told in every answer", async () => {
    const { send } = serve();
    const path = "/v1/documents";
    const told = [];
    for (const from of ["192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4"]) {
      const { status, headers } = await send(path, { key: "one", from });
      told.push([
        status,
        headers.get("ratelimit-limit"),
        headers.get("ratelimit-remaining"),
        headers.get("ratelimit-reset"),
      ]);
    }
    expect(told).toEqual([
      [200, "3", "2", "20"],
      [200, "3", "1", "40"],
      [200, "3", "0", "60"],
      [429, "3", "0", "60"],
    ]);
    expect((await send(path, { key: "two" })).status).toBe(200);
    expect((await send(path, { key: "boss" })).status).toBe(200);
  });

  it("are a problem that says when to come back, and then it is so", async () => {
    const { send, clock } = serve();
    await Promise.all(times(3, () => send("/v1/documents", { key: "one" })));
    const refused = await send("/v1/documents", { key: "one" });
    expect(await refused.json()).toMatchObject({ code: "rate_limited", status: 429 });
    const seconds = Number(refused.headers.get("retry-after"));
    expect(seconds).toBe(20);
    clock.ms = seconds * 1000;
    expect((await send("/v1/documents", { key: "one" })).status).toBe(200);
  });

  it("hold for an address where there is no valid key, so that keys cannot be guessed fast", async () => {
    const { send } = serve();
    const guesses = ["a", "b", "c", "d"].map((key) => send("/v1/documents", { key }));
    expect(await statuses(guesses)).toEqual([401, 401, 401, 429]);
    expect((await send("/v1/documents", { from: "198.51.100.7" })).status).toBe(401);
    expect((await send("/v1/documents", { key: "one" })).status).toBe(200);
  });

  it("hold for the document view as well, where keys could be guessed just as fast", async () => {
    const { send } = serve();
    const guesses = ["a", "b", "c", "d"].map((key) => send("/documents/north", { key }));
    expect(await statuses(guesses)).toEqual([200, 200, 200, 429]);
    expect((await send("/v1/documents", { key: "a" })).status).toBe(429);
    expect(await (await send("/documents/north", { key: "one" })).text()).toContain("data-start");
  });

  it("hold for the tokens of the widget, whatever comes of the request", async () => {
    const { send } = serve();
    const ask = () => send("/widget/token", { method: "POST" });
    expect(await statuses(times(4, ask))).toEqual([401, 401, 401, 429]);
    const refused = await send("/widget/token", { method: "POST", headers: { origin: "https://evil.example" } });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "20"]);
    expect(refused.headers.get("access-control-allow-origin")).toBe("https://evil.example");
    expect(refused.headers.get("access-control-expose-headers")).toContain("retry-after");
  });

  it("hold for a whole network of IPv6, and for IPv4 in both notations", async () => {
    const { send } = serve({ requests: 1 });
    const from = (...addresses: readonly string[]) =>
      statuses(addresses.map((it) => send("/v1/documents", { from: it })));
    expect(await from("2001:db8::1", "2001:db8:0:0:ffff::2", "2001:db8:0:1::1")).toEqual([401, 429, 401]);
    expect(await from("192.0.2.9", "::ffff:192.0.2.9")).toEqual([401, 429]);
  });

  it("believe X-Forwarded-For as far as there are proxies, and no further", async () => {
    const path = "/v1/documents";
    const direct = serve({ requests: 1 });
    const made = ["203.0.113.1", "203.0.113.2"].map((forwarded) => direct.send(path, { forwarded }));
    expect(await statuses(made)).toEqual([401, 429]);

    const behind = serve({ requests: 1, trustedProxies: 1 });
    const chains = ["203.0.113.1", "203.0.113.2:4711", "9.9.9.9, 203.0.113.1", "[2001:db8::1]:80", "2001:db8::5"];
    const seen = chains.map((forwarded) => behind.send(path, { forwarded }));
    expect(await statuses(seen)).toEqual([401, 401, 429, 401, 429]);
    expect(await statuses([behind.send(path, { forwarded: "nonsense" }), behind.send(path)])).toEqual([401, 429]);
  });

  it("count a question of a batch like a question", async () => {
    const { send } = serve({ requests: 5 });
    const batch = (size: number) =>
      send("/v1/ask/batch", {
        key: "one",
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ questions: times(size, () => ({ question: "Was?" })) }),
      });
    expect((await batch(4)).headers.get("ratelimit-remaining")).toBe("1");
    expect((await batch(2)).status).toBe(429);
    expect((await batch(100)).status).toBe(429);
    const fresh = serve({ requests: 5 });
    const tooLarge = await fresh.send("/v1/ask/batch", {
      key: "one",
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ questions: times(100, () => ({ question: "Was?" })) }),
    });
    expect(tooLarge.status).toBe(422);
    expect(await tooLarge.json()).toMatchObject({ detail: expect.stringContaining("At most 5") });
  });

  it("are told OpenAI's clients in their own words", async () => {
    const { send } = serve({ requests: 1 });
    await send("/v1/models", { key: "one" });
    const refused = await send("/v1/models", { key: "one" });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
    expect(await refused.json()).toMatchObject({ error: { code: "rate_limit_exceeded" } });
  });

  it("do not hold for health, pages and the description, nor where there are none", async () => {
    const { send } = serve({ requests: 1 });
    for (const path of ["/healthz", "/readyz", "/metrics", "/", "/docs", "/openapi.json"]) {
      const all = await Promise.all(times(3, () => send(path)));
      expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(all[0]?.headers.has("ratelimit-limit")).toBe(false);
    }
    const free = await createHttpApp(makeParts()).request("/v1/documents");
    expect(free.headers.has("ratelimit-limit")).toBe(false);
  });
});
