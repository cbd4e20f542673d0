import { PassThrough, Readable } from "node:stream";
import picocolors from "picocolors";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createHttpReranker } from "../../src/adapters/reranker-http.js";
import { createAsker } from "../../src/ask/ask.js";
import { checkReranker } from "../../src/channels/cli/doctor-checks.js";
import { readLines } from "../../src/channels/cli/lines.js";
import { runCommand } from "../../src/cli.js";
import { readConfig } from "../../src/config.js";
import type { Answer } from "../../src/contracts/answer.js";
import type { AskEvent } from "../../src/contracts/events.js";
import type { Reranker } from "../../src/contracts/ports.js";
import { createLog } from "../../src/observe/log.js";
import { openReranker } from "../../src/open-reranker.js";
import { type Application, wire } from "../../src/wire.js";
import { type RerankServer, type RerankServerOptions, startRerankServer } from "../fakes/rerank-server.js";
import { createWorkspace } from "./sample-corpus.js";

const QUESTION = "Was tun das Klinikum Lindental und Aurora Medtech für die Ausbildung?";
const MODEL = "served-model";
const KEY = "a-key";

const workspace = createWorkspace();
const servers: RerankServer[] = [];
let application: Application;
let server: RerankServer;

async function start(options: RerankServerOptions = {}): Promise<RerankServer> {
  const started = await startRerankServer(options);
  servers.push(started);
  return started;
}

beforeAll(async () => {
  server = await startRerankServer({ route: "/v1/rerank", model: MODEL, key: KEY });
  const env = { KONSIL_RERANKER: `${server.url}/v1`, KONSIL_RERANKER_MODEL: MODEL, KONSIL_RERANKER_KEY: KEY };
  const config = readConfig({ KONSIL_DATA: workspace.data, ...env });
  application = await wire(config, { log: createLog({ level: "silent" }) });
  await application.prepare(workspace.corpus);
});

afterEach(() => Promise.all(servers.splice(0).map((started) => started.close())));

afterAll(async () => {
  vi.unstubAllEnvs();
  await application.close();
  await server.close();
  workspace.remove();
});

/** The same application without a reranker, or with another one. */
const askerWith = (reranker: Reranker | null) =>
  createAsker({ library: application.library, embedder: application.embedder, reranker });

describe("an application with a reranker", () => {
  it("finds first what the reranker puts first, and without it comes second", async () => {
    const plain = await askerWith(null).search({ query: QUESTION });
    const found = await application.asker.search({ query: QUESTION });
    expect(found[0]?.passageId).toBe(plain[1]?.passageId);
    expect(found[0]?.passageId).not.toBe(plain[0]?.passageId);
    expect(found.map(({ passageId }) => passageId).sort()).toEqual(plain.map(({ passageId }) => passageId).sort());
    expect(found.map(({ score }) => score)).toEqual(plain.map(({ score }) => score));
  });

  it("finds it also when a single passage is asked for", async () => {
    const [first] = await application.asker.search({ query: QUESTION });
    expect(await application.asker.search({ query: QUESTION, limit: 1 })).toEqual([first]);
  });

  it("answers from the passages in that order, and has nothing to warn of", async () => {
    const events: AskEvent[] = [];
    const answer = await application.asker.ask({ question: QUESTION }, { emit: (event) => events.push(event) });
    const evidence = events.flatMap((event) => (event.type === "evidence.found" ? event.passages : []));
    const [first] = await application.asker.search({ query: QUESTION });
    expect(evidence[0]).toEqual(first);
    expect(answer.warnings).toEqual([]);
  });

  it("asks the reranker about a follow-up as it stands alone", async () => {
    const history = [
      { role: "user" as const, content: "Seit wann arbeitet das Klinikum Lindental mit Aurora Medtech?" },
    ];
    await application.asker.ask({ question: "Und wie lange läuft das?", history });
    expect(server.received.at(-1)?.body).toMatchObject({ query: expect.stringContaining("Lindental") });
  });
});

