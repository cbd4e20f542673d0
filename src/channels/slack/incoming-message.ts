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
  subtype: z.string().nullish(),
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  text: z.string().nullish(),
  ts: z.string(),
  thread_ts: z.string().nullish(),
  parent_user_id: z.string().nullish(),
  channel: z.string(),
  channel_type: z.string().nullish(),
  team: z.string().nullish(),
  edited: z.unknown().optional(),
});
type MessageEvent = z.infer<typeof messageEventSchema>;

/** Subtypes of messages that a person wrote: with a file, also sent to the channel, `/me`. Joins and edits are others. */
export const WRITTEN_SUBTYPES: readonly string[] = ["file_share", "me_message", "thread_broadcast"];
/** Channel types of a conversation with us alone; apps of older days have the second. */
const DIRECT: readonly string[] = ["im", "app_home"];

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
  if (!isSet(user) || user === SLACKBOT || user === botUser) return null;
  if (isSet(message.subtype) && !WRITTEN_SUBTYPES.includes(message.subtype)) return null;
  if (isSet(message.bot_id) || isEdit(message)) return null;

  const direct = DIRECT.includes(message.channel_type ?? "");
  const written = message.text ?? "";
  const mentioned = mentionedUsers(written);
  const isMention = message.type === "app_mention" || mentioned.includes(botUser);
  if (!direct && !isMention && !(await isOurThread(message, mentioned, botUser, knowsThread))) return null;
  return {
    key: `message ${channel} ${ts}`,
    team: message.team ?? null,
    user,
    text: plainText(written, botUser),
    place: { kind: "thread", channel, threadTs: message.thread_ts ?? ts, messageTs: ts, direct },
  };
}

async function isOurThread(
  { channel, thread_ts, parent_user_id, text }: MessageEvent,
  mentioned: readonly string[],
  botUser: string,
  knowsThread: (channel: string, threadTs: string) => Promise<boolean>,
): Promise<boolean> {
  // A file without a word asks nothing.
  if (!isSet(thread_ts) || mentioned.length > 0 || (text ?? "").trim() === "") return false;
  return parent_user_id === botUser || knowsThread(channel, thread_ts);
}

function isSet(value: string | null | undefined): value is string {
  return value !== undefined && value !== null && value !== "";
}

/** Slack tells of a mention once more when its message is edited. */
function isEdit({ edited }: MessageEvent): boolean {
  return edited !== undefined && edited !== null;
}
