import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { KonsilError } from "../../contracts/errors.js";

export interface AccessRules {
  /** Keys that may ask and read; an admin key may do that too. */
  readonly ask: readonly string[];
  /** Keys that may change the corpus. */
  readonly admin: readonly string[];
  /** Asking needs no key as long as there is no ask key. */
  readonly anonymous: boolean;
  /** The server is reached from this machine alone: then its user may change the corpus without a key. */
  readonly loopbackOnly: boolean;
}

export interface Gatekeeper {
  /** Lets through who may ask and read. Throws `unauthorized`. */
  readonly mayAsk: MiddlewareHandler;
  /** Lets through who may change the corpus. Throws `unauthorized`, `forbidden`. */
  readonly mayChange: MiddlewareHandler;
}

/** Watches over the routes by `Authorization: Bearer`. Keys are kept and compared as digests, in constant time. */
export function createGatekeeper(rules: AccessRules): Gatekeeper {
  const askKeys = rules.ask.map(digest);
  const adminKeys = rules.admin.map(digest);
  const openToAsk = rules.anonymous && askKeys.length === 0;
  const openToChange = rules.anonymous && rules.loopbackOnly && askKeys.length === 0 && adminKeys.length === 0;

  return {
    mayAsk: async function mayAsk(c, next) {
      if (!openToAsk) {
        const key = presentedKey(c);
        // Both lists are always searched, so that the time tells nothing about which one held the key.
        const known = [holds(askKeys, key), holds(adminKeys, key)];
        if (!known.includes(true)) throw unknownKey();
      }
      await next();
    },
    mayChange: async function mayChange(c, next) {
      if (!openToChange) {
        if (adminKeys.length === 0 && rules.anonymous) throw noAdminKey();
        const key = presentedKey(c);
        const [asks, administers] = [holds(askKeys, key), holds(adminKeys, key)];
        if (!administers && asks) throw new KonsilError("forbidden", "Changing the corpus needs an admin key");
        if (!administers) throw unknownKey();
      }
      await next();
    },
  };
}

function presentedKey(c: Context): Buffer {
  const [, key] = /^Bearer +([\x21-\x7e]+) *$/i.exec(c.req.header("authorization") ?? "") ?? [];
  if (key === undefined) throw new KonsilError("unauthorized", "Send a key as Authorization: Bearer <key>");
  return digest(key);
}

/** Digests are of one length, which `timingSafeEqual` demands; every one is compared, whatever the ones before said. */
function holds(digests: readonly Buffer[], presented: Buffer): boolean {
  return digests.reduce((found, known) => timingSafeEqual(known, presented) || found, false);
}

function digest(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}

const unknownKey = () => new KonsilError("unauthorized", "This key is not known here");
const noAdminKey = () =>
  new KonsilError("forbidden", "Changing the corpus needs an admin key, and none is configured (KONSIL_ADMIN_KEYS)");
