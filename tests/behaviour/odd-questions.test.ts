import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createHttpApp } from "../../src/channels/http/app.js";
import { type HttpServer, serveHttp } from "../../src/channels/http/server.js";
import { readConfig } from "../../src/config.js";
import { type Answer, answerSchema, foundPassageSchema } from "../../src/contracts/answer.js";
import { problemSchema } from "../../src/contracts/errors.js";
import { askEventSchema } from "../../src/contracts/events.js";
import { createLog } from "../../src/observe/log.js";
import { type Application, wire } from "../../src/wire.js";
import {
  ANSWERED,
  BAD_BODIES,
  FOUND,
  NONSENSE,
  NOT_MISSING,
  NOT_READ,
  OTHER_LANGUAGES,
  RARE_WORDS,
} from "./odd-questions.js";
import { CORPUS } from "./originals.js";

const passagesSchema = z.object({ passages: z.array(foundPassageSchema) });

let data: string;
let application: Application;
let server: HttpServer;
const texts = new Map<string, string>();

beforeAll(async () => {
  data = mkdtempSync(path.join(tmpdir(), "konsil-odd-"));
  const log = createLog({ level: "silent" });
  application = await wire(readConfig({ KONSIL_DATA: data, KONSIL_CORPUS: CORPUS }), { log });
  await application.prepare(CORPUS);
  for (const { id } of (await application.library.documents()).documents) {
    texts.set(id, (await application.library.document(id))?.text ?? "");
  }
  const { asker, ingester, library, feedback, keptResponses, readiness } = application;
  const keys = { ask: [], admin: [] };
  const parts = {
    ...{ asker, ingester, library, feedback, keptResponses, readiness },
    ...{ keys, anonymous: true, log, version: "0" },
  };
  const app = createHttpApp(parts);
  server = await serveHttp(app, { host: "127.0.0.1", port: 0 });
}, 120_000);

afterAll(async () => {
  await server.close();
  await application.close();
  rmSync(data, { recursive: true, force: true });
});

function post(address: string, body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}${address}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : new Blob([Uint8Array.from(body)]),
  });
}

/** Asks over HTTP, checks what holds for every answer, and gives it back. */
async function ask(question: string): Promise<Answer> {
  const response = await post("/v1/ask", JSON.stringify({ question }));
  const body: unknown = await response.json();
  expect(response.status, JSON.stringify(body)).toBe(200);
  const answer = answerSchema.parse(body);
  const { status, citations, abstention } = answer;
  expect(status === "abstained").toBe(citations.length === 0);
  expect(status === "abstained").toBe(abstention !== null);
  for (const { documentId, quote, start, end } of [...citations, ...(abstention?.closest ?? [])]) {
    expect(texts.get(documentId)?.slice(start, end)).toBe(quote);
  }
  return answer;
}

/** The same question as a stream: its last event brings the answer. */
async function askStreaming(question: string): Promise<Answer> {
  const response = await post("/v1/ask", JSON.stringify({ question, stream: true }));
  expect(response.status).toBe(200);
  const blocks = (await response.text()).split("\n\n").slice(0, -1);
  const events = blocks.map((block) => askEventSchema.parse(JSON.parse(block.replace(/^event: [^\n]*\ndata: /, ""))));
  const last = events.at(-1);
  return last?.type === "answer.finished" ? last.answer : expect.unreachable(JSON.stringify(last));
}

async function search(query: string) {
  const response = await post("/v1/search", JSON.stringify({ query, limit: 5 }));
  const body: unknown = await response.json();
  expect(response.status, JSON.stringify(body)).toBe(200);
  const { passages } = passagesSchema.parse(body);
  for (const { documentId, start, end, text } of passages) expect(texts.get(documentId)?.slice(start, end)).toBe(text);
  return passages;
}

function withoutRun({ id: _, timings: __, ...rest }: Answer): Omit<Answer, "id" | "timings"> {
  return rest;
}

/** For the name of a test: short, and without signs that would garble a terminal. */
function shown(text: string): string {
  const printable = JSON.stringify(text).replace(/[\p{C}\p{Z}]/gu, (sign) =>
    sign === " " ? sign : `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return printable.length > 70 ? `${printable.slice(0, 70)}…` : printable;
}

function named<T extends { readonly question: string }>(cases: readonly T[]): [string, T][] {
  return cases.map((it) => [shown(it.question), it]);
}

/** Of a refusal that says which languages Konsil reads. */
const READS = /(?=.*German and English)(?=.*Deutsch und Englisch)/;

const EVERYTHING = [
  ...Object.values(NONSENSE),
  ...[...ANSWERED, ...OTHER_LANGUAGES, ...FOUND].map((it) => it.question),
];

describe("an odd question", () => {
  it.each(Object.entries(NONSENSE))("is refused where it asks for nothing: %s", async (_, question) => {
    const { abstention } = await ask(question);
    expect(["out_of_scope", "no_evidence"]).toContain(abstention?.reason);
    expect(abstention?.message).toMatch(/\S/);
  });

  it.each(named(ANSWERED))("is answered like a plain one: %s", async (_, { question, says, document }) => {
    const { answer, citations } = await ask(question);
    expect(answer).toMatch(says);
    expect(citations.map(({ documentId }) => documentId)).toContain(document);
  });

  it.each(named(OTHER_LANGUAGES))(
    "in another language is answered right or refused: %s",
    async (_, { question, says }) => {
      const { status, answer, abstention } = await ask(question);
      if (status === "answered") expect(answer).toMatch(says);
      else expect(["out_of_scope", "no_evidence"]).toContain(abstention?.reason);
    },
  );

  it.each(NOT_READ)("in another language is told which languages Konsil reads: %s", async (question) => {
    const { abstention } = await ask(question);
    expect(abstention?.reason).toBe("out_of_scope");
    expect(abstention?.message).toMatch(READS);
  });

  it.each(RARE_WORDS)("in rare words is not taken for another language: %s", async (question) => {
    expect((await ask(question)).answer).not.toMatch(READS);
  });

  it.each(NOT_MISSING)("is not told that a word is missing which a document holds: $question", async (it) => {
    const { answer, abstention } = await ask(it.question);
    for (const word of abstention === null ? [] : it.held) {
      expect([...texts.values()].some((text) => text.includes(word))).toBe(true);
      expect(answer).not.toMatch(new RegExp(`[“„]${word}[“”]`));
    }
  });

  it("is not echoed at length where it is one endless word", async () => {
    const { answer } = await ask(`Wer ist ${"McMuster".repeat(200)}?`);
    expect(answer).toMatch(/„(?:McMuster)+\w*…“/);
    expect(answer).not.toMatch(/\w{100}/);
  });

  it.each(EVERYTHING.map((question) => [shown(question), question] as const))(
    "gets the same answer as a stream, and verbatim passages: %s",
    async (_, question) => {
      expect(withoutRun(await askStreaming(question))).toEqual(withoutRun(await ask(question)));
      await search(question);
    },
  );

  it.each(named(FOUND))("of one or two words finds its document first: %s", async (_, { question, document }) => {
    expect((await search(question))[0]?.documentId).toBe(document);
  });
});

describe("a bad request", () => {
  it.each(BAD_BODIES)("gets a problem that says what to change: $name", async ({ body, type, status, says }) => {
    const headers = type === undefined ? {} : { "content-type": type };
    const response = await post("/v1/ask", body, headers);
    expect(response.status).toBe(status);
    expect(problemSchema.parse(await response.json()).detail).toMatch(says);
  });
});
