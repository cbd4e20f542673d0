import { type App, type Logger, type Receiver, SocketModeReceiver, webApi } from "@slack/bolt";
import { z } from "zod";
import { KonsilError } from "../../contracts/errors.js";
import type { Log } from "../../observe/log.js";
import type { Clock } from "./clock.js";
import { delivered } from "./delivery.js";
import type { Intake } from "./intake.js";
import { WRONG_TOKEN } from "./slack-api.js";
import { clientOptions } from "./web-api.js";

/** Until Slack has said hello on a new connection. */
const HELLO_MS = 30_000;
const LONGEST_PAUSE_MS = 30_000;
const PAUSE_MS = 1000;
/** A connection that did not last. */
const BRIEF_MS = 10_000;
/** Until the connection is cut, when Slack does not close it with us. */
const GOODBYE_MS = 2000;

export interface SocketReceiver extends Receiver {
  /** Resolves when it is connected for the first time. Throws `invalid_configuration` for a token that Slack refuses. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Rejects when the connection is lost for good, with the reason; resolves when it is stopped. */
  readonly ended: Promise<void>;
}

export interface SocketReceiverOptions {
  readonly appToken: string;
  /** Of the Web API. */
  readonly url: string;
  readonly clock: Clock;
  readonly intake: Intake;
  readonly log: Log;
  readonly logger: Logger;
}

const sentSchema = z.object({
  body: z.record(z.string(), z.unknown()),
  ack: z.custom<(response?: unknown) => Promise<void>>((value) => typeof value === "function"),
  retry_num: z.number().optional(),
  retry_reason: z.string().optional(),
});

/**
 * Takes what Slack sends over a WebSocket, and connects again at once when Slack ends the connection, which it does
 * every few hours. Of Bolt's own receiver the client alone is used: it acknowledges events before they are written down.
 */
export function createSocketReceiver(options: SocketReceiverOptions): SocketReceiver {
  const { appToken, url, clock, intake, log, logger } = options;
  const { client } = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(url) },
  });
  const stopping = new AbortController();
  let app: App | null = null;
  let onFirst = () => {};
  const first = new Promise<void>((resolve) => {
    onFirst = resolve;
  });
  let ended: Promise<void> = Promise.resolve();

  // Its own listener rejects for a message without a payload or an event, and nobody hears of it: that ends the process.
  const listeners = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", (...message: unknown[]) => {
    Promise.all(listeners.map((listener) => listener(...message))).catch((error: unknown) =>
      log.warn({ err: error }, "Slack sent what cannot be read"),
    );
  });

  client.on("slack_event", (sent: unknown) => {
    take(sent).catch((error: unknown) =>
      log.error({ err: error }, "what Slack sent could not be taken; Slack sends it again"),
    );
  });

  async function take(sent: unknown): Promise<void> {
    const to = app;
    if (to === null) return;
    const { body, ack, retry_num, retry_reason } = sentSchema.parse(sent);
    const retry = {
      ...(retry_num === undefined ? {} : { retryNum: retry_num }),
      ...(retry_reason === undefined ? {} : { retryReason: retry_reason }),
    };
    const response = await intake.take(() => delivered(to, { body, ...retry }));
    try {
      await ack(response);
    } catch (error) {
      // The connection went away in between. What was taken is not taken again when Slack sends it once more.
      log.debug({ err: error }, "an acknowledgement did not reach Slack");
    }
  }

  /** One connection: resolves when it ends. Throws where there is none. */
  async function connectOnce(): Promise<void> {
    const failed = new AbortController();
    const gone = new Promise<void>((resolve) => {
      client.once("disconnected", resolve);
      failed.signal.addEventListener("abort", () => {
        client.off("disconnected", resolve);
        resolve();
      });
    });
    try {
      await withinTime(client.start());
    } catch (error) {
      failed.abort();
      void client.disconnect();
      throw error;
    }
    log.info({}, "connected with Slack");
    onFirst();
    await gone;
  }

  async function withinTime(starting: Promise<unknown>): Promise<void> {
    const late = new AbortController();
    const timeout = clock.wait(HELLO_MS, late.signal).then(() => {
      if (!late.signal.aborted) throw new Error("Slack did not say hello");
    });
    try {
      await Promise.race([starting, timeout]);
    } finally {
      late.abort();
    }
  }

  async function stayConnected(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        const connectedAt = clock.now();
        await connectOnce();
        failures = 0;
        // Slack may end one connection after the other: then it is not asked for the next one at once.
        if (clock.now() - connectedAt < BRIEF_MS) await clock.wait(PAUSE_MS, stopping.signal);
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (error instanceof webApi.WebAPIPlatformError && WRONG_TOKEN.includes(error.data.error)) throw refused(error);
        log.warn({ err: error }, "Slack cannot be reached; trying again");
        const retryAfterMs = error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1000 : 0;
        const pause = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** failures);
        await clock.wait(Math.max(pause, retryAfterMs), stopping.signal);
        failures += 1;
      }
    }
  }

  return {
    init(given) {
      app = given;
    },
    async start() {
      ended = stayConnected();
      await Promise.race([first, ended]);
    },
    async stop() {
      stopping.abort();
      await Promise.race([client.disconnect(), clock.wait(GOODBYE_MS)]);
      await ended.catch(() => undefined);
    },
    get ended() {
      return ended;
    },
  };
}

function refused({ data }: webApi.WebAPIPlatformError): KonsilError {
  const message = `Slack refuses KONSIL_SLACK_APP_TOKEN: ${data.error}. Make an app-level token with the scope connections:write, and turn on Socket Mode`;
  return new KonsilError("invalid_configuration", message);
}
