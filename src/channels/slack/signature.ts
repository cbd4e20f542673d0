import { createHmac, timingSafeEqual } from "node:crypto";

/** Slack's own advice; longer, and a recorded request could be sent again. */
const WINDOW_SECONDS = 5 * 60;

export interface SignedRequest {
  /** As it came over the wire. */
  readonly body: Uint8Array;
  /** Headers `x-slack-signature` and `x-slack-request-timestamp`. */
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
}

/**
 * True for a request that Slack signed within the last five minutes (or, by its clock, the next five). Compares in
 * constant time. https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function isSignedBySlack({ body, signature, timestamp }: SignedRequest, secret: string, nowMs: number): boolean {
  if (signature === undefined || timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(Math.floor(nowMs / 1000) - Number(timestamp)) > WINDOW_SECONDS) return false;
  const given = Buffer.from(signature);
  const expected = Buffer.from(signatureOf(body, timestamp, secret));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** `v0=` and the HMAC of `v0:timestamp:body` in hex. */
export function signatureOf(body: Uint8Array, timestamp: string, secret: string): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex")}`;
}
