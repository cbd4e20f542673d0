import { describe, expect, it } from "vitest";
import { ANSWER, makeAsker, makeParts } from "../tests/fakes/http-parts.js";
import { readSamples, sumOf } from "../tests/prometheus.js";
import type { Answer } from "./contracts/answer.js";
import { KonsilError } from "./contracts/errors.js";
import { measureAnswers, measureFeedback } from "./measure-answers.js";
import { createMetrics } from "./observe/metrics.js";

const REQUEST = { question: "Was?" };

function measured(ask: () => Promise<Answer>) {
  const { readiness, log, version, feedback } = makeParts();
  const metrics = createMetrics({ state: readiness, log, version });
  const value = async (name: string, labels = {}) => sumOf(readSamples(await metrics.text()), name, labels);
  return {
    asker: measureAnswers(makeAsker({ ask }), metrics),
    feedback: measureFeedback(feedback, metrics),
    value,
  };
}

const counts = ["konsil_answers_total", "konsil_answers_cancelled_total", "konsil_answers_failed_total"];

describe("a measured asker", () => {
  it("counts an answer with its writer, warnings and stages, and hands it out as it is", async () => {
    const answer: Answer = {
      ...ANSWER,
      status: "partial",
      writer: { kind: "llm", provider: "openai", model: "m", prompt: "p" },
      warnings: ["documents_disagree", "llm_ungrounded_removed"],
      timings: { understandMs: 1, retrieveMs: 20, judgeMs: 0, composeMs: 3000, groundMs: 4, totalMs: 3025 },
    };
    const { asker, value } = measured(async () => answer);
    expect(await asker.ask(REQUEST)).toBe(answer);
    expect(await value("konsil_answers_total", { status: "partial", reason: "none", writer: "llm" })).toBe(1);
    for (const code of answer.warnings) expect(await value("konsil_answer_warnings_total", { code }), code).toBe(1);
    const stage = "konsil_answer_stage_duration_seconds_sum";
    expect(await value(stage, { stage: "compose" })).toBe(3);
    expect(await value(stage, { stage: "retrieve" })).toBe(0.02);
    expect(await value("konsil_answer_duration_seconds_sum")).toBe(3.025);
    expect(await value("konsil_answer_first_text_seconds_count")).toBe(0);
  });

  it("tells whoever went away from what went wrong, and throws what it got", async () => {
    const gone = AbortSignal.abort();
    const aborted = new DOMException("gone", "AbortError");
    const cases: readonly [unknown, AbortSignal | undefined, string, readonly number[]][] = [
      [new KonsilError("cancelled", "x"), undefined, "cancelled", [0, 1, 0]],
      [aborted, gone, "cancelled", [0, 1, 0]],
      [new KonsilError("index_not_ready", "x"), undefined, "index_not_ready", [0, 0, 1]],
      [new Error("s3cret"), undefined, "internal", [0, 0, 1]],
      [undefined, undefined, "internal", [0, 0, 1]],
    ];
    for (const [thrown, signal, code, expected] of cases) {
      const { asker, value } = measured(() => Promise.reject(thrown));
      await expect(asker.ask(REQUEST, signal === undefined ? {} : { signal })).rejects.toBe(thrown);
      expect(await Promise.all(counts.map(async (name) => (await value(name)) ?? 0)), code).toEqual(expected);
      expect(await value("konsil_answers_failed_total", { code })).toBe(expected[2] === 1 ? 1 : null);
    }
  });

  it("shows how many questions are being answered", async () => {
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { asker, value } = measured(() => finished.then(() => ANSWER));
    const answers = [asker.ask(REQUEST), asker.ask(REQUEST)];
    expect(await value("konsil_answers_running")).toBe(2);
    finish();
    await Promise.all(answers);
    expect(await value("konsil_answers_running")).toBe(0);
  });
});

describe("measured feedback", () => {
  it("counts what was added", async () => {
    const { feedback, value } = measured(async () => ANSWER);
    const request = { answerId: "ans_2", verdict: "wrong", question: "Was?" } as const;
    expect((await feedback.give(request)).added).toBe(true);
    expect((await feedback.give(request)).added).toBe(false);
    expect(await value("konsil_feedback_total", { verdict: "wrong" })).toBe(1);
    expect((await feedback.read()).feedback).toHaveLength(1);
  });
});
