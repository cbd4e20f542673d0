import { signatureOf } from "../../src/channels/slack/signature.js";
import { BOT } from "../fakes/slack-server/workspace.js";
import { TOKENS } from "../fakes/slack-server.js";

export interface SendOptions {
  readonly path?: string;
  readonly secret?: string;
  /** Seconds since 1970. */
  readonly timestamp?: number;
  readonly signature?: string;
  readonly retry?: number;
}

/** What takes a request: a server that listens, or an app in this process. */
export type Receive = (path: string, init: RequestInit) => Promise<Response> | Response;

/** Sends as Slack does: events as JSON, the rest as a form, signed, with the headers of a retry. */
export function createSender(receive: Receive, now: () => number) {
  async function send(body: string, contentType: string, options: SendOptions): Promise<Response> {
    const { path = "/slack/events", secret = TOKENS.signingSecret, retry = 0 } = options;
    const timestamp = String(options.timestamp ?? Math.floor(now() / 1000));
    const signature = options.signature ?? signatureOf(Buffer.from(body), timestamp, secret);
    return receive(path, {
      method: "POST",
      headers: {
        "content-type": contentType,
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": signature,
        ...(retry === 0 ? {} : { "x-slack-retry-num": String(retry), "x-slack-retry-reason": "http_timeout" }),
      },
      body,
    });
  }
  return {
    json: (payload: object, options: SendOptions = {}) => send(JSON.stringify(payload), "application/json", options),
    form: (fields: Readonly<Record<string, string>>, options: SendOptions = {}) =>
      send(new URLSearchParams(fields).toString(), "application/x-www-form-urlencoded", options),
    interaction(payload: object, options: SendOptions = {}) {
      return this.form({ payload: JSON.stringify(payload) }, { path: "/slack/interactions", ...options });
    },
  };
}
export type Sender = ReturnType<typeof createSender>;

let count = 0;

/** An event as Slack wraps it. */
export function envelope(event: object, eventId?: string): object {
  count += 1;
  return {
    token: "unused",
    team_id: BOT.team,
    api_app_id: "A1",
    event,
    type: "event_callback",
    event_id: eventId ?? `Ev${count}`,
    event_time: 1790000000,
    authorizations: [{ enterprise_id: null, team_id: BOT.team, user_id: BOT.user, is_bot: true }],
  };
}

export interface Written {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly user?: string;
  readonly threadTs?: string;
}

export function mention({ channel, ts, text, user = "U1", threadTs }: Written, more: object = {}): object {
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  return { type: "app_mention", user, text, ts, channel, event_ts: ts, team: BOT.team, ...thread, ...more };
}

export function message(written: Written, more: object = {}): object {
  return { ...mention(written), type: "message", channel_type: "channel", ...more };
}

export function directMessage(written: Written, more: object = {}): object {
  return message(written, { channel_type: "im", ...more });
}
