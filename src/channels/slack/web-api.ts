import { webApi } from "@slack/bolt";
import { z } from "zod";
import type { Log } from "../../observe/log.js";
import type { Clock } from "./clock.js";
import { createCalls, type Outcome } from "./rate-limits.js";
import { MaybeSent, type SlackApi, SlackRefusal, type ThreadMessage } from "./slack-api.js";

/** Slack gives a thread from its beginning on, and we want its end; no thread is longer than ten thousand messages. */
const THREAD_PAGES = 10;
const THREAD_PAGE = 1000;
const TIMEOUT_MS = 30_000;
/** Where Slack names none. */
const RETRY_AFTER_MS = 1000;
/** For how long Slack takes something at a response URL. */
const RESPONSE_URL_MS = 30 * 60 * 1000;
/** Failures of Slack's own, which pass. */
const PASSING: readonly string[] = ["internal_error", "fatal_error", "service_unavailable", "request_timeout"];

/** Nothing that is posted unfolds links, whatever the documents hold. */
const PLAIN = { unfurl_links: false, unfurl_media: false, parse: "none", link_names: false } as const;

const refusedSchema = z.object({ ok: z.literal(false), error: z.string() });

export interface WebApiOptions {
  readonly client: webApi.WebClient;
  readonly clock: Clock;
  /** Ends every wait. */
  readonly signal: AbortSignal;
  readonly log: Log;
}

/** What `App` and `createWebApi` need in their client: waiting and trying again is ours. */
export function clientOptions(url: string): webApi.WebClientOptions {
  return {
    slackApiUrl: url,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    timeout: TIMEOUT_MS,
    allowAbsoluteUrls: false,
  };
}

export function createWebApi({ client, clock, ...parts }: WebApiOptions): SlackApi {
  const calls = createCalls({ clock, ...parts });

  /** A call that may be sent any number of times. */
  const repeat = <T>(method: string, call: () => Promise<T>) => calls.run(method, () => attempt(method, call));

  /** A call that must not be sent again while nobody knows what became of it. */
  const once = <T>(method: string, call: () => Promise<T>, options: { onLimited?: () => never } = {}) =>
    calls.run(method, () => attempt(method, call), {
      ...options,
      onUnreachable: (error) => {
        throw new MaybeSent(method, error);
      },
    });

  return {
    async identify() {
      const { user_id, bot_id, user, team } = await repeat("auth.test", () => client.auth.test());
      if (user_id === undefined) throw new SlackRefusal("auth.test", "no_user_id");
      return { botUser: user_id, botId: bot_id ?? null, name: user ?? user_id, workspace: team ?? "Slack" };
    },

    async post({ channel, threadTs }, { text, blocks }) {
      const message = { channel, thread_ts: threadTs, text, blocks, ...PLAIN };
      const { ts } = await once("chat.postMessage", () => client.chat.postMessage(message));
      return known("chat.postMessage", ts);
    },

    async update(channel, ts, { text, blocks }) {
      const message = { channel, ts, text, blocks, parse: PLAIN.parse, link_names: PLAIN.link_names };
      await repeat("chat.update", () => client.chat.update(message));
    },

    async startStream({ channel, threadTs }, { user, team }, markdown) {
      const recipient = { recipient_user_id: user, ...(team === null ? {} : { recipient_team_id: team }) };
      const stream = { channel, thread_ts: threadTs, markdown_text: markdown, ...recipient };
      const method = "chat.startStream";
      const { ts } = await once(method, () => client.chat.startStream(stream), {
        onLimited: () => refuseLimited(method),
      });
      return known(method, ts);
    },

    async appendStream(channel, ts, markdown) {
      const method = "chat.appendStream";
      await once(method, () => client.chat.appendStream({ channel, ts, markdown_text: markdown }));
    },

    async stopStream(channel, ts, end) {
      const method = "chat.stopStream";
      if (end === undefined) return void (await repeat(method, () => client.chat.stopStream({ channel, ts })));
      const text = end.markdown === "" ? {} : { markdown_text: end.markdown };
      await once(method, () => client.chat.stopStream({ channel, ts, ...text, blocks: [...end.blocks] }));
    },

    async thread({ channel, threadTs }) {
      // A page may begin with the first message of the thread once more.
      const messages = new Map<string, ThreadMessage>();
      let cursor: string | undefined;
      for (let page = 0; page < THREAD_PAGES; page += 1) {
        const query = { channel, ts: threadTs, limit: THREAD_PAGE, ...(cursor === undefined ? {} : { cursor }) };
        const found = await repeat("conversations.replies", () => client.conversations.replies(query));
        for (const message of (found.messages ?? []).flatMap(threadMessage)) messages.set(message.ts, message);
        cursor = found.response_metadata?.next_cursor;
        if (cursor === undefined || cursor === "") break;
      }
      return [...messages.values()];
    },

    async setStatus({ channel, threadTs }, status) {
      const values = { channel_id: channel, thread_ts: threadTs, status };
      const method = "assistant.threads.setStatus";
      await once(method, () => client.assistant.threads.setStatus(values), { onLimited: () => refuseLimited(method) });
    },

    async suggest({ channel, threadTs }, title, prompts) {
      const values = { channel_id: channel, thread_ts: threadTs, title, prompts: [...prompts] };
      await repeat("assistant.threads.setSuggestedPrompts", () => client.assistant.threads.setSuggestedPrompts(values));
    },

    async openView(triggerId, view) {
      await repeat("views.open", () => client.views.open({ trigger_id: triggerId, view }));
    },

    async respond(responseUrl, { text, blocks, visibleTo, replaceOriginal = false, threadTs = null }) {
      const body = JSON.stringify({
        text,
        ...(blocks === undefined ? {} : { blocks }),
        response_type: visibleTo === "channel" ? "in_channel" : "ephemeral",
        replace_original: replaceOriginal,
        ...(threadTs === null ? {} : { thread_ts: threadTs }),
        ...PLAIN,
      });
      const expiresAt = clock.now() + RESPONSE_URL_MS;
      const onUnreachable = (cause: unknown) => {
        if (clock.now() >= expiresAt) throw new SlackRefusal("response_url", "expired_url", { cause });
      };
      await calls.run("response_url", () => send(responseUrl, body), { onUnreachable });
    },
  };
}

