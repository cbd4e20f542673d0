import type { RateLimit } from "../../config.js";

/** So many callers are kept in mind; a fresh start for the one that was silent longest is the price of bounded memory. */
const MOST_CALLERS = 10_000;

/** How a caller stands after asking. */
export interface Allowance {
  readonly allowed: boolean;
  /** Requests in one go, when none was made for a while. */
  readonly limit: number;
  /** Requests that are left now. */
  readonly remaining: number;
  /** Whole seconds until all of `limit` is there again. */
  readonly resetSeconds: number;
  /** Whole seconds until what was asked for is there; 0 when it was granted. */
  readonly retryAfterSeconds: number;
}

export interface RateLimiter {
  /** Takes `cost` requests from what this caller has, all or none. */
  take(caller: string, cost: number): Allowance;
}

interface Bucket {
  tokens: number;
  /** Seconds. */
  at: number;
}

/**
 * A token bucket a caller: full with `requests`, and filled up again evenly within `seconds`. A burst is fine, and over
 * time nobody gets more than the limit. `now` is in milliseconds.
 */
export function createRateLimiter(
  { requests, seconds }: RateLimit,
  { now, mostCallers = MOST_CALLERS }: { readonly now: () => number; readonly mostCallers?: number },
): RateLimiter {
  const perSecond = requests / seconds;
  /** In the order of their last request. */
  const buckets = new Map<string, Bucket>();

  const tokensOf = (caller: string, time: number): number => {
    const bucket = buckets.get(caller);
    if (bucket === undefined) return requests;
    return Math.min(requests, bucket.tokens + Math.max(0, time - bucket.at) * perSecond);
  };

  return {
    take(caller, cost) {
      const time = now() / 1000;
      const before = tokensOf(caller, time);
      const allowed = before >= cost;
      const tokens = allowed ? before - cost : before;
      buckets.delete(caller);
      buckets.set(caller, { tokens, at: time });
      const [oldest] = buckets.keys();
      if (buckets.size > mostCallers && oldest !== undefined) buckets.delete(oldest);
      return {
        allowed,
        limit: requests,
        remaining: Math.floor(tokens),
        resetSeconds: Math.ceil((requests - tokens) / perSecond),
        retryAfterSeconds: allowed ? 0 : Math.max(1, Math.ceil((cost - tokens) / perSecond)),
      };
    },
  };
}
