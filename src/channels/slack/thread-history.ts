import type { Turn } from "../../contracts/question.js";
import type { SlackInbox, SlackThreadPlace } from "../../contracts/slack-inbox.js";
import { type Identity, WRITTEN_SUBTYPES } from "./incoming-message.js";
import { plainText } from "./message-text.js";
import type { ThreadMessage } from "./slack-api.js";

/** The last turns of a thread; what lies further back is nothing that a question leans on. */
const MOST_TURNS = 20;
const LONGEST_TURN = 4000;

/** Messages that people wrote, and ours: no joins, no other bots. */
const WRITTEN: readonly (string | null)[] = [null, "bot_message", ...WRITTEN_SUBTYPES];

/**
 * The conversation before a question: what people wrote earlier in its thread, and what we answered, also where that
 * came after the question, which then waited for it. Our answers are as they were given, without sources and buttons.
 */
export async function historyOf(
  { channel, messageTs }: SlackThreadPlace,
  messages: readonly ThreadMessage[],
  { botUser, botId }: Identity,
  inbox: Pick<SlackInbox, "answerAt">,
): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (const message of messages) {
    if (!WRITTEN.includes(message.subtype) || message.ts === messageTs) continue;
    const isOurs = message.user === botUser || (botId !== null && message.botId === botId);
    if (isOurs) {
      const answer = await inbox.answerAt(channel, message.ts);
      // What we began and did not finish, and our hints, are no part of the conversation.
      if (answer !== null) turns.push({ role: "assistant", content: answer.answer.answer.slice(0, LONGEST_TURN) });
    } else if (message.botId === null && isBefore(message.ts, messageTs)) {
      const content = plainText(message.text, botUser).slice(0, LONGEST_TURN);
      if (content !== "") turns.push({ role: "user", content });
    }
  }
  return turns.slice(-MOST_TURNS);
}

/** The message below a question in which its answer was begun without our knowing; null where there is none. */
export async function unknownAnswer(
  { channel, messageTs }: SlackThreadPlace,
  messages: readonly ThreadMessage[],
  { botUser, botId }: Identity,
  inbox: Pick<SlackInbox, "isAnswer">,
): Promise<string | null> {
  for (const { ts, user, botId: by } of messages) {
    const isOurs = user === botUser || (botId !== null && by === botId);
    if (isOurs && isBefore(messageTs, ts) && !(await inbox.isAnswer(channel, ts))) return ts;
  }
  return null;
}

/** Timestamps of Slack are seconds and a counter, `1700000001.000100`: too long for a number. */
export function isBefore(a: string, b: string): boolean {
  const [aSeconds = "", aCount = ""] = a.split(".");
  const [bSeconds = "", bCount = ""] = b.split(".");
  if (aSeconds.length !== bSeconds.length) return aSeconds.length < bSeconds.length;
  return aSeconds === bSeconds ? aCount < bCount : aSeconds < bSeconds;
}
