import { afterEach, describe, expect, it } from "vitest";
import { type RerankServer, type RerankServerOptions, startRerankServer } from "../../tests/fakes/rerank-server.js";
import { createHttpReranker, type HttpRerankerOptions } from "./reranker-http.js";

const QUESTION = "Which ferry crosses the lake?";
const TEXTS = ["The hospital opened a ward.", "The ferry crosses the lake."];

const servers: RerankServer[] = [];

async function start(options: RerankServerOptions = {}): Promise<RerankServer> {
  const server = await startRerankServer(options);
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** What the operator is told when a call fails. */
async function failureOf(options: HttpRerankerOptions): Promise<string> {
  const reranking = createHttpReranker(options).rerank(QUESTION, TEXTS);
  const error: unknown = await reranking.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "model_unavailable" });
  return error instanceof Error ? error.message : expect.unreachable("no failure");
}

async function failureOfReply(says: RerankServerOptions["says"] & object, options: Partial<HttpRerankerOptions> = {}) {
  const { url } = await start({ says });
  return failureOf({ url, ...options });
}

const ok = (reply: unknown) => ({ status: 200, body: JSON.stringify(reply) });

describe("createHttpReranker", () => {
  it.each([
    ["", "/rerank"],
    ["/", "/rerank"],
    ["/v1", "/v1/rerank"],
    ["/v1/", "/v1/rerank"],
    ["/v1/rerank", "/v1/rerank"],
    ["/v1/reranking", "/v1/reranking"],
    ["/v2/rerank?version=2", "/v2/rerank?version=2"],
  ])("finds the route of an address that ends with %j", async (end, route) => {
    const { url } = await start({ route });
    expect(await createHttpReranker({ url: `${url}${end}` }).rerank(QUESTION, TEXTS)).toHaveLength(2);
  });

  it("asks as Jina and Cohere are asked, for a score of every text", async () => {
    const { url, received } = await start();
    await createHttpReranker({ url, model: "some-model", key: "k" }).rerank(QUESTION, TEXTS);
    const body = { model: "some-model", query: QUESTION, documents: TEXTS, top_n: 2 };
    expect(received).toEqual([{ path: "/rerank", authorization: "Bearer k", body }]);
  });

  it("asks as Text Embeddings Inference is asked after it has refused the other way, and remembers that", async () => {
    const { url, received } = await start({ shape: "texts" });
    const reranker = createHttpReranker({ url, model: "some-model" });
    const first = await reranker.rerank(QUESTION, TEXTS);
    expect(await reranker.rerank(QUESTION, TEXTS)).toEqual(first);
    const body = { query: QUESTION, texts: TEXTS, raw_scores: true, truncate: true };
    expect(received.map((request) => request.body)).toEqual([
      expect.objectContaining({ documents: TEXTS }),
      body,
      body,
    ]);
  });

  it("sends no model and no key where there is none", async () => {
    const { url, received } = await start();
    await createHttpReranker({ url }).rerank(QUESTION, TEXTS);
    expect(received[0]?.authorization).toBeUndefined();
    expect(received[0]?.body).not.toHaveProperty("model");
  });

  it("reads results that call the score a score", async () => {
    const results = [
      { index: 1, score: 0.5 },
      { index: 0, score: -3 },
    ];
    const { url } = await start({ says: ok({ results }) });
    expect(await createHttpReranker({ url }).rerank(QUESTION, TEXTS)).toEqual([-3, 0.5]);
  });

  it("sends nothing for no texts, and nothing before it is asked", async () => {
    const { url, received } = await start();
    await createHttpReranker({ url }).rerank(QUESTION, []);
    expect(received).toEqual([]);
  });

  it("names model and address, and no part of the address that may hold a secret", () => {
    const { id } = createHttpReranker({ url: "https://rerank.example/v1?token=hush", model: "some-model" });
    expect(id).toBe("some-model at https://rerank.example/v1/rerank");
  });
});

