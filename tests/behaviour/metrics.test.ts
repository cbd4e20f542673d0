import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.js";
import { answerSchema } from "../../src/contracts/answer.js";
import { type RunningServer, startServer } from "../../src/server.js";
import { packageVersion } from "../../src/version.js";
import { BOT } from "../fakes/slack-server/workspace.js";
import { type SlackServer, startSlackServer, TOKENS } from "../fakes/slack-server.js";
import { readSamples, type Sample, sumOf } from "../prometheus.js";
import { createSender, directMessage, envelope } from "../slack/sender.js";
import { createWorkspace } from "./sample-corpus.js";

const ANSWERED = "Wie lange läuft die Partnerschaft des Klinikums Lindental mit Aurora Medtech?";
const NOT_ANSWERED = "Wie viele Betten hat das Klinikum Grünwald?";

const workspaces = [createWorkspace(), createWorkspace()];
let slack: SlackServer;
let server: RunningServer;
let other: RunningServer;

beforeAll(async () => {
  slack = await startSlackServer();
  const [first, second] = workspaces.map(({ corpus, data }) => ({ KONSIL_CORPUS: corpus, KONSIL_DATA: data }));
  const common = { KONSIL_PORT: "0", KONSIL_LOG: "silent" };
  const nothing = { out: () => undefined, err: () => undefined, progress: () => undefined };
  const inSlack = {
    KONSIL_SLACK_BOT_TOKEN: TOKENS.bot,
    KONSIL_SLACK_SIGNING_SECRET: TOKENS.signingSecret,
    KONSIL_SLACK_URL: slack.url,
  };
  server = await startServer(readConfig({ ...common, ...first, ...inSlack }), nothing);
  other = await startServer(readConfig({ ...common, ...second }), nothing);
  await Promise.all([server.ready, other.ready]);
});

afterAll(async () => {
  await server.close();
  await other.close();
  await slack.close();
  for (const workspace of workspaces) workspace.remove();
});

const scrape = async (from: RunningServer = server) => readSamples(await (await fetch(`${from.url}/metrics`)).text());

function post(path: string, body: object, headers: Record<string, string> = {}) {
  const init = { method: "POST", headers: { "content-type": "application/json", ...headers } };
  return fetch(`${server.url}${path}`, { ...init, body: JSON.stringify(body) });
}

/** How much each metric with these labels has grown by what `work` does. */
async function growth(work: () => Promise<unknown>, wanted: readonly (readonly [string, Sample["labels"]?])[]) {
  const before = await scrape();
  await work();
  const after = await scrape();
  return wanted.map(([name, labels]) => (sumOf(after, name, labels) ?? 0) - (sumOf(before, name, labels) ?? 0));
}

const FROM_DOCUMENTS = { status: "answered", reason: "none", writer: "extract" };

/** Each asks one question that the documents answer. */
const CHANNELS: Readonly<Record<string, () => Promise<unknown>>> = {
  "as JSON": async () => (await post("/v1/ask", { question: ANSWERED })).json(),
  "as a stream": async () => (await post("/v1/ask", { question: ANSWERED, stream: true })).text(),
  "in a batch": async () => (await post("/v1/ask/batch", { questions: [{ question: ANSWERED }] })).json(),
  "in OpenAI's format": async () => {
    const messages = [{ role: "user", content: ANSWERED }];
    return (await post("/v1/chat/completions", { model: "konsil", messages })).json();
  },
  "by MCP": async () => {
    const params = { name: "ask", arguments: { question: ANSWERED } };
    const accept = "application/json, text/event-stream";
    return (await post("/mcp", { jsonrpc: "2.0", id: 1, method: "tools/call", params }, { accept })).text();
  },
  "in Slack": async () => {
    const ts = slack.workspace.write({ channel: "D1", user: "U1", text: ANSWERED });
    const send = createSender((path, init) => fetch(`${server.url}${path}`, init), Date.now);
    await send.json(envelope(directMessage({ channel: "D1", ts, text: ANSWERED })));
    const answers = () => slack.workspace.messages.filter(({ user, streaming }) => user === BOT.user && !streaming);
    await expect.poll(answers, { timeout: 20_000 }).toHaveLength(1);
  },
};

