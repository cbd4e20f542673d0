import type { Asker } from "../../src/ask/ask.js";
import type { Answer, Citation } from "../../src/contracts/answer.js";
import type { AskRequest } from "../../src/contracts/question.js";

export const CITATION: Citation = {
  marker: 1,
  documentId: "lindental",
  title: "Klinikum Lindental und Aurora Medtech schließen Partnerschaft",
  publisher: "Klinikum Lindental",
  publishedAt: "2024-03-03",
  url: "https://example.org/lindental?a=1&b=2",
  language: "de",
  passageId: "lindental#0",
  heading: null,
  quote: "Das Klinikum Lindental und Aurora Medtech haben am 3. März 2024 einen Vertrag unterzeichnet.",
  start: 0,
  end: 92,
};

/** What the asker says to a question, so that an answer can be told from all others. */
export function answerText(question: string): string {
  return `Antwort auf „${question}“. [1]`;
}

export function makeAnswer(id: string, question: string, fields: Partial<Answer> = {}): Answer {
  return {
    id,
    status: "answered",
    answer: answerText(question),
    language: "de",
    citations: [CITATION],
    abstention: null,
    asOf: "2024-03-03",
    writer: { kind: "extract" },
    warnings: [],
    followUps: ["Wie lange läuft der Vertrag?"],
    timings: { understandMs: 1, retrieveMs: 1, judgeMs: 1, composeMs: 1, groundMs: 1, totalMs: 5 },
    ...fields,
  };
}

export interface QuickAsker extends Pick<Asker, "ask"> {
  /** Everything that was asked, in order. */
  readonly asked: AskRequest[];
}

/**
 * Answers at once, behind the interface of the real asker, sentence by sentence. `pieces` says in which pieces an answer
 * comes, and may wait in between; `prefix` tells the answers of one process from those of another.
 */
export function createQuickAsker(
  options: {
    readonly fields?: (question: string) => Partial<Answer>;
    readonly pieces?: (answer: string) => AsyncIterable<string> | Iterable<string>;
    readonly prefix?: string;
  } = {},
): QuickAsker {
  const { fields = () => ({}), pieces = (answer) => [answer], prefix = "ans_" } = options;
  const asked: AskRequest[] = [];
  return {
    asked,
    async ask(request, { emit } = {}) {
      asked.push(request);
      const answer = makeAnswer(`${prefix}${asked.length}`, request.question, fields(request.question));
      emit?.({ type: "answer.started", id: answer.id, language: answer.language });
      if (answer.status !== "abstained") {
        for await (const text of pieces(answer.answer)) emit?.({ type: "text.delta", text });
      }
      emit?.({ type: "answer.finished", answer });
      return answer;
    },
  };
}
