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
  /** Oldest first, with the first message of the thread; at most `THREAD_PAGES` pages. */
  thread(thread: Thread): Promise<readonly ThreadMessage[]>;
  /** Empty takes the status away. */
  setStatus(thread: Thread, status: string): Promise<void>;
  suggest(thread: Thread, title: string, prompts: readonly { title: string; message: string }[]): Promise<void>;
  openView(triggerId: string, view: types.ModalView): Promise<void>;
  respond(responseUrl: string, response: Response): Promise<void>;
}

/** Slack understood and refused; `reason` is its code, such as `channel_not_found`. */
export class SlackRefusal extends Error {
  readonly reason: string;

  constructor(method: string, reason: string, options: { readonly cause?: unknown } = {}) {
    super(`Slack refused ${method}: ${reason}`, options);
    this.name = "SlackRefusal";
    this.reason = reason;
  }
}

/** The connection broke before Slack answered: it may have done what was asked, or not. */
export class MaybeSent extends Error {
  constructor(method: string, cause: unknown) {
    super(`Nobody knows whether Slack got ${method}`, { cause });
    this.name = "MaybeSent";
  }
}
