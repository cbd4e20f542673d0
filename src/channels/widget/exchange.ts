import type { Answer, Citation } from "../../contracts/answer.js";
import type { AskEvent } from "../../contracts/events.js";
import type { FeedbackRequest } from "../../contracts/feedback.js";
import type { Turn } from "../../contracts/question.js";
import type { Failure } from "./failure.js";

export type Verdict = FeedbackRequest["verdict"];

/** What the reader thinks of an answer, and how far it has come. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly comment: string;
  readonly state: "writing" | "sending" | "sent" | "failed";
}

/** A question and what became of it. */
export interface Exchange {
  /** Unique within a conversation. */
  readonly key: number;
  readonly question: string;
  readonly state: "asking" | "answered" | "stopped" | "failed";
  /** Takes longer than usual. */
  readonly slow: boolean;
  /** The answer so far, in pieces of whole sentences as they came. */
  readonly parts: readonly string[];
  /** What has been cited so far. */
  readonly citations: readonly Citation[];
  /** Of a state "answered", and of no other. */
  readonly answer: Answer | null;
  /** Of a state "failed"; also while it is asked again by itself. */
  readonly failure: Failure | null;
  /** When it may be tried again: milliseconds since 1970. */
  readonly retryAt: number | null;
  readonly judgement: Judgement | null;
}

export function newExchange(key: number, question: string): Exchange {
  const nothing = { parts: [], citations: [], answer: null, failure: null, retryAt: null, judgement: null };
  return { key, question, state: "asking", slow: false, ...nothing };
}

/** The exchange after an event of its stream. */
export function afterEvent(exchange: Exchange, event: AskEvent): Exchange {
  switch (event.type) {
    case "citation.added":
      return { ...exchange, citations: [...exchange.citations, event.citation] };
    case "text.delta":
      return { ...exchange, slow: false, failure: null, parts: [...exchange.parts, event.text] };
    case "answer.finished":
      return afterAnswer(exchange, event.answer);
    default:
      return exchange;
  }
}

/** Pieces that make up the whole answer stay as they are, so that nothing on the screen is drawn again. */
function afterAnswer(exchange: Exchange, answer: Answer): Exchange {
  const parts = exchange.parts.join("") === answer.answer ? exchange.parts : [answer.answer];
  return { ...exchange, state: "answered", slow: false, failure: null, parts, citations: answer.citations, answer };
}

/** What the answer says so far is backed by: not what was cited for a sentence that did not come. */
export function citedSources({ answer, parts, citations }: Exchange): readonly Citation[] {
  if (answer !== null) return answer.citations;
  return citations.filter(({ marker }) => parts.some((part) => part.includes(`[${marker}]`)));
}

/** The sources that are listed below an exchange: what it is backed by, or what comes closest. */
export function shownSources(exchange: Exchange): readonly Citation[] {
  return exchange.answer?.abstention?.closest ?? citedSources(exchange);
}

/** So many turns go along with a question, and so much of each: the server takes up to 50 of 20,000 characters. */
const REMEMBERED_TURNS = 8;
const LONGEST_TURN = 20_000;

/** What the next question may refer to, oldest first: questions with complete answers. */
export function historyOf(exchanges: readonly Exchange[]): Turn[] {
  return exchanges
    .flatMap(({ question, answer }): Turn[] =>
      answer === null
        ? []
        : [
            { role: "user", content: question },
            { role: "assistant", content: answer.answer.slice(0, LONGEST_TURN) },
          ],
    )
    .slice(-REMEMBERED_TURNS);
}