describe("a question whose reranker fails", () => {
  /** What an answer says, without what differs from one asking to the next. */
  const said = ({ id: _id, timings: _timings, warnings: _warnings, ...rest }: Answer) => rest;

  const failing: readonly [string, RerankServerOptions, RegExp][] = [
    ["is slow", { says: "silence" }, /did not answer within/],
    ["answers 401", { key: "another" }, /answered 401.*KONSIL_RERANKER_KEY/],
    ["answers 404", { route: "/elsewhere" }, /answered 404.*no such route/],
    ["answers with nonsense", { says: { status: 200, body: "{nonsense" } }, /no ranking/],
    ["is down", {}, /cannot be reached/],
  ];

  it.each(failing)(
    "is answered as without it, with a warning and a line in the log: %s",
    async (what, options, told) => {
      const { url, close } = await start(options);
      if (what === "is down") await close();
      const lines: string[] = [];
      const log = createLog({ stream: { write: (line) => void lines.push(line) } });
      const impatient = createHttpReranker({ url, timeoutMs: what === "is slow" ? 20 : 60_000 });
      const reranker = await openReranker(readConfig({}), log, impatient);

      const answer = await askerWith(reranker).ask({ question: QUESTION });
      const plain = await askerWith(null).ask({ question: QUESTION });
      expect(said(answer)).toEqual(said(plain));
      expect([answer.warnings, plain.warnings]).toEqual([["reranker_unavailable"], []]);
      expect(lines).toHaveLength(1);
      expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "warn", reason: expect.stringMatching(told) });

      expect(await askerWith(reranker).search({ query: QUESTION })).toEqual(
        await askerWith(null).search({ query: QUESTION }),
      );
    },
  );

  it("is cancelled, not answered, when whoever asked goes away meanwhile", async () => {
    const { url } = await start({ says: "silence" });
    const asking = new AbortController();
    const silent = createHttpReranker({ url, timeoutMs: 60_000 });
    const reranker: Reranker = {
      ...silent,
      rerank(question, texts, signal) {
        const scores = silent.rerank(question, texts, signal);
        asking.abort();
        return scores;
      },
    };
    const answer = askerWith(reranker).ask({ question: QUESTION }, { signal: asking.signal });
    await expect(answer).rejects.toMatchObject({ code: "cancelled" });
  });

  it("leaves the application ready", async () => {
    const { url, close } = await start();
    await close();
    const config = readConfig({ KONSIL_DATA: `${workspace.data}-2`, KONSIL_RERANKER: url });
    const other = await wire(config, { log: createLog({ level: "silent" }), embeddingThreads: 1 });
    await other.prepare(workspace.corpus);
    expect((await other.readiness()).ready).toBe(true);
    await other.close();
  });
});

describe("konsil doctor", () => {
  const check = (url: string, rest: { readonly model?: string; readonly key?: string } = {}) =>
    checkReranker(createHttpReranker({ url, ...rest }), new AbortController().signal);

  it("finds a reranker well that puts the right text first", async () => {
    const { url } = await start();
    expect(await check(url)).toMatchObject({ state: "ok", message: `${url}/rerank` });
  });

  it.each<[string, RerankServerOptions, RegExp]>([
    ["the key", { key: KEY }, /KONSIL_RERANKER_KEY/],
    ["the model", { model: MODEL }, /KONSIL_RERANKER_MODEL/],
    ["the route", { route: "/v1/rerank" }, /set KONSIL_RERANKER to the whole address/],
  ])("says that %s is wrong", async (_what, options, told) => {
    const { url } = await start(options);
    const found = await check(url, { model: "other", key: "another-key" });
    expect([found.state, found.message]).toEqual(["failed", expect.stringMatching(told)]);
    expect(found.advice).toContain("KONSIL_RERANKER");
  });

  it("warns of a model that puts another text first", async () => {
    const results = [0, 1].map((index) => ({ index, relevance_score: -index }));
    const { url } = await start({ says: { status: 200, body: JSON.stringify({ results }) } });
    expect(await check(url)).toMatchObject({ state: "warning", advice: expect.stringContaining("_MODEL") });
  });

  it("looks at the reranker that is configured", async () => {
    const { url } = await start();
    vi.stubEnv("KONSIL_RERANKER", url);
    vi.stubEnv("KONSIL_CORPUS", workspace.corpus);
    const out: string[] = [];
    const code = await runCommand(["doctor", "--data", workspace.data], {
      ...{ out: (line) => void out.push(line), json: () => undefined, err: () => undefined, status: () => undefined },
      ...{
        errIsScreen: false,
        colors: picocolors.createColors(false),
        readStdin: async () => "",
        write: () => undefined,
      },
      readLines: () => readLines({ input: Readable.from([]), output: new PassThrough() }),
      signal: new AbortController().signal,
    });
    expect([code, out.find((line) => line.includes("reranker"))]).toEqual([0, `ok       reranker: ${url}/rerank`]);
  });
});
