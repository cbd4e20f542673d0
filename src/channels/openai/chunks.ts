import type { Answer } from "../../contracts/answer.js";
import type { AskEvent } from "../../contracts/events.js";
import { annotationsOf } from "./annotations.js";
import { completionId, konsilOf, NO_USAGE } from "./completion.js";
import { footnotesOf, type LinkOf } from "./footnotes.js";
import { openAiErrorOf } from "./refusals.js";
import { type ChatCompletionChunk, MODEL_ID } from "./schemas.js";

export interface ChunkOptions {
  readonly linkOf: LinkOf;
  /** Seconds since 1970. */
  readonly created: number;
  /** Ends with a chunk that has the usage and nothing else; the others say `usage: null`. */
  readonly includeUsage: boolean;
}

type Choice = ChatCompletionChunk["choices"][number];

/**
 * What the stream of a completion says at each event of an answer, as server-sent events; empty for an event that
 * OpenAI's clients have no use for. One encoder serves one answer.
 */
export function createChunkEncoder({ linkOf, created, includeUsage }: ChunkOptions): (event: AskEvent) => string {
  let id = "";
  let told = "";
  const chunk = (choices: readonly Choice[], rest: Partial<ChatCompletionChunk> = {}) =>
    encoded({
      ...{ id, object: "chat.completion.chunk", created, model: MODEL_ID, choices },
      ...(includeUsage ? { usage: null } : {}),
      ...rest,
    });
  const delta = (delta: Choice["delta"]) => chunk([{ index: 0, delta, logprobs: null, finish_reason: null }]);

  const finish = (answer: Answer): string => {
    const { citations } = answer;
    // An abstention is told at the end, in one piece.
    const rest = answer.answer.slice(told.length) + footnotesOf(answer, linkOf);
    const evidence = { annotations: annotationsOf(answer, linkOf), citations };
    const last = chunk([{ index: 0, delta: evidence, logprobs: null, finish_reason: "stop" }], {
      konsil: konsilOf(answer),
    });
    const usage = includeUsage ? chunk([], { usage: NO_USAGE }) : "";
    return `${rest === "" ? "" : delta({ content: rest })}${last}${usage}data: [DONE]\n\n`;
  };

  return (event) => {
    switch (event.type) {
      case "answer.started":
        id = completionId(event.id);
        return delta({ role: "assistant", content: "" });
      case "text.delta":
        told += event.text;
        return delta({ content: event.text });
      case "answer.finished":
        return finish(event.answer);
      case "error":
        return encoded(openAiErrorOf(event.problem));
      case "evidence.found":
      case "citation.added":
        return "";
    }
  };
}

function encoded(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}