/** One try; what Slack refuses is thrown as `SlackRefusal`. */
async function attempt<T>(method: string, call: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { kind: "done", value: await call() };
  } catch (error) {
    if (error instanceof webApi.WebAPIRateLimitedError) {
      return { kind: "limited", retryAfterMs: error.retryAfter * 1000 };
    }
    if (error instanceof webApi.WebAPIPlatformError) {
      const reason = error.data.error;
      // Slack says so in the body too, and of its own failures that they are none of ours.
      if (reason === "ratelimited") return { kind: "limited", retryAfterMs: RETRY_AFTER_MS };
      if (PASSING.includes(reason)) return { kind: "unreachable", error };
      throw new SlackRefusal(method, reason, { cause: error });
    }
    if (error instanceof webApi.WebAPIHTTPError && error.statusCode < 500) {
      throw new SlackRefusal(method, `http_${error.statusCode}`, { cause: error });
    }
    return { kind: "unreachable", error };
  }
}

async function send(responseUrl: string, body: string): Promise<Outcome<void>> {
  try {
    const response = await fetch(responseUrl, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const reason = refusalIn(await response.text());
    if (response.status === 429) {
      const seconds = Number(response.headers.get("retry-after"));
      return { kind: "limited", retryAfterMs: seconds > 0 ? seconds * 1000 : RETRY_AFTER_MS };
    }
    if (reason !== null && !PASSING.includes(reason)) throw new SlackRefusal("response_url", reason);
    if (response.ok) return { kind: "done", value: undefined };
    if (response.status < 500) throw new SlackRefusal("response_url", `http_${response.status}`);
    return { kind: "unreachable", error: new Error(`HTTP ${response.status}`) };
  } catch (error) {
    if (error instanceof SlackRefusal) throw error;
    return { kind: "unreachable", error };
  }
}

/** A response URL says `ok`, or `{ ok: false, error }`, whatever the status; null where it refuses nothing. */
function refusalIn(body: string): string | null {
  try {
    return refusedSchema.safeParse(JSON.parse(body)).data?.error ?? null;
  } catch {
    return null;
  }
}

function refuseLimited(method: string): never {
  throw new SlackRefusal(method, "ratelimited");
}

function threadMessage(message: {
  readonly ts?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly subtype?: string;
  readonly text?: string;
}): ThreadMessage[] {
  const { ts, user, bot_id, subtype, text = "" } = message;
  if (ts === undefined) return [];
  return [{ ts, user: user ?? null, botId: bot_id ?? null, subtype: subtype ?? null, text }];
}

function known(method: string, ts: string | undefined): string {
  if (ts === undefined) throw new SlackRefusal(method, "no_ts");
  return ts;
}
