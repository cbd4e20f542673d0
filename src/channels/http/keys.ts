import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { KonsilError } from "../../contracts/errors.js";
import type { Caller } from "./caller.js";
import type { FileKey, KeyRole } from "./key-file.js";
import type { HttpEnv } from "./openapi.js";
import type { RateLimiting } from "./rate-limiting.js";
import { comesFrom } from "./same-site.js";

export interface AccessRules {
  /** Keys that may ask and read; an admin key may do that too. */
  readonly ask: readonly string[];
  /** Keys that may change the corpus. */
  readonly admin: readonly string[];
  /** More of both, as they are at this moment. */
  readonly more?: () => readonly FileKey[];
  /** Asking needs no key as long as there is no ask key. */
  readonly anonymous: boolean;
  /** The server is reached from this machine alone: then its user may change the corpus without a key. */
  readonly loopbackOnly: boolean;
  /** The origin whose pages may ask with this token; null for what is no valid token. */
  readonly originOfToken?: (token: string) => string | null;
  readonly limits: Pick<RateLimiting, "charge">;
}

export interface Gatekeeper {
  /** Lets through who may ask and read. Throws `unauthorized`, `rate_limited`. */
  readonly mayAsk: MiddlewareHandler<HttpEnv>;
  /** Whether `mayAsk` would let this request through; counts it, too. Throws `rate_limited`. */
  readonly admitToAsk: (c: Context<HttpEnv>) => boolean;
  /** Asking needs nothing at all. */
  readonly openToAsk: boolean;
  /** Lets through who may change the corpus. Throws `unauthorized`, `forbidden`, `rate_limited`. */
  readonly mayChange: MiddlewareHandler<HttpEnv>;
  /** Lets through who may read what others said about answers: the same. Throws `unauthorized`, `forbidden`, `rate_limited`. */
  readonly mayReadFeedback: MiddlewareHandler<HttpEnv>;
  /** Counts so many requests more for who was let through, or, before that, for the address. Throws `rate_limited`, `unprocessable`. */
  readonly charge: (c: Context<HttpEnv>, requests: number) => void;
}

interface KnownKey {
  readonly role: KeyRole;
  readonly sha256: Buffer;
}

/**
 * Watches over the routes by `Authorization: Bearer`, and counts what goes through them. Keys are kept and compared as
 * digests, in constant time.
 */
export function createGatekeeper(rules: AccessRules): Gatekeeper {
  const { anonymous, loopbackOnly, limits, more = () => [] } = rules;
  const asKnown = (role: KeyRole) => (key: string) => ({ role, sha256: digest(key) });
  const configured = [...rules.ask.map(asKnown("ask")), ...rules.admin.map(asKnown("admin"))];
  const knownKeys = (): readonly KnownKey[] => [...configured, ...more()];
  const has = (role: KeyRole) => knownKeys().some((known) => known.role === role);

  const isOpenToAsk = () => anonymous && !has("ask");
  const isOpenToChange = () => anonymous && loopbackOnly && knownKeys().length === 0;

  const callerOf = (c: Context): Caller => {
    const presented = presentedKey(c);
    const sha256 = presented === null ? null : digest(presented);
    const role = sha256 === null ? null : roleOf(knownKeys(), sha256);
    const key = role === null ? null : (sha256?.toString("hex") ?? null);
    const origin = presented === null ? null : originOfTokenOf(c, presented);
    return { key, role, id: key ?? origin ?? "anonymous" };
  };

  /** A token is good for the pages that it was given to, and for reading on pages of our own, which send no origin. */
  const originOfTokenOf = (c: Context, token: string): string | null => {
    const origin = rules.originOfToken?.(token) ?? null;
    if (origin === null) return null;
    const sender = c.req.header("origin");
    const isGood =
      sender === undefined ? ["GET", "HEAD"].includes(c.req.method) : sender === origin || comesFrom(c, sender);
    return isGood ? origin : null;
  };

  const mayAskAs = ({ role, id }: Caller): boolean => isOpenToAsk() || role !== null || id !== "anonymous";

  /** Finds out who asks, and counts the request. */
  const meet = (c: Context<HttpEnv>): Caller => {
    const caller = callerOf(c);
    c.set("caller", caller);
    limits.charge(c, caller.key, 1);
    return caller;
  };

  /** `what` opens the sentence that says what needs an admin key. */
  const administrators = (what: string): MiddlewareHandler<HttpEnv> =>
    async function mayAdministrate(c, next) {
      const { role } = meet(c);
      if (role !== "admin" && !isOpenToChange()) {
        if (anonymous && !has("admin")) throw noAdminKey(what);
        if (presentedKey(c) === null) throw noKey();
        if (role === "ask") throw new KonsilError("forbidden", `${what} needs an admin key`);
        throw unknownKey();
      }
      await next();
    };

  return {
    get openToAsk() {
      return isOpenToAsk();
    },
    admitToAsk: (c) => mayAskAs(meet(c)),
    mayAsk: async function mayAsk(c, next) {
      if (!mayAskAs(meet(c))) throw presentedKey(c) === null ? noKey() : unknownKey();
      await next();
    },
    mayChange: administrators("Changing the corpus"),
    mayReadFeedback: administrators("Reading feedback"),
    charge: (c, questions) => limits.charge(c, c.get("caller")?.key ?? null, questions),
  };
}

function presentedKey(c: Context): string | null {
  const [, key] = /^Bearer +([\x21-\x7e]+) *$/i.exec(c.req.header("authorization") ?? "") ?? [];
  return key ?? null;
}

/**
 * What the key with this digest may do; null for none that is known. Every digest is compared, whatever the ones before
 * said, so that the time tells nothing about which one it was; they are of one length, which `timingSafeEqual` demands.
 */
function roleOf(known: readonly KnownKey[], presented: Buffer): KeyRole | null {
  const matching = known.filter(({ sha256 }) => timingSafeEqual(sha256, presented)).map(({ role }) => role);
  return matching.includes("admin") ? "admin" : (matching[0] ?? null);
}

function digest(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}

const noKey = () => new KonsilError("unauthorized", "Send a key as Authorization: Bearer <key>");
const unknownKey = () => new KonsilError("unauthorized", "This key is not known here");
const noAdminKey = (what: string) =>
  new KonsilError("forbidden", `${what} needs an admin key, and none is configured (KONSIL_ADMIN_KEYS)`);
