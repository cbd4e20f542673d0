import type { Hono } from "hono";
import type { SlackBot, SlackBotParts } from "./channels/slack/bot.js";
import type { Config } from "./config.js";
import { KonsilError } from "./contracts/errors.js";
import type { IngestProgress } from "./ingest/ingest.js";

type OpenParts = Pick<SlackBotParts, "way" | "asker" | "library" | "feedback" | "log">;

/** The bot with its inbox in the data folder. Throws `data_in_use`, `storage_unavailable`, `storage_damaged`. */
export async function openSlackBot(
  { data }: Pick<Config, "data">,
  { botToken, url }: Pick<NonNullable<Config["slack"]>, "botToken" | "url">,
  parts: OpenParts,
): Promise<SlackBot> {
  const [{ createSlackBot }, { openSqliteSlackInbox }] = await Promise.all([
    import("./channels/slack/bot.js"),
    import("./adapters/slack-inbox-sqlite.js"),
  ]);
  return createSlackBot({ ...parts, botToken, url, inbox: await openSqliteSlackInbox({ folder: data }) });
}

/** Slack at the HTTP server's side. */
export interface SlackRoutes {
  readonly routes: Hono;
  /** Once the corpus is read, and questions can be answered. */
  begin(): void;
  close(): Promise<void>;
}

/**
 * What Slack sends over HTTP is taken in as soon as Slack has said who we are. A token that it refuses is told in the
 * log, and leaves the rest of the server as it is. Null where no signing secret is configured.
 */
export async function openSlackRoutes(config: Config, parts: Omit<OpenParts, "way">): Promise<SlackRoutes | null> {
  const { slack } = config;
  if (slack === null || slack.signingSecret === null) return null;
  const way = { kind: "http", signingSecret: slack.signingSecret } as const;
  const bot = await openSlackBot(config, slack, { ...parts, way });
  if (bot.routes === null) throw new TypeError("a bot that is reached over HTTP has routes");
  const { log } = parts;
  const connected = bot.connect().then(
    ({ name, workspace }) => log.info({ name, workspace }, "answering in Slack"),
    (error: unknown) => {
      if (!isCancelled(error)) log.error({ err: error }, "Konsil does not answer in Slack");
    },
  );
  return {
    routes: bot.routes,
    begin: () => bot.begin(),
    async close() {
      await bot.close();
      await connected;
    },
  };
}

/** Where the bot reports to. */
export interface SlackOutput {
  out(line: string): void;
  err(line: string): void;
  progress(progress: IngestProgress): void;
}

/**
 * `konsil slack`: reads the corpus, connects over a WebSocket, and answers until the signal fires. Throws
 * `invalid_configuration` for missing or refused tokens, `data_in_use`, and what opening the library throws.
 */
export async function runSlackBot(config: Config, output: SlackOutput, signal: AbortSignal): Promise<void> {
  const { slack } = config;
  if (slack === null || slack.appToken === null) throw missingTokens(slack === null);
  for (const warning of config.warnings) output.err(`Warning: ${warning}`);
  const [{ createLog }, { wire }] = await Promise.all([import("./observe/log.js"), import("./wire.js")]);
  const log = createLog({ level: config.log, format: process.stderr.isTTY ? "plain" : "json" });
  const application = await wire(config, { log });
  try {
    const way = { kind: "socket", appToken: slack.appToken } as const;
    const bot = await openSlackBot(config, slack, { ...application, log, way });
    try {
      const stopped = fired(signal);
      const answer = async (): Promise<void> => {
        const { name, workspace } = await bot.connect();
        const report = await application.prepare(config.corpus, { signal, progress: output.progress });
        for (const { name, message } of report.failed) output.err(`Not read: ${name}: ${message}`);
        bot.begin();
        output.out(`Konsil answers in Slack as ${name} in ${workspace}`);
        await bot.ended();
      };
      const answered = answer().catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
      await Promise.race([answered, stopped]);
    } finally {
      await bot.close();
    }
  } finally {
    await application.close();
  }
}

function missingTokens(both: boolean): KonsilError {
  const names = both ? "KONSIL_SLACK_BOT_TOKEN and KONSIL_SLACK_APP_TOKEN" : "KONSIL_SLACK_APP_TOKEN";
  return new KonsilError(
    "invalid_configuration",
    `konsil slack needs ${names}: docs/slack.md says where they come from`,
  );
}

function fired(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

function isCancelled(error: unknown): boolean {
  return error instanceof KonsilError && error.code === "cancelled";
}
