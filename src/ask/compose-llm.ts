import type { Message } from "../contracts/ports.js";
import { renderSources, textOf, titleOf } from "./compose-llm/sources.js";
import { asData, fill, LANGUAGE_NAMES, type Prompts } from "./prompt.js";
import type { Understood } from "./steps.js";
import type { Ungrounded, WrittenSource } from "./written.js";

export { createReplyReader } from "./compose-llm/read-reply.js";
export { chooseSources } from "./compose-llm/sources.js";

/** Letters of a reply that are shown to the model again. */
const REPEATED = 1_500;

/** What a model is asked for an answer, with the sources in the prompt and, for a model that cites by itself, apart. */
export function answerMessages(
  { standalone, language }: Pick<Understood, "standalone" | "language">,
  sources: readonly WrittenSource[],
  { answer }: Pick<Prompts, "answer">,
): Message[] {
  const values = { language: LANGUAGE_NAMES[language], question: asData(standalone), sources: renderSources(sources) };
  const apart = sources.map((source) => ({ marker: source.marker, title: titleOf(source), text: textOf(source) }));
  return [
    { role: "system", content: fill(answer, "system", values) },
    {
      role: "user",
      content: fill(answer, "user", values),
      citable: { content: fill(answer, "user with sources apart", values), sources: apart },
    },
  ];
}

/** A sentence that did not stand, and why. */
export interface Fallen {
  readonly text: string;
  readonly reason: Ungrounded | "verdict" | "instruction" | "repeated";
}

/** The same once more, with what was wrong about the first reply. */
export function againMessages(
  messages: readonly Message[],
  { reply, fallen }: { readonly reply: string; readonly fallen: readonly Fallen[] },
  { language }: Pick<Understood, "language">,
  { answer }: Pick<Prompts, "answer">,
): Message[] {
  const lines = fallen.map(({ text, reason }) => `- "${asData(text).slice(0, 300)}": ${REASONS[reason]}`);
  const reasons = lines.length > 0 ? lines.join("\n") : "- The answer does not say what the question asks for.";
  const values = { language: LANGUAGE_NAMES[language], reasons };
  return [
    ...messages,
    { role: "assistant", content: asData(reply).slice(0, REPEATED) },
    { role: "user", content: fill(answer, "again", values) },
  ];
}

const REASONS: Readonly<Record<Fallen["reason"], string>> = {
  number: "no source states this figure",
  date: "no source states this date",
  unit: "the source has another unit",
  name: "the source does not speak of this name",
  negation: "the source says the opposite",
  plan: "the source only plans this",
  degree: "the source does not go so far",
  relation: "the source says this of somebody else",
  words: "no source says this",
  marker: "the source with this number does not say this",
  language: "wrong language",
  question: "this is a question",
  meta: "this is not about the subject",
  empty: "this says nothing",
  verdict: "the sources do not settle this so",
  instruction: "this is no answer",
  repeated: "this was said before",
};
