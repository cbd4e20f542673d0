import type { App, Receiver } from "@slack/bolt";
import { Hono } from "hono";
import { z } from "zod";
import type { Log } from "../../observe/log.js";
import { delivered } from "./delivery.js";
import type { Intake } from "./intake.js";
import { isSignedBySlack } from "./signature.js";

/** Slack's own bodies are far smaller. */
const BODY_LIMIT = 1024 * 1024;

export interface HttpReceiver extends Receiver {
  /** To mount at `/slack`: `POST /events`, and the same for `/interactions`, `/commands` and `/options`. */
  readonly routes: Hono;
}

export interface HttpReceiverOptions {
  readonly signingSecret: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly intake: Intake;
  readonly log: Log;
}

const bodySchema = z.record(z.string(), z.unknown());
const challengeSchema = z.object({ type: z.literal("url_verification"), challenge: z.string() });

/**
 * Takes what Slack sends over HTTP, if Slack signed it, and hands it to the app. Until the app is started, Slack is told
 * to come again, which it does after a while.
 */
export function createHttpReceiver({ signingSecret, now, intake, log }: HttpReceiverOptions): HttpReceiver {
  let app: App | null = null;
  let started = false;
  const routes = new Hono();

  routes.on("POST", ["/events", "/interactions", "/commands", "/options"], async (c) => {
    const body = await readBody(c.req.raw);
    if (body === null) return c.json({ error: "payload_too_large" }, 413);
    const signature = c.req.header("x-slack-signature");
    const timestamp = c.req.header("x-slack-request-timestamp");
    if (!isSignedBySlack({ body, signature, timestamp }, signingSecret, now())) {
      log.warn({ path: c.req.path }, "a request to the Slack address was not signed by Slack, or too long ago");
      return c.json({ error: "invalid_signature" }, 401);
    }
    const payload = parseBody(body, c.req.header("content-type") ?? "");
    if (payload === null) return c.json({ error: "invalid_payload" }, 400);
    const challenge = challengeSchema.safeParse(payload);
    if (challenge.success) return c.json({ challenge: challenge.data.challenge });
    if (payload.ssl_check !== undefined) return c.body(null, 200);
    const to = app;
    if (to === null || !started) return c.json({ error: "not_ready" }, 503, { "retry-after": "5" });

    const retryNum = Number(c.req.header("x-slack-retry-num"));
    const retryReason = c.req.header("x-slack-retry-reason");
    const retry = retryNum > 0 ? { retryNum, ...(retryReason === undefined ? {} : { retryReason }) } : {};
    try {
      const response = await intake.take(() => delivered(to, { body: payload, ...retry }));
      if (response === undefined || response === "") return c.body(null, 200);
      return typeof response === "string" ? c.text(response) : c.json(response);
    } catch (error) {
      log.error({ err: error }, "what Slack sent could not be taken; Slack sends it again");
      return c.json({ error: "internal" }, 500);
    }
  });

  return {
    routes,
    init(given) {
      app = given;
    },
    async start() {
      started = true;
    },
    async stop() {
      started = false;
    },
  };
}

/** The raw bytes, which the signature is about; null for more than are taken. */
async function readBody(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_LIMIT) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > BODY_LIMIT) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Events come as JSON, commands as a form, everything else as JSON in the field `payload` of a form. */
function parseBody(body: Uint8Array, contentType: string): Record<string, unknown> | null {
  const text = new TextDecoder().decode(body);
  if (!/^application\/x-www-form-urlencoded\b/i.test(contentType)) return parseJson(text);
  const fields = new URLSearchParams(text);
  const payload = fields.get("payload");
  return payload === null ? Object.fromEntries(fields) : parseJson(payload);
}

function parseJson(text: string): Record<string, unknown> | null {
  try {
    return bodySchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
