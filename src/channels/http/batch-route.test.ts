import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ANSWER, makeAsker, makeParts } from "../../../tests/fakes/http-parts.js";
import type { Asker } from "../../ask/ask.js";
import { batchAnswersSchema } from "../../contracts/answer.js";
import { KonsilError } from "../../contracts/errors.js";
import { createHttpApp, type HttpParts } from "./app.js";

function batch(questions: unknown, parts: Partial<HttpParts> = {}, signal?: AbortSignal) {
  const request = new Request("http://localhost/v1/ask/batch", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ questions }),
    ...(signal === undefined ? {} : { signal }),
  });
  return createHttpApp(makeParts(parts)).request(request);
}
const questions = (count: number) => Array.from({ length: count }, (_, number) => ({ question: `Was ist ${number}?` }));

/** Answers with the question; `ask` may do something before. */
const echo = (ask: (question: string, signal: AbortSignal | undefined) => Promise<void>): Asker =>
  makeAsker({
    async ask({ question }, { signal } = {}) {
      await ask(question, signal);
      return { ...ANSWER, answer: question };
    },
  });

describe("POST /v1/ask/batch", () => {
  it("answers in the order of the questions, whatever takes longer, and only so many at once", async () => {
    let running = 0;
    let most = 0;
    const asker = echo(async (question) => {
      running += 1;
      most = Math.max(most, running);
      for (let turn = 0; turn < 50 - Number(/\d+/.exec(question)?.[0]); turn += 1) await setImmediate();
      running -= 1;
    });
    const response = await batch(questions(40), { asker });
    const { answers } = batchAnswersSchema.parse(await response.json());
    expect(answers.map((it) => ("answer" in it ? it.answer : it.problem))).toEqual(
      questions(40).map(({ question }) => question),
    );
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });

  it("tells the problem of one question in its place, and answers the others", async () => {
    const asker = echo(async (question) => {
      if (question === "Bricht?") throw new Error("s3cret");
    });
    const odd = [
      { question: "Was?" },
      { question: " " },
      { question: "Bricht?" },
      { question: "Was?", strem: 1 },
      { question: "Was?", stream: true },
      "Was?",
      null,
      { question: "Wer?", language: "en" },
    ];
    const response = await batch(odd, { asker });
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).not.toContain("s3cret");
    const { answers } = batchAnswersSchema.parse(JSON.parse(text));
    expect(answers.map((it) => ("answer" in it ? it.answer : it.problem.status))).toEqual([
      ...["Was?", 422, 500, 422, 422, 400, 400, "Wer?"],
    ]);
    const { problem } = z.object({ problem: z.unknown() }).parse(answers[3]);
    expect(problem).toMatchObject({ code: "invalid_request", errors: [{ path: "strem" }] });
  });

  it.each([
    ["no list", "x"],
    ["none", []],
    ["too many", questions(101)],
  ])("refuses %s as a whole", async (_what, odd) => {
    const response = await batch(odd);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "invalid_request", errors: [{ path: "questions" }] });
  });

  it("is not ready as a whole", async () => {
    const asker = echo(() => Promise.reject(new KonsilError("index_not_ready", "The corpus is being read.")));
    const response = await batch(questions(10), { asker });
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
  });

  it("stops when the client hangs up: what runs is told, what waits is never asked", async () => {
    const hangUp = new AbortController();
    const asked: string[] = [];
    const told: string[] = [];
    const asker = echo(async (question, signal) => {
      asked.push(question);
      if (asked.length === 4) hangUp.abort();
      await new Promise<void>(
        (resolve) => signal?.addEventListener("abort", () => resolve(), { once: true }) ?? resolve(),
      );
      told.push(question);
      throw new KonsilError("cancelled", "The question was cancelled.");
    });
    await batch(questions(50), { asker }, hangUp.signal);
    expect(asked).toHaveLength(4);
    expect(told.length).toBeGreaterThanOrEqual(3);
  });
});
