import type { Context, MiddlewareHandler } from "hono";
import type { RateLimit } from "../../config.js";
import { KonsilError } from "../../contracts/errors.js";
import { clientAddress } from "./client-address.js";
import type { HttpEnv } from "./openapi.js";
import { createRateLimiter } from "./rate-limiter.js";

export interface RateLimitRules {
  /** Null: nobody is held back. */
  readonly rateLimit: RateLimit | null;
  readonly trustedProxies: number;
  /** Milliseconds. */
  readonly now?: () => number;
}

export interface RateLimiting {
  /**
   * Counts `cost` requests for whoever asks: a known key (by its hash), or else the address. Throws `rate_limited`, and
   * `unprocessable` for a cost that is never granted.
   */
  charge(c: Context<HttpEnv>, key: string | null, cost: number): void;
  /** Says in the headers of a counted request how its caller stands. */
  readonly tellLimits: MiddlewareHandler<HttpEnv>;
}

/**
 * The headers are `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset` of
 * draft-ietf-httpapi-ratelimit-headers-06, which clients know; later drafts put the same into one field that few read.
 */
export function createRateLimiting({ rateLimit, trustedProxies, now = Date.now }: RateLimitRules): RateLimiting {
  const limiter = rateLimit === null ? null : createRateLimiter(rateLimit, { now });
  return {
    charge(c, key, cost) {
      if (limiter === null) return;
      const caller = key === null ? `address ${clientAddress(c, trustedProxies)}` : `key ${key}`;
      const allowance = limiter.take(caller, cost);
      c.set("allowance", allowance);
      const { allowed, limit, retryAfterSeconds: retryAfter } = allowance;
      if (allowed) return;
      if (cost > limit) throw new KonsilError("unprocessable", `At most ${limit} questions can be asked at once here`);
      const message = `Only so many requests are taken from one caller; ask again in ${retryAfter} s`;
      throw new KonsilError("rate_limited", message, { retryAfter });
    },
    tellLimits: async (c, next) => {
      await next();
      const allowance = c.get("allowance");
      if (allowance === undefined) return;
      c.res.headers.set("ratelimit-limit", String(allowance.limit));
      c.res.headers.set("ratelimit-remaining", String(allowance.remaining));
      c.res.headers.set("ratelimit-reset", String(allowance.resetSeconds));
    },
  };
}
