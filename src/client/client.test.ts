import { build } from "esbuild";
import { afterEach, describe, expect, it } from "vitest";
import { ANSWER, makeAsker, makeParts, PASSAGE, TEXT } from "../../tests/fakes/http-parts.js";
import { createHttpApp, type HttpParts } from "../channels/http/app.js";
import { type HttpServer, serveHttp } from "../channels/http/server.js";
import { createClient, KonsilApiError } from "./client.js";

const servers: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function connect(parts: Partial<HttpParts> = {}, key?: string) {
  const server = await serveHttp(createHttpApp(makeParts(parts)), { host: "127.0.0.1", port: 0, graceMs: 1000 });
  servers.push(server);
  return createClient({ url: `${server.url}/`, ...(key === undefined ? {} : { key }) });
}

const refusal = async (call: Promise<unknown>): Promise<KonsilApiError> => {
  const thrown = await call.catch((error: unknown) => error);
  if (!(thrown instanceof KonsilApiError)) throw new Error(`no refusal: ${thrown}`);
  return thrown;
};
const all = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
};

describe("the client", () => {
  it("asks, streams, asks many, and searches", async () => {
    const konsil = await connect();
    expect(await konsil.ask({ question: "Was?" })).toEqual(ANSWER);
    const events = await all(konsil.askStream({ question: "Was?" }));
    expect(events.map(({ type }) => type)).toEqual([
      ...["answer.started", "evidence.found", "citation.added", "text.delta", "answer.finished"],
    ]);
    expect(events.at(-1)).toEqual({ type: "answer.finished", answer: ANSWER });
    const batch = await konsil.askBatch([{ question: "Was?" }, { question: " " }]);
    expect(batch).toMatchObject([ANSWER, { problem: { code: "invalid_request" } }]);
    expect(await konsil.search({ query: "Was?", limit: 3 })).toEqual([PASSAGE]);
  });

  it("reads documents, page by page or all of them, and their texts", async () => {
    const konsil = await connect();
    const first = await konsil.documents({ limit: 2 });
    expect([first.documents.length, first.nextCursor === null]).toEqual([2, false]);
    const ids = (await all(konsil.allDocuments({ limit: 1 }))).map(({ id }) => id);
    expect(ids).toEqual(["lindental", "north", "süd-ost"]);
    const some = await konsil.documents({ publishers: ["North Press", "Nobody"], publishedBefore: "2024-12-31" });
    expect(some.documents.map(({ id }) => id)).toEqual(["north"]);
    expect((await konsil.document("süd-ost")).title).toBe("Title of süd-ost");
    expect(await konsil.documentText("lindental")).toBe(TEXT);
  });

  it("changes the corpus, by text and by file, once for each idempotency key", async () => {
    const konsil = await connect({ keys: { ask: [], admin: ["boss"] }, anonymous: false }, "boss");
    const upload = { id: "new", text: "Neu.", title: "Neues", partners: ["Eins", "Zwei"] };
    const added = await konsil.addDocument(upload, { idempotencyKey: "k" });
    expect(added).toMatchObject({ id: "new", title: "Neues", partners: ["Eins", "Zwei"] });
    expect(await konsil.addDocument(upload, { idempotencyKey: "k" })).toEqual(added);
    const reused = await refusal(konsil.addDocument({ text: "Anders." }, { idempotencyKey: "k" }));
    expect([reused.status, reused.code]).toEqual([422, "idempotency_key_reused"]);
    const file = new File(["# Datei"], "datei.md", { type: "text/markdown" });
    expect(await konsil.putDocument("datei", { file, partners: ["Eins", "Zwei"] })).toMatchObject({
      id: "datei",
      partners: ["Eins", "Zwei"],
    });
    await konsil.removeDocument("datei");
    expect((await refusal(konsil.removeDocument("datei"))).code).toBe("not_found");
  });

  it("gives feedback and reads it", async () => {
    const konsil = await connect();
    const { id } = await konsil.ask({ question: "Was?" });
    const given = await konsil.giveFeedback({ answerId: id, verdict: "wrong", comment: "Nein." });
    expect(await konsil.feedback({ since: "2020-01-01", all: true })).toMatchObject({ feedback: [{ id: given.id }] });
    expect((await all(konsil.allFeedback())).map(({ comment }) => comment)).toEqual(["Nein."]);
  });
});

