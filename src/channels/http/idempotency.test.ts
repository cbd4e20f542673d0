import { describe, expect, it } from "vitest";
import { makeParts, type TestParts } from "../../../tests/fakes/http-parts.js";
import { createMemoryKeptResponses } from "../../../tests/fakes/kept-responses-memory.js";
import { KonsilError } from "../../contracts/errors.js";
import type { KeptResponses } from "../../contracts/kept-responses.js";
import { createHttpApp, type HttpParts } from "./app.js";

function serve(overrides: Partial<HttpParts> = {}) {
  const parts = makeParts(overrides);
  let uploads = 0;
  const ingester: TestParts["ingester"] = {
    ...parts.ingester,
    ingestUpload(...given) {
      uploads += 1;
      return parts.ingester.ingestUpload(...given);
    },
  };
  const app = createHttpApp({ ...parts, ingester });
  const send = (
    method: string,
    path: string,
    idempotencyKey: string | null,
    body: unknown,
    headers: Record<string, string> = {},
  ) =>
    app.request(path, {
      method,
      headers: {
        ...(idempotencyKey === null ? {} : { "idempotency-key": idempotencyKey }),
        ...(body instanceof FormData ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      body: body instanceof FormData ? body : JSON.stringify(body),
    });
  return { ...parts, send, uploads: () => uploads };
}

const replayed = (response: Response) => response.headers.get("idempotency-replayed");

describe("Idempotency-Key", () => {
  it("gets the first answer again for the same request, without doing it again", async () => {
    const { send, uploads } = serve();
    const first = await send("POST", "/v1/documents", "k1", { text: "Neu.", id: "new" });
    const second = await send("POST", "/v1/documents", "k1", { text: "Neu.", id: "new" });
    expect([first.status, replayed(first)]).toEqual([201, null]);
    expect([second.status, replayed(second)]).toEqual([201, "true"]);
    expect(second.headers.get("location")).toBe(first.headers.get("location"));
    expect(second.headers.get("content-type")).toBe(first.headers.get("content-type"));
    expect(await second.text()).toBe(await first.text());
    expect(uploads()).toBe(1);
    expect((await send("POST", "/v1/documents", null, { text: "Neu.", id: "new" })).status).toBe(200);
  });

  it("holds for everything that changes something", async () => {
    const { send } = serve();
    const feedback = { answerId: "ans_2", verdict: "wrong", question: "Was?" };
    for (const [method, path, body, status] of [
      ["POST", "/v1/feedback", feedback, 201],
      ["PUT", "/v1/documents/other", { text: "x" }, 201],
      ["DELETE", "/v1/documents/north", {}, 204],
    ] as const) {
      const answers = [await send(method, path, "k", body), await send(method, path, "k", body)];
      expect(
        answers.map((it) => it.status),
        path,
      ).toEqual([status, status]);
      expect(answers.map(replayed), path).toEqual([null, "true"]);
      expect(await answers[0]?.text()).toBe(await answers[1]?.text());
    }
  });

  it("is refused for another request, and does nothing then", async () => {
    const { send, uploads } = serve();
    await send("POST", "/v1/documents", "k1", { text: "Neu." });
    const other = await send("POST", "/v1/documents", "k1", { text: "Anders." });
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: "idempotency_key_reused" });
    expect(uploads()).toBe(1);
  });

  it("knows a form that was put together anew", async () => {
    const { send, uploads } = serve();
    const form = (text: string) => {
      const made = new FormData();
      made.append("file", new File([text], "bericht.md"), "bericht.md");
      return made;
    };
    expect((await send("POST", "/v1/documents", "k", form("Neu."))).status).toBe(201);
    expect((await send("POST", "/v1/documents", "k", form("Neu."))).status).toBe(201);
    expect((await send("POST", "/v1/documents", "k", form("Anders."))).status).toBe(422);
    expect(uploads()).toBe(1);
  });

  it("belongs to one caller, method and address", async () => {
    const { send } = serve({ keys: { ask: [], admin: ["a", "b"] }, anonymous: false });
    const as = (key: string) => ({ authorization: `Bearer ${key}` });
    const body = { text: "Neu.", id: "new" };
    expect((await send("POST", "/v1/documents", "k", body, as("a"))).status).toBe(201);
    expect(replayed(await send("POST", "/v1/documents", "k", body, as("b")))).toBeNull();
    expect(replayed(await send("PUT", "/v1/documents/new", "k", { text: "Neu." }, as("a")))).toBeNull();
    expect((await send("POST", "/v1/documents", "k", body, as("c"))).status).toBe(401);
  });

  it("is another one at each address and with each method, whatever the body", async () => {
    const { send, store } = serve();
    const requests = [
      ["POST", "/v1/documents", 201],
      ["PUT", "/v1/documents/one", 201],
      ["PUT", "/v1/documents/two", 201],
      ["DELETE", "/v1/documents/one", 204],
      ["DELETE", "/v1/documents/two", 204],
    ] as const;
    for (const [method, path, status] of requests) {
      const response = await send(method, path, "k", { text: "Neu." });
      expect([response.status, replayed(response)], `${method} ${path}`).toEqual([status, null]);
    }
    expect([store.has("one"), store.has("two")]).toEqual([false, false]);
    for (const [method, path] of requests) {
      expect(replayed(await send(method, path, "k", { text: "Neu." })), `${method} ${path}`).toBe("true");
    }
  });

  it("keeps no refusal: a request may be mended, or tried again", async () => {
    const { send } = serve();
    expect((await send("POST", "/v1/documents", "k", { text: "" })).status).toBe(422);
    expect((await send("POST", "/v1/documents", "k", { text: "Neu." })).status).toBe(201);
  });

  it("makes two at the same time wait for each other", async () => {
    const { send, uploads } = serve();
    const both = await Promise.all([1, 2, 3].map(() => send("POST", "/v1/documents", "k", { text: "Neu." })));
    expect(both.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(both.map(replayed).filter((it) => it === "true")).toHaveLength(2);
    expect(uploads()).toBe(1);
  });

  it.each(["", "two words", "\u00fc", "a".repeat(256)])("refuses %j as a key", async (key) => {
    const { send } = serve();
    const response = await send("POST", "/v1/documents", key, { text: "Neu." });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ path: "Idempotency-Key" }] });
  });

  it("still has its thing done where the answer cannot be kept, and says so in the log", async () => {
    const keptResponses: KeptResponses = {
      ...createMemoryKeptResponses(),
      keep: () => Promise.reject(new KonsilError("storage_unavailable", "full")),
    };
    const { send, logged } = serve({ keptResponses });
    expect((await send("POST", "/v1/documents", "k", { text: "Neu." })).status).toBe(201);
    expect(logged.map(({ level }) => level)).toContain("warn");
  });
});
