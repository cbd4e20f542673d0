import { z } from "zod";
import type { SlackQuestion } from "../../contracts/slack-inbox.js";
import { mentionedUsers, plainText } from "./message-text.js";

/** Who we are in the workspace. */
export interface Identity {
  readonly botUser: string;
  readonly botId: string | null;
  /** For people: what Slack calls app and workspace. */
  readonly name: string;
  readonly workspace: string;
}

/** What of an `app_mention` or `message` event matters. */
const messageEventSchema = z.object({
  type: z.enum(["app_mention", "message"]),
  subtype: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().nullish(),
  text: z.string().default(""),
  ts: z.string(),
  thread_ts: z.string().optional(),
  parent_user_id: z.string().optional(),
  channel: z.string(),
  channel_type: z.string().optional(),
  team: z.string().optional(),
  edited: z.unknown().optional(),
});
type MessageEvent = z.infer<typeof messageEventSchema>;

/** Messages that a person wrote: with a file, or also sent to the channel. Joins, edits and deletions are others. */
const WRITTEN: readonly (string | undefined)[] = [undefined, "file_share", "thread_broadcast"];

/** Slack itself, which writes reminders and hints as if it were a person. */
const SLACKBOT = "USLACKBOT";

/**
 * The question in an event; null for what is not meant for us: other bots, ourselves, edits, joins, and talk of others.
 * Meant for us is what mentions us, every direct message, and what is written in a thread that we take part in, unless
 * it mentions somebody else alone.
 */
export async function questionIn(
  event: unknown,
  { botUser }: Pick<Identity, "botUser">,
  knowsThread: (channel: string, threadTs: string) => Promise<boolean>,
): Promise<SlackQuestion | null> {
  const parsed = messageEventSchema.safeParse(event);
  if (!parsed.success) return null;
  const message = parsed.data;
  const { user, channel, ts } = message;
  if (user === undefined || user === SLACKBOT || user === botUser || !WRITTEN.includes(message.subtype)) return null;
  if (isOfBot(message) || isEdit(message)) return null;

  const direct = message.channel_type === "im";
  const mentioned = mentionedUsers(message.text);
  const isMention = message.type === "app_mention" || mentioned.includes(botUser);
  if (!direct && !isMention && !(await isOurThread(message, mentioned, botUser, knowsThread))) return null;
  return {
    key: `message ${channel} ${ts}`,
    team: message.team ?? null,
    user,
    text: plainText(message.text, botUser),
    place: { kind: "thread", channel, threadTs: message.thread_ts ?? ts, messageTs: ts, direct },
  };
}

async function isOurThread(
  { channel, thread_ts, parent_user_id }: MessageEvent,
  mentioned: readonly string[],
  botUser: string,
  knowsThread: (channel: string, threadTs: string) => Promise<boolean>,
): Promise<boolean> {
  if (thread_ts === undefined || mentioned.length > 0) return false;
  return parent_user_id === botUser || knowsThread(channel, thread_ts);
}

function isOfBot({ bot_id }: MessageEvent): boolean {
  return bot_id !== undefined && bot_id !== null && bot_id !== "";
}

/** Slack tells of a mention once more when its message is edited. */
function isEdit({ edited }: MessageEvent): boolean {
  return edited !== undefined && edited !== null;
}
