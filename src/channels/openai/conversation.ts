import { KonsilError } from "../../contracts/errors.js";
import { type AskRequest, askRequestSchema, HISTORY_MAX_TURNS, type Turn } from "../../contracts/question.js";
import { withoutFootnotes } from "./footnotes.js";
import type { ChatCompletionRequest, ChatMessage } from "./schemas.js";

const TURN_MAX_LENGTH = 20_000;

/**
 * The question that a chat ends with, and what was said before it. Chat programs send the whole conversation each time:
 * the latest turns of it are read, however long it has become. Throws `invalid_request` when the chat does not end with
 * a question of the user, and for anything but text.
 */
export function askRequestOf({ messages, konsil = {} }: ChatCompletionRequest): AskRequest {
  const said = messages.flatMap((message, at) => turnOf(message, at) ?? []);
  const last = said.at(-1);
  if (last === undefined || last.role !== "user") {
    throw invalidField("messages", "must end with a message of the user: the question");
  }
  const question = askRequestSchema.shape.question.safeParse(last.content);
  if (!question.success) throw invalidField(last.path, question.error.issues[0]?.message ?? "is not valid");
  return { ...konsil, question: question.data, history: historyOf(said.slice(0, -1)) };
}

interface SaidTurn extends Turn {
  /** Where its content stands in the request, as in `messages[0].content`. */
  readonly path: string;
}

/** Null for what is not part of the conversation: instructions, which nobody here follows, and results of tools. */
function turnOf({ role, content }: ChatMessage, at: number): SaidTurn | null {
  if (role !== "user" && role !== "assistant") return null;
  const path = `messages[${at}].content`;
  return { role, content: textOf(content, path), path };
}

function textOf(content: ChatMessage["content"], path: string): string {
  if (content === null || content === undefined || typeof content === "string") return content ?? "";
  const texts = content.map((part, at) => {
    const text = part.type === "text" ? part.text : part.type === "refusal" ? part.refusal : undefined;
    if (text !== undefined) return text;
    throw invalidField(`${path}[${at}]`, "must be of type text: nothing else can be read here");
  });
  return texts.join("\n");
}

/** The answers of before without their footnotes, which are no part of what was said. */
function historyOf(said: readonly Turn[]): Turn[] {
  return said
    .map(({ role, content }) => ({ role, content: role === "assistant" ? withoutFootnotes(content) : content }))
    .filter(({ content }) => content.trim() !== "")
    .map(({ role, content }) => ({ role, content: content.slice(0, TURN_MAX_LENGTH) }))
    .slice(-HISTORY_MAX_TURNS);
}

function invalidField(path: string, message: string): KonsilError {
  return new KonsilError("invalid_request", `${path} ${message}`, { fields: [{ path, message }] });
}
