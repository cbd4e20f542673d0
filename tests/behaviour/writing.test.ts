import { request as httpRequest } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Asker, createAsker } from "../../src/ask/ask.js";
import { createHttpApp } from "../../src/channels/http/app.js";
import { serveHttp } from "../../src/channels/http/server.js";
import { readConfig } from "../../src/config.js";
import type { Answer } from "../../src/contracts/answer.js";
import type { AskEvent } from "../../src/contracts/events.js";
import type { Writer } from "../../src/contracts/ports.js";
import { createLog } from "../../src/observe/log.js";
import { openWriter } from "../../src/open-writer.js";
import { readPrompts } from "../../src/prompts.js";
import { type Application, wire } from "../../src/wire.js";
import { makeParts } from "../fakes/http-parts.js";
import { type LlmFault, type LlmReply, type LlmServer, startLlmServer } from "../fakes/llm-server.js";
import { expectGrounded, expectStreamed, expectVerbatim } from "../properties/answer-checks.js";
import { createWorkspace } from "./sample-corpus.js";

const QUESTION = "Wann wurde der Vertrag zwischen dem Klinikum Lindental und Aurora Medtech unterzeichnet?";
const REPLY =
  "Das Klinikum Lindental und Aurora Medtech haben den Vertrag am 3. März 2024 unterzeichnet. [1] " +
  "Die Partnerschaft läuft acht Jahre. [1]";

const log = createLog({ level: "silent" });
const prompts = readPrompts();
const workspace = createWorkspace();
const opened: { close(): Promise<void> }[] = [];
let application: Application;
let extracted: Answer;

beforeAll(async () => {
  application = await wire(readConfig({ KONSIL_DATA: workspace.data }), { log });
  await application.prepare(workspace.corpus);
  extracted = await application.asker.ask({ question: QUESTION });
}, 60_000);

afterEach(async () => {
  for (const it of opened.splice(0).reverse()) await it.close();
});

afterAll(async () => {
  await application.close();
  workspace.remove();
});

interface Setting {
  readonly reply?: LlmReply;
  readonly fault?: LlmFault;
  readonly provider?: "openai" | "anthropic" | "ollama";
}

/** The application with a language model behind a real server. */
async function withModel({ reply = REPLY, fault, provider = "openai" }: Setting = {}) {
  const server: LlmServer = await startLlmServer({ reply, fault: fault ?? null });
  const config = readConfig({
    KONSIL_WRITER: provider,
    KONSIL_WRITER_URL: provider === "openai" ? `${server.url}/v1` : server.url,
    KONSIL_WRITER_MODEL: "served-model",
    KONSIL_WRITER_TIMEOUT: "2",
    ...(provider === "anthropic" ? { KONSIL_WRITER_KEY: "a-key" } : {}),
  });
  const writer = await openWriter(config, log);
  if (writer === null) throw new Error("no writer");
  opened.push(server, writer);
  return { server, asker: askerWith(writer) };
}

function askerWith(writer: Writer): Asker {
  const { library, embedder } = application;
  return createAsker({ library, embedder, followUps: false, writing: { writer, prompts } });
}

/** Asks twice, without a stream and with one, and checks what holds of every answer. */
async function askBoth(asker: Asker, question = QUESTION) {
  const answer = await asker.ask({ question });
  const events: AskEvent[] = [];
  const streamed = await asker.ask({ question }, { emit: (event) => events.push(event) });
  for (const it of [answer, streamed]) {
    await expectVerbatim(application.library, it);
    expectGrounded(it, question);
  }
  expectStreamed(streamed, events);
  return { answer, streamed, deltas: events.flatMap((event) => (event.type === "text.delta" ? [event.text] : [])) };
}

describe("an answer that a language model words", () => {
  it.each(["openai", "anthropic", "ollama"] as const)(
    "is its text, sentence by sentence, with quotations: %s",
    async (provider) => {
      const reply = provider === "anthropic" ? [{ text: REPLY.replaceAll(" [1]", ""), cites: [0] }] : REPLY;
      const { asker } = await withModel({ provider, reply });
      const { answer, streamed, deltas } = await askBoth(asker);
      expect(answer.answer).toContain("haben den Vertrag am 3. März 2024 unterzeichnet. [1]");
      expect(answer.citations[0]?.quote).toContain("haben am 3. März 2024 einen Vertrag");
      expect(answer.writer).toEqual({ kind: "llm", provider, model: "served-model", prompt: prompts.answer.version });
      expect(answer.warnings).toEqual([]);
      expect(answer.timings.firstTextMs).toBeLessThanOrEqual(answer.timings.totalMs);
      expect(streamed.answer).toBe(answer.answer);
      expect(deltas).toHaveLength(2);
    },
  );

  it("shows no sentence that no source holds, and says that one was left out", async () => {
    const { asker } = await withModel({ reply: `${REPLY} Das Budget beträgt 45 Millionen Euro. [1]` });
    const { answer, streamed } = await askBoth(asker);
    expect(answer.answer).not.toContain("45");
    expect(answer.warnings).toEqual(["llm_ungrounded_removed"]);
    expect(streamed.answer).toBe(answer.answer);
  });

  it("gets the marker of the source that supports it, whichever the model names", async () => {
    const { asker } = await withModel({ fault: "unknown_markers" });
    const { answer } = await askBoth(asker);
    expect(answer.writer.kind).toBe("llm");
    expect(answer.citations.map(({ documentId }) => documentId)).toContain("lindental");
  });

  it("is the extracted one when the model says something else than what was asked", async () => {
    const { asker, server } = await withModel({ reply: "Die Partnerschaft umfasst 14 Kernspintomographen. [1]" });
    const { answer } = await askBoth(asker);
    expect([answer.answer, answer.writer]).toEqual([extracted.answer, { kind: "extract" }]);
    expect(answer.warnings).toEqual(["llm_incomplete"]);
    expect(server.requests.length).toBe(4);
    expect(server.requests[1]?.messages.at(-1)?.content).toContain("does not say what the question asks for");
  });

  it("is a refusal without asking the model, when there is no evidence", async () => {
    const { asker, server } = await withModel();
    const { answer } = await askBoth(asker, "Wie hoch ist das Budget des Klinikums Lindental?");
    expect(answer.status).toBe("abstained");
    expect(server.requests).toEqual([]);
  });

  it("is asked of the model with the sources in data alone, and with what the question leans on", async () => {
    const { asker, server } = await withModel();
    const history = [
      { role: "user" as const, content: QUESTION },
      { role: "assistant" as const, content: extracted.answer },
    ];
    await asker.ask({ question: "Und wie lange läuft die Partnerschaft dort?", history });
    const [completing, answering] = server.requests;
    expect(completing?.messages[1]?.content).toContain("Und wie lange läuft die Partnerschaft dort?");
    expect(answering?.messages[1]?.content).toMatch(
      /<source number="1" about="Klinikum Lindental[^>]*>\n[^<]*acht Jahren[^<]*\n<\/source>/,
    );
  });
});

