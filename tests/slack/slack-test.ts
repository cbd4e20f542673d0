import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqliteSlackInbox } from "../../src/adapters/slack-inbox-sqlite.js";
import { createSlackBot, type SlackBot } from "../../src/channels/slack/bot.js";
import type { Clock } from "../../src/channels/slack/clock.js";
import type { FeedbackBook } from "../../src/contracts/feedback.js";
import type { SlackInbox } from "../../src/contracts/slack-inbox.js";
import { createFeedback } from "../../src/observe/feedback.js";
import { createLog } from "../../src/observe/log.js";
import { createRecentAnswers } from "../../src/observe/recent-answers.js";
import { rememberAnswers } from "../../src/remember-answers.js";
import { createMemoryFeedbackBook } from "../fakes/feedback-memory.js";
import { makeDocument, makeLibrary } from "../fakes/http-parts.js";
import { type SlackServer, type SlackServerOptions, startSlackServer, TOKENS } from "../fakes/slack-server.js";
import { createFastClock } from "./fast-clock.js";
import { createQuickAsker, type QuickAsker } from "./quick-asker.js";
import { createSender, type Sender } from "./sender.js";

export interface SlackTest {
  readonly slack: SlackServer;
  readonly bot: SlackBot;
  readonly inbox: SlackInbox;
  readonly clock: Clock;
  readonly asker: QuickAsker;
  readonly book: FeedbackBook;
  /** Sends to the bot over HTTP; where it is connected over a WebSocket, `slack.sockets` does. */
  readonly send: Sender;
  close(): Promise<void>;
}

export interface SlackTestOptions extends Omit<SlackServerOptions, "now"> {
  readonly asker?: QuickAsker;
  readonly way?: "http" | "socket";
}

/** A bot with its inbox on disk, connected to a local Slack, that answers from a quick asker. */
export async function startSlackTest(options: SlackTestOptions = {}): Promise<SlackTest> {
  const { asker = createQuickAsker(), way = "http" } = options;
  const clock = createFastClock();
  const slack = await startSlackServer({ ...options, now: clock.now });
  const folder = mkdtempSync(join(tmpdir(), "konsil slack "));
  const inbox = await openSqliteSlackInbox({ folder });
  const recent = createRecentAnswers();
  const book = createMemoryFeedbackBook();
  const library = makeLibrary(new Map([["lindental", makeDocument("lindental", "Text")]]));
  const bot = createSlackBot({
    botToken: TOKENS.bot,
    url: slack.url,
    way:
      way === "http" ? { kind: "http", signingSecret: TOKENS.signingSecret } : { kind: "socket", appToken: TOKENS.app },
    asker: rememberAnswers({ ...asker, search: async () => [] }, recent),
    library,
    feedback: createFeedback({ book, recent, library }),
    inbox,
    clock,
    log: createLog({ level: "silent" }),
  });
  await bot.connect();
  bot.begin();
  const receive = (path: string, init: RequestInit) => {
    if (bot.routes === null) throw new Error("this bot takes nothing over HTTP");
    return bot.routes.request(path.replace(/^\/slack/, ""), init);
  };
  return {
    slack,
    bot,
    inbox,
    clock,
    asker,
    book,
    send: createSender(receive, clock.now),
    async close() {
      await bot.close();
      await slack.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
