import { setMaxListeners } from "node:events";
import { App, webApi } from "@slack/bolt";
import type { Hono } from "hono";
import type { Asker } from "../../ask/ask.js";
import { KonsilError } from "../../contracts/errors.js";
import type { Library } from "../../contracts/ports.js";
import type { SlackInbox, UnfinishedQuestion } from "../../contracts/slack-inbox.js";
import type { Feedback } from "../../observe/feedback.js";
import type { Log } from "../../observe/log.js";
import { type Answering, createAnswering } from "./answering.js";
import { boltLogger } from "./bolt-logger.js";
import { type Clock, systemClock } from "./clock.js";
import { createHttpReceiver } from "./http-receiver.js";
import type { Identity } from "./incoming-message.js";
import { createIntake } from "./intake.js";
import { addListeners } from "./listeners.js";
import { SlackRefusal } from "./slack-api.js";
import { createSocketReceiver } from "./socket-receiver.js";
import { createSuggestedPrompts } from "./suggested-prompts.js";
import { clientOptions, createWebApi } from "./web-api.js";

/** For how long finished answers keep their buttons, and deliveries are recognised. */
const KEPT_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;
/** For answers that are being made when the bot is closed; what is not done then is done after the next start. */
const GRACE_MS = 10_000;

export interface SlackBotParts {
  readonly botToken: string;
  /** Of the Web API. */
  readonly url: string;
  /** Over a WebSocket that we open, or over HTTP, where Slack comes to us. */
  readonly way:
    | { readonly kind: "socket"; readonly appToken: string }
    | { readonly kind: "http"; readonly signingSecret: string };
  readonly asker: Pick<Asker, "ask">;
  readonly library: Pick<Library, "documents">;
  readonly feedback: Pick<Feedback, "give">;
  readonly inbox: SlackInbox;
  readonly log: Log;
  readonly clock?: Clock;
}

export interface SlackBot {
  /** To mount at `/slack`; null where the bot takes nothing over HTTP. */
  readonly routes: Hono | null;
  /**
   * From then on everything is taken in that Slack sends. Throws `invalid_configuration` for tokens that Slack refuses;
   * waits for as long as Slack cannot be reached.
   */
  connect(): Promise<Identity>;
  /** Answers what was taken in: first what an earlier process left unfinished. */
  begin(): void;
  /** Rejects with the reason when the connection is lost for good. */
  ended(): Promise<void>;
  /** Resolves when nothing is left to answer. */
  idle(): Promise<void>;
  /** Takes nothing in any more, lets running answers finish for a while, and closes the inbox. */
  close(): Promise<void>;
}

/** Konsil in Slack: takes questions in, answers each of them once, and does what the buttons below the answers say. */
export function createSlackBot(parts: SlackBotParts): SlackBot {
  const { botToken, url, way, asker, library, feedback, inbox, log, clock = systemClock } = parts;
  const logger = boltLogger(log);
  const options = { ...clientOptions(url), logger };
  const stopping = new AbortController();
  const { signal } = stopping;
  // Every answer and every wait listens to it.
  setMaxListeners(0, signal);
  const api = createWebApi({ client: new webApi.WebClient(botToken, options), clock, signal, log });
  const prompts = createSuggestedPrompts({ library, asker });
  const intake = createIntake();
  const http = way.kind === "http" ? createHttpReceiver({ ...way, now: clock.now, intake, log }) : null;
  const socket = way.kind === "socket" ? createSocketReceiver({ ...way, url, clock, intake, log, logger }) : null;

  /** What was taken in before it is time to answer. */
  let held: UnfinishedQuestion[] = [];
  let answering: Answering | null = null;
  let begun = false;

  function answer(question: UnfinishedQuestion): void {
    if (begun && answering !== null) answering.add(question);
    else held.push(question);
  }

  async function forgetOld(): Promise<void> {
    await inbox.forget(new Date(clock.now() - KEPT_DAYS * DAY_MS));
  }
  const forgetting = setInterval(() => {
    forgetOld().catch((error: unknown) => log.error({ err: error }, "old questions from Slack could not be forgotten"));
  }, DAY_MS);
  forgetting.unref();

  return {
    routes: http?.routes ?? null,

    async connect() {
      const identity = await api.identify().catch((error: unknown) => {
        throw error instanceof SlackRefusal ? refusedToken(error) : error;
      });
      await forgetOld();
      held = [...(await inbox.unfinished())];
      answering = createAnswering({ asker, api, inbox, identity, intake, clock, log, signal });
      const { botUser: botUserId, botId } = identity;
      const authorization = { botToken, botUserId, ...(botId === null ? {} : { botId }) };
      const receiver = http ?? socket;
      if (receiver === null) throw new TypeError("a bot takes questions in over HTTP or a WebSocket");
      const app = new App({
        receiver,
        authorize: async () => authorization,
        clientOptions: options,
        convoStore: false,
        logger,
      });
      const onTaken = (question: UnfinishedQuestion["question"]) => answer({ question, answerTs: null });
      addListeners(app, { identity, api, inbox, prompts, feedback, log, signal, onTaken });
      await app.start();
      return identity;
    },

    begin() {
      begun = true;
      for (const question of held.splice(0)) answer(question);
    },

    ended: async () => socket?.ended,

    idle: async () => answering?.idle(),

    async close() {
      clearInterval(forgetting);
      await http?.stop();
      await socket?.stop();
      const late = new AbortController();
      await Promise.race([answering?.idle(), clock.wait(GRACE_MS, late.signal)]);
      late.abort();
      stopping.abort();
      await answering?.idle();
      await inbox.close();
    },
  };
}

function refusedToken({ reason }: SlackRefusal): KonsilError {
  const message = `Slack refuses KONSIL_SLACK_BOT_TOKEN: ${reason}. Copy the bot token of the app anew, from OAuth & Permissions`;
  return new KonsilError("invalid_configuration", message);
}
