import type { Answer } from "../../contracts/answer.js";
import { annotationsOf } from "./annotations.js";
import { footnotesOf, type LinkOf } from "./footnotes.js";
import { type ChatCompletion, MODEL_ID } from "./schemas.js";

/** Nothing is charged by tokens here. Numbers of some tokenizer would be an invention: the client would add them up. */
export const NO_USAGE = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 } as const;

/** An answer as OpenAI's clients expect one, its sources in footnotes, in annotations and, whole, in `citations`. */
export function completionOf(answer: Answer, linkOf: LinkOf, created: number): ChatCompletion {
  const { citations } = answer;
  const message: ChatCompletion["choices"][number]["message"] = {
    role: "assistant",
    content: answer.answer + footnotesOf(answer, linkOf),
    refusal: null,
    annotations: annotationsOf(answer, linkOf),
    citations,
  };
  return {
    id: completionId(answer.id),
    object: "chat.completion",
    created,
    model: MODEL_ID,
    choices: [{ index: 0, message, logprobs: null, finish_reason: "stop" }],
    usage: NO_USAGE,
    konsil: konsilOf(answer),
  };
}

export function completionId(answerId: string): string {
  return `chatcmpl-${answerId}`;
}

/** What OpenAI's format has no place for: whether it is an abstention and why, warnings, follow-up questions. */
export function konsilOf({ answer: _text, citations: _sources, ...rest }: Answer): ChatCompletion["konsil"] {
  return rest;
}

/** Now, as OpenAI tells the time: whole seconds since 1970. */
export function secondsNow(): number {
  return Math.floor(Date.now() / 1000);
}
