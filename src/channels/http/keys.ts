import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { KonsilError } from "../../contracts/errors.js";
import { comesFrom } from "./same-site.js";

export interface AccessRules {
  /** Keys that may ask and read; an admin key may do that too. */
  readonly ask: readonly string[];
  /** Keys that may change the corpus. */
  readonly admin: readonly string[];
  /** Asking needs no key as long as there is no ask key. */
  readonly anonymous: boolean;
  /** The server is reached from this machine alone: then its user may change the corpus without a key. */
  readonly loopbackOnly: boolean;
  /** The origin whose pages may ask with this token; null for what is no valid token. */
  readonly originOfToken?: (token: string) => string | null;
}

export interface Gatekeeper {
  /** Lets through who may ask and read. Throws `unauthorized`. */
  readonly mayAsk: MiddlewareHandler;
  /** Whether `mayAsk` would let this request through. */
  readonly isAllowedToAsk: (c: Context) => boolean;
  /** Asking needs nothing at all. */
  readonly openToAsk: boolean;
  /** Lets through who may change the corpus. Throws `unauthorized`, `forbidden`. */
  readonly mayChange: MiddlewareHandler;
  /** Lets through who may read what others said about answers: the same. Throws `unauthorized`, `forbidden`. */
  readonly mayReadFeedback: MiddlewareHandler;
}

/** Watches over the routes by `Authorization: Bearer`. Keys are kept and compared as digests, in constant time. */
export function createGatekeeper(rules: AccessRules): Gatekeeper {
  const askKeys = rules.ask.map(digest);
  const adminKeys = rules.admin.map(digest);
  const openToAsk = rules.anonymous && askKeys.length === 0;
  const openToChange = rules.anonymous && rules.loopbackOnly && askKeys.length === 0 && adminKeys.length === 0;

  const isAllowedToAsk = (c: Context): boolean => {
    if (openToAsk) return true;
    const key = presentedKey(c);
    if (key === null) return false;
    // All of them are always tried, so that the time tells nothing about which one it was.
    const presented = digest(key);
    return [holds(askKeys, presented), holds(adminKeys, presented), isTokenOf(c, key)].includes(true);
  };

  /** A token is good for the pages that it was given to, and for reading on pages of our own, which send no origin. */
  const isTokenOf = (c: Context, key: string): boolean => {
    const origin = rules.originOfToken?.(key) ?? null;
    if (origin === null) return false;
    const sender = c.req.header("origin");
    return sender === undefined ? ["GET", "HEAD"].includes(c.req.method) : sender === origin || comesFrom(c, sender);
  };

  /** `what` opens the sentence that says what needs an admin key. */
  const administrators = (what: string): MiddlewareHandler =>
    async function mayAdministrate(c, next) {
      if (!openToChange) {
        if (adminKeys.length === 0 && rules.anonymous) throw noAdminKey(what);
        const key = presentedKey(c);
        if (key === null) throw noKey();
        const presented = digest(key);
        const [asks, administers] = [holds(askKeys, presented), holds(adminKeys, presented)];
        if (!administers && asks) throw new KonsilError("forbidden", `${what} needs an admin key`);
        if (!administers) throw unknownKey();
      }
      await next();
    };

  return {
    openToAsk,
    isAllowedToAsk,
    mayAsk: async function mayAsk(c, next) {
      if (!isAllowedToAsk(c)) throw presentedKey(c) === null ? noKey() : unknownKey();
      await next();
    },
    mayChange: administrators("Changing the corpus"),
    mayReadFeedback: administrators("Reading feedback"),
  };
}

function presentedKey(c: Context): string | null {
  const [, key] = /^Bearer +([\x21-\x7e]+) *$/i.exec(c.req.header("authorization") ?? "") ?? [];
  return key ?? null;
}

/** Digests are of one length, which `timingSafeEqual` demands; every one is compared, whatever the ones before said. */
function holds(digests: readonly Buffer[], presented: Buffer): boolean {
  return digests.reduce((found, known) => timingSafeEqual(known, presented) || found, false);
}

function digest(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}

const noKey = () => new KonsilError("unauthorized", "Send a key as Authorization: Bearer <key>");
const unknownKey = () => new KonsilError("unauthorized", "This key is not known here");
const noAdminKey = (what: string) =>
  new KonsilError("forbidden", `${what} needs an admin key, and none is configured (KONSIL_ADMIN_KEYS)`);