describe("a reply that is no ranking", () => {
  const row = (index: unknown, relevance_score: unknown) => ({ index, relevance_score });

  it.each([
    ["no JSON", { status: 200, body: "<html>Welcome</html>" }, "no ranking (reply: "],
    ["not a number, as Python writes it", { status: 200, body: '[{"index": 0, "score": NaN}]' }, "no ranking"],
    ["null for a score", ok({ results: [row(0, 1), row(1, null)] }), "results.1.relevance_score"],
    ["a word for a score", ok([{ index: 0, score: "high" }]), "results.0.score"],
    ["no score", ok([{ index: 0 }, { index: 1 }]), "expected relevance_score or score"],
    ["no index", ok({ results: [{ relevance_score: 1 }] }), "results.0.index"],
    ["an index below zero", ok({ results: [row(-1, 1), row(1, 1)] }), "results.0.index"],
    ["a text that was not sent", ok({ results: [row(0, 1), row(2, 1)] }), "a score for text 3 of 2"],
    ["a text twice", ok({ results: [row(0, 1), row(0, 2)] }), "two scores for text 1"],
    ["fewer texts than were sent", ok({ results: [row(0, 1)] }), "no score for text 2 of 2"],
    ["another API", ok({ data: [{ embedding: [1] }] }), "no ranking"],
    ["an error with 200", ok({ error: "Unexpected endpoint" }), "it says “Unexpected endpoint”"],
  ])("is told as such: %s", async (_what, says, told) => {
    expect(await failureOfReply(says)).toContain(told);
  });
});

describe("a server that refuses", () => {
  it("wants another key", async () => {
    const { url } = await start({ key: "right" });
    expect(await failureOf({ url, key: "wrong" })).toMatch(/401 \(“Invalid API key”\).*KONSIL_RERANKER_KEY/);
    expect(await failureOf({ url })).toContain("KONSIL_RERANKER_KEY");
  });

  it("has another model", async () => {
    const { url } = await start({ model: "served" });
    expect(await failureOf({ url, model: "other" })).toMatch(/404 \(“The model `other` does not exist.”\).*_MODEL/);
  });

  it("has no such route", async () => {
    const { url } = await start({ route: "/v1/rerank" });
    expect(await failureOf({ url })).toMatch(/\/rerank answered 404.*no such route; set KONSIL_RERANKER to/);
  });

  it.each([
    [429, "{}", "too many requests"],
    [424, '{"error": "model is not a re-ranker model", "error_type": "Backend"}', "has a reranker loaded"],
    [501, '{"error": {"message": "Start it with `--reranking`"}}', "(“Start it with `--reranking`”)"],
    [500, "<html></html>", "answered 500: look into the log of that server"],
    [400, '{"message": "invalid request"}', "it may want KONSIL_RERANKER_MODEL"],
  ])("with %i is told with what to do", async (status, body, told) => {
    expect(await failureOfReply({ status, body })).toContain(told);
  });

  it("in both shapes is quoted from the first", async () => {
    const { url, received } = await start({ says: { status: 422, body: '{"detail": "top_n is too small"}' } });
    expect(await failureOf({ url, model: "some-model" })).toMatch(/top_n is too small.*address of a rerank API/);
    expect(received).toHaveLength(2);
  });

  it("is not quoted where it repeats what was sent", async () => {
    const about = (text: string) => ({ status: 400, body: JSON.stringify({ detail: `wrong input: ${text}` }) });
    for (const sent of [QUESTION, TEXTS[1] ?? "", "sk-hush-17"]) {
      const told = await failureOfReply(about(sent), { key: "sk-hush-17" });
      expect(told).toContain("answered 400: ");
      expect(told).not.toContain(sent);
    }
    expect(await failureOfReply(about("none of it"))).toContain("wrong input: none of it");
  });

  it("by sending on to another address gets nothing of what was to be sent there", async () => {
    const other = await start();
    const headers = { location: `${other.url}/rerank` };
    const told = await failureOfReply({ status: 307, body: "", headers }, { key: "k" });
    expect(told).toContain("set KONSIL_RERANKER to the address that it redirects to");
    expect(other.received).toEqual([]);
  });
});

describe("a server that does not answer", () => {
  it("is told to be down", async () => {
    const { url, close } = await start();
    await close();
    expect(await failureOf({ url })).toMatch(/cannot be reached \(ECONNREFUSED\).*KONSIL_RERANKER/);
  });

  it("is given up after a while", async () => {
    const { url } = await start({ says: "silence" });
    expect(await failureOf({ url, timeoutMs: 20 })).toContain("did not answer within 0.02 s");
  });
});