/** What the caller is told, and whether the model may have worded a part of the answer before it failed. */
const FAULTS: readonly (readonly [fault: LlmFault, warning: string])[] = [
  ["refused_connection", "llm_unreachable"],
  ["no_route", "llm_unknown_model"],
  ["wrong_key", "llm_unauthorized"],
  ["unknown_model", "llm_unknown_model"],
  ["rate_limited", "llm_rate_limited"],
  ["rate_limited_with_wait", "llm_rate_limited"],
  ["context_exceeded", "llm_context_exceeded"],
  ["failed", "llm_failed"],
  ["redirected", "llm_invalid_reply"],
  ["web_page", "llm_invalid_reply"],
  ["silent", "llm_timeout"],
  ["stalled_stream", "llm_timeout"],
  ["half_stream", "llm_invalid_reply"],
  ["invalid_json", "llm_invalid_reply"],
  ["empty", "llm_empty"],
  ["tool_call", "llm_empty"],
  ["refusal", "llm_ungrounded"],
  ["prompt_repeated", "llm_ungrounded"],
  ["other_language", "llm_ungrounded"],
];

describe("a language model that fails", () => {
  it.each(FAULTS)("leaves the caller with the extracted answer: %s", async (fault, warning) => {
    const answer = await (await withModel({ fault })).asker.ask({ question: QUESTION });
    expect([answer.answer, answer.writer]).toEqual([extracted.answer, { kind: "extract" }]);
    expect(answer.citations).toEqual(extracted.citations);
    expect(answer.warnings).toEqual([warning]);
    const events: AskEvent[] = [];
    const { asker } = await withModel({ fault });
    const streamed = await asker.ask({ question: QUESTION }, { emit: (event) => events.push(event) });
    expectGrounded(streamed, QUESTION);
    expectStreamed(streamed, events);
    expect(streamed.answer).toContain("3. März 2024");
    expect(streamed.warnings).toEqual([warning]);
  });

  it("that never ends is left after the sentences of an answer", async () => {
    const { asker, server } = await withModel({ fault: "endless" });
    const { answer } = await askBoth(asker);
    await server.hungUp(2);
    expect(answer.status).toBe("answered");
    expect(answer.answer.length).toBeLessThan(2_000);
  });

  it("in the middle of a streamed answer goes on with what was extracted and not yet cited", async () => {
    const long = `${REPLY} Es umfasst 14 Kernspintomographen. [1]`;
    const { asker } = await withModel({ fault: "half_stream", reply: long });
    const { streamed } = await askBoth(asker);
    expect(streamed.answer).toContain("3. März 2024");
    expect(streamed.warnings).toContain("llm_invalid_reply");
  });

  it("is not asked any more for a while after several failures in a row", async () => {
    const { asker, server } = await withModel({ fault: "wrong_key" });
    for (let turn = 0; turn < 5; turn += 1) await asker.ask({ question: QUESTION });
    const asked = server.requests.length;
    const answer = await asker.ask({ question: QUESTION });
    expect(server.requests.length).toBe(asked);
    expect([answer.answer, answer.warnings]).toEqual([extracted.answer, ["llm_paused"]]);
  });
});

describe("a caller who hangs up", () => {
  it("stops the model, all the way down", async () => {
    const { asker, server } = await withModel({ fault: "stalled_stream" });
    const http = await serveHttp(createHttpApp(makeParts({ asker })), { host: "127.0.0.1", port: 0 });
    opened.push(http);
    const headers = { "content-type": "application/json" };
    const request = httpRequest(`${http.url}/v1/ask`, { method: "POST", headers });
    request.on("error", () => {});
    request.end(JSON.stringify({ question: QUESTION, stream: true }));
    await new Promise((resolve) => request.on("response", resolve));
    while (server.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    request.destroy();
    await server.hungUp();
    expect(server.requests).toHaveLength(1);
  });
});
