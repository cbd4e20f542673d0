import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import { type Answer, abstentionReasonSchema, type Timings } from "../contracts/answer.js";
import type { ErrorCode } from "../contracts/errors.js";
import { type FeedbackRequest, verdictSchema } from "../contracts/feedback.js";

/** What is counted of questions, answers and feedback. No text of any of them is kept. */
export interface AnswerMetrics {
  questionAsked(): void;
  answerGiven(answer: Answer): void;
  /** Whoever asked went away before the answer was there. */
  answerCancelled(): void;
  answerFailed(code: ErrorCode): void;
  feedbackGiven(verdict: FeedbackRequest["verdict"]): void;
}

/** Seconds. Without a language model an answer takes some ten milliseconds, with one up to minutes. */
const ANSWER_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];

const STAGES = {
  understand: "understandMs",
  retrieve: "retrieveMs",
  judge: "judgeMs",
  compose: "composeMs",
  ground: "groundMs",
} as const satisfies Record<string, keyof Timings>;

const NOT_ABSTAINED = "none";

/** Puts them into the registry, with 0 for what has not come up yet where all that can come up is known. */
export function createAnswerMetrics(registry: Registry): AnswerMetrics {
  const registers = [registry];
  const running = new Gauge({
    name: "konsil_answers_running",
    help: "Questions that are being answered at this moment",
    registers,
  });
  const answers = new Counter({
    name: "konsil_answers_total",
    help: "Answers by status, reason of abstention, and who worded them (llm: a language model)",
    labelNames: ["status", "reason", "writer"] as const,
    registers,
  });
  const cancelled = new Counter({
    name: "konsil_answers_cancelled_total",
    help: "Questions whose asker went away before the answer was there",
    registers,
  });
  const failed = new Counter({
    name: "konsil_answers_failed_total",
    help: "Questions that got no answer, by the code of the problem",
    labelNames: ["code"] as const,
    registers,
  });
  const warnings = new Counter({
    name: "konsil_answer_warnings_total",
    help: "Warnings in answers, by code",
    labelNames: ["code"] as const,
    registers,
  });
  const durations = new Histogram({
    name: "konsil_answer_duration_seconds",
    help: "Seconds that an answer took as a whole",
    buckets: ANSWER_SECONDS,
    registers,
  });
  const firstTexts = new Histogram({
    name: "konsil_answer_first_text_seconds",
    help: "Seconds until the first sentence of an answer was handed out; abstentions have none",
    buckets: ANSWER_SECONDS,
    registers,
  });
  const stages = new Histogram({
    name: "konsil_answer_stage_duration_seconds",
    help: "Seconds that each stage of an answer took",
    labelNames: ["stage"] as const,
    buckets: ANSWER_SECONDS,
    registers,
  });
  const feedback = new Counter({
    name: "konsil_feedback_total",
    help: "Feedback on answers, by verdict",
    labelNames: ["verdict"] as const,
    registers,
  });

  for (const writer of ["extract", "llm"]) {
    for (const status of ["answered", "partial"]) answers.inc({ status, reason: NOT_ABSTAINED, writer }, 0);
    for (const reason of abstentionReasonSchema.options) answers.inc({ status: "abstained", reason, writer }, 0);
  }
  for (const verdict of verdictSchema.options) feedback.inc({ verdict }, 0);
  for (const stage of Object.keys(STAGES)) stages.zero({ stage });

  return {
    questionAsked: () => running.inc(),
    answerGiven({ status, abstention, writer, warnings: codes, timings }) {
      running.dec();
      answers.inc({ status, reason: abstention?.reason ?? NOT_ABSTAINED, writer: writer.kind });
      for (const code of codes) warnings.inc({ code });
      durations.observe(timings.totalMs / 1000);
      if (timings.firstTextMs !== undefined) firstTexts.observe(timings.firstTextMs / 1000);
      for (const [stage, field] of Object.entries(STAGES)) stages.observe({ stage }, timings[field] / 1000);
    },
    answerCancelled() {
      running.dec();
      cancelled.inc();
    },
    answerFailed(code) {
      running.dec();
      failed.inc({ code });
    },
    feedbackGiven: (verdict) => feedback.inc({ verdict }),
  };
}
