import { z } from "zod";
import { blocksSchema, type FakeBlock, viewSchema } from "./blocks.js";

export const BOT = { user: "UBOT", bot: "BBOT", name: "konsil", team: "T1" } as const;

/** A message as Slack keeps it. */
export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string;
  readonly user: string;
  readonly botId: string | null;
  text: string;
  blocks: readonly FakeBlock[];
  streaming: boolean;
  /** When it was posted and edited, milliseconds. */
  readonly changedAt: number[];
  readonly unfurls: boolean;
}

/** What Slack's Web API does, in memory. A method returns the fields of its reply; a code alone is a refusal. */
export interface Workspace {
  readonly messages: FakeMessage[];
  readonly views: { readonly triggerId: string; readonly view: z.infer<typeof viewSchema> }[];
  readonly statuses: { readonly threadTs: string; readonly status: string }[];
  readonly prompts: { readonly threadTs: string; readonly messages: readonly string[] }[];
  /** False: the workspace knows no streaming. */
  streams: boolean;
  call(method: string, form: URLSearchParams): object | string;
  /** Somebody writes; the message's timestamp. */
  write(message: {
    readonly channel: string;
    readonly user: string;
    readonly text: string;
    readonly threadTs?: string;
    readonly botId?: string;
  }): string;
  newTs(): string;
}

const target = z.object({ channel: z.string(), ts: z.string() });
const content = z.object({ text: z.string().max(40_000).default(""), blocks: blocksSchema.optional() });
const posted = content.extend({
  channel: z.string(),
  thread_ts: z.string().optional(),
  unfurl_links: z.enum(["true", "false"]).default("true"),
});
const streamed = z.object({ markdown_text: z.string().max(12_000).default("") });
const started = streamed.extend({
  channel: z.string(),
  thread_ts: z.string(),
  recipient_user_id: z.string(),
  recipient_team_id: z.string(),
});
const paged = target.extend({ limit: z.coerce.number().int().min(1).max(1000), cursor: z.coerce.number().default(0) });

export function createWorkspace(now: () => number): Workspace {
  const messages: FakeMessage[] = [];
  const views: Workspace["views"] = [];
  const statuses: Workspace["statuses"] = [];
  const prompts: Workspace["prompts"] = [];
  let count = 0;
  const newTs = () => {
    count += 1;
    return `1790000000.${String(count).padStart(6, "0")}`;
  };

  const find = ({ channel, ts }: z.infer<typeof target>) =>
    messages.find((message) => message.channel === channel && message.ts === ts);

  function add(message: Omit<FakeMessage, "ts" | "changedAt">): string {
    const ts = newTs();
    messages.push({ ...message, ts, threadTs: message.threadTs === "" ? ts : message.threadTs, changedAt: [now()] });
    return ts;
  }
  const ours = { user: BOT.user, botId: BOT.bot };

  const methods: Readonly<Record<string, (form: unknown) => object | string>> = {
    "chat.postMessage"(form) {
      const { channel, thread_ts: threadTs = "", text, blocks = [], unfurl_links } = posted.parse(form);
      const unfurls = unfurl_links === "true";
      return { channel, ts: add({ ...ours, channel, threadTs, text, blocks, streaming: false, unfurls }) };
    },
    "chat.update"(form) {
      const message = find(target.parse(form));
      if (message === undefined) return "message_not_found";
      if (message.user !== BOT.user) return "cant_update_message";
      if (message.streaming) return "streaming_state_conflict";
      const { text, blocks = [] } = content.parse(form);
      Object.assign(message, { text, blocks });
      message.changedAt.push(now());
      return { channel: message.channel, ts: message.ts };
    },
    "chat.startStream"(form) {
      if (!workspace.streams) return "unknown_method";
      const { channel, thread_ts: threadTs, markdown_text: text } = started.parse(form);
      const message = { ...ours, channel, threadTs, text, blocks: [], streaming: true, unfurls: false };
      return { channel, ts: add(message) };
    },
    "chat.appendStream"(form) {
      const message = find(target.parse(form));
      if (message?.streaming !== true) return "message_not_in_streaming_state";
      message.text += streamed.parse(form).markdown_text;
      message.changedAt.push(now());
      return {};
    },
    "chat.stopStream"(form) {
      const message = find(target.parse(form));
      if (message?.streaming !== true) return "message_not_in_streaming_state";
      const { markdown_text } = streamed.parse(form);
      const { blocks = [] } = content.parse(form);
      Object.assign(message, { text: message.text + markdown_text, blocks, streaming: false });
      message.changedAt.push(now());
      return {};
    },
    "conversations.replies"(form) {
      const { channel, ts, limit, cursor } = paged.parse(form);
      const thread = messages.filter((message) => message.channel === channel && message.threadTs === ts);
      if (thread.length === 0) return "thread_not_found";
      const page = thread.slice(cursor, cursor + limit).map(({ ts, user, botId, text }) => ({
        type: "message",
        ts,
        thread_ts: thread[0]?.ts,
        user,
        ...(botId === null ? {} : { bot_id: botId }),
        text,
      }));
      const next = cursor + limit < thread.length ? String(cursor + limit) : "";
      return { messages: page, has_more: next !== "", response_metadata: { next_cursor: next } };
    },
    "assistant.threads.setStatus"(form) {
      const { thread_ts: threadTs, status } = z.object({ thread_ts: z.string(), status: z.string() }).parse(form);
      statuses.push({ threadTs, status });
      return {};
    },
    "assistant.threads.setSuggestedPrompts"(form) {
      const prompt = z.object({ title: z.string(), message: z.string() });
      const given = z.object({ thread_ts: z.string(), prompts: z.array(prompt).max(4) }).parse(form);
      prompts.push({ threadTs: given.thread_ts, messages: given.prompts.map(({ message }) => message) });
      return {};
    },
    "views.open"(form) {
      const { trigger_id: triggerId, view } = z.object({ trigger_id: z.string(), view: viewSchema }).parse(form);
      views.push({ triggerId, view });
      return { view: { id: `V${views.length}` } };
    },
    "auth.test": () => ({ user_id: BOT.user, bot_id: BOT.bot, user: BOT.name, team: "Testraum", team_id: BOT.team }),
  };

  const workspace: Workspace = {
    messages,
    views,
    statuses,
    prompts,
    streams: true,
    newTs,
    call(method, form) {
      const run = methods[method];
      if (run === undefined) return "unknown_method";
      return run(
        Object.fromEntries([...form].map(([name, value]) => [name, isJson(name) ? JSON.parse(value) : value])),
      );
    },
    write: ({ channel, user, text, threadTs = "", botId = null }) =>
      add({ channel, user, text, threadTs, botId, blocks: [], streaming: false, unfurls: false }),
  };
  return workspace;
}

function isJson(name: string): boolean {
  return ["blocks", "view", "prompts"].includes(name);
}
