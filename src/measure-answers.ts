import type { Asker } from "./ask/ask.js";
import { KonsilError } from "./contracts/errors.js";
import type { AnswerMetrics } from "./observe/answer-metrics.js";
import type { Feedback } from "./observe/feedback.js";

/** The same asker, whose answers are counted, whole or streamed, whatever channel asks. */
export function measureAnswers(asker: Asker, metrics: Omit<AnswerMetrics, "feedbackGiven">): Asker {
  return {
    async ask(request, options) {
      metrics.questionAsked();
      try {
        const answer = await asker.ask(request, options);
        metrics.answerGiven(answer);
        return answer;
      } catch (thrown) {
        const code = thrown instanceof KonsilError ? thrown.code : "internal";
        if (code === "cancelled" || options?.signal?.aborted) metrics.answerCancelled();
        else metrics.answerFailed(code);
        throw thrown;
      }
    },
    search: (request, options) => asker.search(request, options),
  };
}

/** The same feedback, whose verdicts are counted; one that was there already is not. */
export function measureFeedback(feedback: Feedback, metrics: Pick<AnswerMetrics, "feedbackGiven">): Feedback {
  return {
    async give(request) {
      const given = await feedback.give(request);
      if (given.added) metrics.feedbackGiven(given.record.verdict);
      return given;
    },
    read: (query) => feedback.read(query),
  };
}
