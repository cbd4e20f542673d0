import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** Long enough to read an answer and ask again, short enough that a token that leaked is soon worth nothing. */
const LIFETIME_MS = 10 * 60_000;

export interface WidgetToken {
  readonly token: string;
  /** ISO time. */
  readonly expiresAt: string;
}

export interface WidgetTokens {
  /** A token for pages of `origin`. */
  issue(origin: string): WidgetToken;
  /** The origin that a token was given to; null for one that is not ours, or past its end. */
  originOf(token: string): string | null;
}

const payloadSchema = z.strictObject({ origin: z.string(), ends: z.number() });

/** Tokens are `payload.signature`, both base64url: origin and end as JSON, and its HMAC-SHA256 under `secret`. */
export function createWidgetTokens(secret: Uint8Array, now: () => number = Date.now): WidgetTokens {
  const sign = (payload: string) => createHmac("sha256", secret).update(payload).digest();

  return {
    issue(origin) {
      const ends = now() + LIFETIME_MS;
      const payload = Buffer.from(JSON.stringify({ origin, ends })).toString("base64url");
      return { token: `${payload}.${sign(payload).toString("base64url")}`, expiresAt: new Date(ends).toISOString() };
    },
    originOf(token) {
      const [, payload = "", signature = ""] = /^([\w-]+)\.([\w-]{43})$/.exec(token) ?? [];
      if (!timingSafeEqual(sign(payload), bytesOf(signature))) return null;
      // Only what we signed ourselves comes here, so it reads well.
      const { origin, ends } = payloadSchema.parse(JSON.parse(Buffer.from(payload, "base64url").toString()));
      return now() < ends ? origin : null;
    },
  };
}

/** 32 bytes, whatever was sent: `timingSafeEqual` compares equal lengths only. */
function bytesOf(signature: string): Buffer {
  const bytes = Buffer.alloc(32);
  bytes.write(signature, "base64url");
  return bytes;
}
