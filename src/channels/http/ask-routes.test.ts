import { describe, expect, it } from "vitest";
import { ANSWER, makeAsker, makeParts, PASSAGE } from "../../../tests/fakes/http-parts.js";
import type { Asker } from "../../ask/ask.js";
import { problemSchema } from "../../contracts/errors.js";
import { type AskEvent, askEventSchema } from "../../contracts/events.js";
import { createHttpApp } from "./app.js";

function post(asker: Asker, path: string, body: object, accept?: string) {
  const headers = { "content-type": "application/json", ...(accept === undefined ? {} : { accept }) };
  return createHttpApp(makeParts({ asker })).request(path, { method: "POST", headers, body: JSON.stringify(body) });
}

/** Events as a browser reads them: a name, and the lines of data. */
function eventsIn(stream: string): { readonly name: string; readonly data: AskEvent }[] {
  expect(stream.endsWith("\n\n")).toBe(true);
  return stream
    .split("\n\n")
    .slice(0, -1)
    .map((block) => {
      const [, name = "", data = ""] = /^event: ([^\n]*)\ndata: ([^\n]*)$/.exec(block) ?? [];
      return { name, data: askEventSchema.parse(JSON.parse(data)) };
    });
}

describe("POST /v1/ask", () => {
  it("answers with the answer, and hands the whole request on", async () => {
    const heard: unknown[] = [];
    const asker = makeAsker({
      ask: async (request, options) => {
        heard.push(request, options?.signal?.aborted);
        return ANSWER;
      },
    });
    const request = {
      question: "  Wann war das?  ",
      history: [{ role: "user", content: "Was?" }],
      language: "en",
      filter: { documentIds: ["lindental"], publishedAfter: "2020-01-01" },
    };
    const response = await post(asker, "/v1/ask", request);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.json()).toEqual(ANSWER);
    expect(heard).toEqual([{ ...request, question: "Wann war das?" }, false]);
  });

  it.each([
    ["stream: true", { question: "Wann?", stream: true }, undefined],
    ["Accept", { question: "Wann?" }, "text/event-stream"],
    ["Accept among others", { question: "Wann?" }, "application/json;q=0.5, Text/Event-Stream"],
  ])("sends every event in order, with %s", async (_name, body, accept) => {
    const response = await post(makeAsker(), "/v1/ask", body, accept);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const events = eventsIn(await response.text());
    expect(events.map(({ name }) => name)).toEqual([
      "answer.started",
      "evidence.found",
      "citation.added",
      "text.delta",
      "answer.finished",
    ]);
    for (const { name, data } of events) expect(data.type).toBe(name);
    expect(events.at(-1)?.data).toEqual({ type: "answer.finished", answer: ANSWER });
  });

  it("keeps an event on one line, whatever line breaks its text has", async () => {
    const asker = makeAsker({
      ask: async (_request, options) => {
        options?.emit?.({ type: "text.delta", text: "one\ntwo\r\nthree\u2028event: forged\n\ndata: {}" });
        return ANSWER;
      },
    });
    const events = eventsIn(await (await post(asker, "/v1/ask", { question: "Was?", stream: true })).text());
    expect(events).toHaveLength(1);
  });

  it.each([
    ["an empty question", { question: "  " }, ["question"]],
    ["no question", {}, ["question"]],
    ["a long question", { question: "x".repeat(2001) }, ["question"]],
    ["unknown fields", { question: "Was?", temperature: 1 }, ["temperature"]],
    ["a bad turn", { question: "Was?", history: [{ role: "system", content: "x" }] }, ["history[0].role"]],
    ["a bad filter", { question: "Was?", filter: { publishedAfter: "gestern" } }, ["filter.publishedAfter"]],
  ])("refuses %s with the path of each bad field", async (_name, body, paths) => {
    const response = await post(makeAsker(), "/v1/ask", body);
    expect(response.status).toBe(422);
    const problem = problemSchema.parse(await response.json());
    expect(problem).toMatchObject({ code: "invalid_request", status: 422 });
    expect(problem.errors?.map(({ path }) => path)).toEqual(paths);
  });
});

describe("POST /v1/search", () => {
  it("gives the passages that were found", async () => {
    const heard: unknown[] = [];
    const asker = makeAsker({
      search: async (request) => {
        heard.push(request);
        return [PASSAGE];
      },
    });
    const response = await post(asker, "/v1/search", { query: "Institut", limit: 3 });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ passages: [PASSAGE] });
    expect(heard).toEqual([{ query: "Institut", limit: 3 }]);
  });

  it.each([
    { query: "" },
    { query: "x", limit: 0 },
    { query: "x", limit: 101 },
    { query: "x", k: 1 },
    { question: "x" },
  ])("refuses %j", async (body) => {
    expect((await post(makeAsker(), "/v1/search", body)).status).toBe(422);
  });
});
