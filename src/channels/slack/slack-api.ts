import type { types } from "@slack/bolt";
import type { SlackMessage } from "./answer-message.js";
import type { Identity } from "./incoming-message.js";

/** A message of a thread, as far as it matters. */
export interface ThreadMessage {
  readonly ts: string;
  readonly user: string | null;
  readonly botId: string | null;
  readonly subtype: string | null;
  readonly text: string;
}

interface Thread {
  readonly channel: string;
  readonly threadTs: string;
}

/** For streaming in a channel, Slack wants to know for whom. */
interface Recipient {
  readonly user: string;
  readonly team: string | null;
}

/** What a response URL takes: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export interface Response {
  readonly text: string;
  readonly blocks?: readonly types.KnownBlock[];
  readonly visibleTo: "asker" | "channel";
  readonly replaceOriginal?: boolean;
  readonly threadTs?: string | null;
}

/**
 * The part of Slack's Web API that Konsil uses. Every call waits as long as Slack's `Retry-After` demands, and is tried
 * again while Slack cannot be reached, except where it says otherwise. Throws `SlackRefusal` for what Slack refuses, and
 * `cancelled` once the bot is stopped.
 */
export interface SlackApi {
  identify(): Promise<Identity>;
  /** The timestamp of the new message. Throws `MaybeSent` when nobody knows whether there is one. */
  post(thread: Thread, message: SlackMessage): Promise<string>;
  update(channel: string, ts: string, message: SlackMessage): Promise<void>;
  /** As `post`. Throws `SlackRefusal` with `ratelimited` in place of waiting: the answer can be posted instead. */
  startStream(thread: Thread, recipient: Recipient, markdown: string): Promise<string>;
  /** Throws `MaybeSent`: sent twice, the text would be there twice. */
  appendStream(channel: string, ts: string, markdown: string): Promise<void>;
  /** With more text at its end, throws `MaybeSent` as well. */
  stopStream(
    channel: string,
    ts: string,
    end?: { markdown: string; blocks: readonly types.KnownBlock[] },
  ): Promise<void>;
  /** Oldest first, with the first message of the thread. */
  thread(thread: Thread): Promise<readonly ThreadMessage[]>;
  /** Tried once and without waiting, since nothing depends on it: else throws `SlackRefusal` or `MaybeSent`. */
  setStatus(thread: Thread, status: string): Promise<void>;
  suggest(thread: Thread, title: string, prompts: readonly { title: string; message: string }[]): Promise<void>;
  openView(triggerId: string, view: types.ModalView): Promise<void>;
  /** Tries for half an hour; after that, Slack takes nothing at a response URL. */
  respond(responseUrl: string, response: Response): Promise<void>;
}

/** Slack's codes for a token with which trying again is no use. */
export const WRONG_TOKEN: readonly string[] = [
  "account_inactive",
  "invalid_auth",
  "missing_scope",
  "not_allowed_token_type",
  "not_authed",
  "team_disabled",
  "token_expired",
  "token_revoked",
  "user_removed_from_team",
];
/** And for a message that is too long, or holds more than a message may. */
const TOO_LONG: readonly string[] = ["invalid_blocks", "msg_blocks_too_long", "msg_too_long"];

/** Slack understood and refused; `reason` is its code, such as `channel_not_found`. */
export class SlackRefusal extends Error {
  readonly reason: string;

  constructor(method: string, reason: string, options: { readonly cause?: unknown } = {}) {
    super(`Slack refused ${method}: ${reason}`, options);
    this.name = "SlackRefusal";
    this.reason = reason;
  }
}

/** What `send` returns for a message, or for its short form where Slack does not take so long a one. */
export async function sendFitting<T>(
  message: SlackMessage,
  short: () => SlackMessage,
  send: (message: SlackMessage) => Promise<T>,
): Promise<T> {
  try {
    return await send(message);
  } catch (error) {
    if (error instanceof SlackRefusal && TOO_LONG.includes(error.reason)) return send(short());
    throw error;
  }
}

/** The connection broke before Slack answered: it may have done what was asked, or not. */
export class MaybeSent extends Error {
  constructor(method: string, cause: unknown) {
    super(`Nobody knows whether Slack got ${method}`, { cause });
    this.name = "MaybeSent";
  }
}