describe("the metrics of a server", () => {
  it.each(Object.entries(CHANNELS))("count an answer %s once", async (_name, ask) => {
    const grown = await growth(ask, [
      ["konsil_answers_total"],
      ["konsil_answers_total", FROM_DOCUMENTS],
      ["konsil_answer_duration_seconds_count"],
      ["konsil_answer_first_text_seconds_count"],
      ["konsil_answer_stage_duration_seconds_count", { stage: "retrieve" }],
    ]);
    expect(grown).toEqual([1, 1, 1, 1, 1]);
  });

  it("tell abstentions by their reason, and add up what an answer says it took", async () => {
    const response = await post("/v1/ask", { question: NOT_ANSWERED });
    const { abstention } = answerSchema.parse(await response.json());
    let seconds = 0;
    const ask = async () => {
      const { timings } = answerSchema.parse(await (await post("/v1/ask", { question: NOT_ANSWERED })).json());
      seconds = timings.totalMs / 1000;
    };
    const abstained = { status: "abstained", reason: abstention?.reason ?? "", writer: "extract" };
    const [counted, total = 0] = await growth(ask, [
      ["konsil_answers_total", abstained],
      ["konsil_answer_duration_seconds_sum"],
    ]);
    expect(counted).toBe(1);
    expect(total).toBeCloseTo(seconds, 6);
  });

  it("count a question whose asker hangs up as cancelled, and as no answer", async () => {
    const hangUp = async () => {
      const headers = { "content-type": "application/json" };
      const request = httpRequest(`${server.url}/v1/ask`, { method: "POST", headers });
      request.on("error", () => undefined);
      request.end(JSON.stringify({ question: ANSWERED, stream: true }));
      const [response] = (await once(request, "response")) as [IncomingMessage];
      response.destroy();
      await expect.poll(async () => sumOf(await scrape(), "konsil_answers_running")).toBe(0);
    };
    const [cancelled = 0, given = 0, failed] = await growth(hangUp, [
      ["konsil_answers_cancelled_total"],
      ["konsil_answers_total"],
      ["konsil_answers_failed_total"],
    ]);
    // An answer may be ready before the server hears of it.
    expect(cancelled + given).toBe(1);
    expect(failed).toBe(0);
  });

  it("count feedback by verdict, and the same feedback again not once more", async () => {
    const { id } = answerSchema.parse(await (await post("/v1/ask", { question: ANSWERED })).json());
    const say = async () => {
      for (const verdict of ["wrong", "wrong", "helpful"]) await post("/v1/feedback", { answerId: id, verdict });
    };
    const verdicts = ["wrong", "helpful", "incomplete"];
    const grown = await growth(
      say,
      verdicts.map((verdict) => ["konsil_feedback_total", { verdict }]),
    );
    expect(grown).toEqual([1, 1, 0]);
  });

  it("show the corpus as it is at this moment", async () => {
    const sizes = async () => {
      const samples = await scrape();
      return ["konsil_ready", "konsil_documents", "konsil_passages"].map((name) => sumOf(samples, name));
    };
    const [ready, documents = 0, passages = 0] = await sizes();
    expect([ready, documents]).toEqual([1, 2]);
    await post("/v1/documents", { id: "more", text: "Das Klinikum Seeblick eröffnete 2023 ein Herzzentrum." });
    expect(await sizes()).toEqual([1, 3, (passages ?? 0) + 1]);
    await fetch(`${server.url}/v1/documents/more`, { method: "DELETE" });
    expect(await sizes()).toEqual([1, documents, passages]);
  });

  it("tell of process and version", async () => {
    const samples = await scrape();
    expect(sumOf(samples, "konsil_build_info", { version: packageVersion() })).toBe(1);
    for (const name of ["process_cpu_seconds_total", "process_resident_memory_bytes", "nodejs_heap_size_used_bytes"]) {
      expect(sumOf(samples, name), name).toBeGreaterThan(0);
    }
    expect(sumOf(samples, "process_start_time_seconds")).toBeLessThanOrEqual(Date.now() / 1000);
  });

  it("hold no text of questions, answers or documents", async () => {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    expect(text).not.toMatch(/lindental|partnerschaft|aurora|grünwald|betten|seeblick/i);
  });

  it("are those of one server alone", async () => {
    const samples = await scrape(other);
    expect(sumOf(samples, "konsil_answers_total")).toBe(0);
    expect(sumOf(samples, "http_requests_total", { route: "/v1/ask" })).toBeNull();
    expect(sumOf(samples, "konsil_documents")).toBe(2);
  });
});