describe("refusals", () => {
  it("are errors with code, bad fields and request id", async () => {
    const konsil = await connect();
    const error = await refusal(konsil.ask({ question: " " }, { requestId: "mine" }));
    expect(error).toMatchObject({ status: 422, code: "invalid_request", requestId: "mine", retryAfter: null });
    expect(error.errors.map(({ path }) => path)).toEqual(["question"]);
    const keyed = await connect({ keys: { ask: ["k"], admin: [] }, anonymous: false }, "wrong");
    expect(await refusal(keyed.ask({ question: "Was?" }))).toMatchObject({ status: 401, code: "unauthorized" });
  });

  it("say when to come back", async () => {
    const limits = { rateLimit: { requests: 1, seconds: 60 }, trustedProxies: 0, now: () => 0 };
    const konsil = await connect({ limits });
    await konsil.ask({ question: "Was?" });
    expect(await refusal(konsil.ask({ question: "Was?" }))).toMatchObject({ code: "rate_limited", retryAfter: 60 });
  });

  it("in the middle of a stream end the loop with an error", async () => {
    const asker = makeAsker({
      async ask(_request, { emit } = {}) {
        emit?.({ type: "answer.started", id: "ans_1", language: "de" });
        throw new Error("s3cret");
      },
    });
    const konsil = await connect({ asker });
    const error = await refusal(all(konsil.askStream({ question: "Was?" })));
    expect(error).toMatchObject({ code: "internal", status: 500, requestId: expect.stringMatching(/^[\w-]+$/) });
    expect(error.message).not.toContain("s3cret");
  });

  it("of something else than Konsil keep their status", async () => {
    const fetch = async () => new Response("<h1>Bad gateway</h1>", { status: 502, headers: { "retry-after": "7" } });
    const konsil = createClient({ url: "http://konsil.example", fetch });
    expect(await refusal(konsil.ask({ question: "Was?" }))).toMatchObject({
      ...{ status: 502, code: "unknown", retryAfter: 7 },
    });
  });
});

describe("a stream", () => {
  it("is given up on the server when the loop is left, or the signal fires", async () => {
    for (const hangUp of ["leave", "abort"] as const) {
      let stop = () => {};
      const stopped = new Promise<void>((resolve) => {
        stop = resolve;
      });
      const asker = makeAsker({
        async ask(_request, { emit, signal } = {}) {
          emit?.({ type: "answer.started", id: "ans_1", language: "de" });
          signal?.addEventListener("abort", stop);
          await stopped;
          return ANSWER;
        },
      });
      const konsil = await connect({ asker });
      const controller = new AbortController();
      const reading = (async () => {
        for await (const _ of konsil.askStream({ question: "Was?" }, { signal: controller.signal })) {
          if (hangUp === "leave") break;
          controller.abort();
        }
      })();
      if (hangUp === "leave") await reading;
      else await expect(reading).rejects.toMatchObject({ name: "AbortError" });
      await stopped;
    }
  });

  it("that ends before the answer does is a failure, whoever ended it", async () => {
    const body = 'data: {"type":"text.delta","text":"So viel"}\n\n';
    const konsil = createClient({ url: "http://konsil.example", fetch: async () => new Response(body) });
    const told: string[] = [];
    const reading = (async () => {
      for await (const { type } of konsil.askStream({ question: "Was?" })) told.push(type);
    })();
    await expect(reading).rejects.toThrow("ended before the answer did");
    expect(told).toEqual(["text.delta"]);
  });

  it("is read alike wherever the network cuts it, and whatever its line ends are", async () => {
    const text = 'event: text.delta\ndata: {"type":"text.delta",\ndata: "text":"Grün 🌽"}\n\n: still here\n\n';
    for (const lineEnd of ["\n", "\r\n", "\r"]) {
      const finished = { type: "answer.finished", answer: ANSWER };
      const stream = `${text.repeat(2)}data: ${JSON.stringify(finished)}\n\n`;
      const bytes = new TextEncoder().encode(stream.replaceAll("\n", lineEnd));
      for (const size of [1, 2, 3, 7, bytes.length]) {
        const body = new ReadableStream({
          start(controller) {
            for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
            controller.close();
          },
        });
        const konsil = createClient({ url: "http://konsil.example", fetch: async () => new Response(body) });
        const event = { type: "text.delta", text: "Grün 🌽" };
        expect(await all(konsil.askStream({ question: "Was?" })), `${size}`).toEqual([event, event, finished]);
      }
    }
  });
});

describe("the client's code", () => {
  it("needs no package and nothing of Node", async () => {
    const entryPoints = ["src/client/client.ts"];
    const { metafile } = await build({ entryPoints, bundle: true, write: false, platform: "browser", metafile: true });
    expect(Object.keys(metafile.inputs).filter((path) => !path.startsWith("src/client/"))).toEqual([]);
  });
});
