import type { Context, MiddlewareHandler } from "hono";
import { KonsilError } from "../../contracts/errors.js";

const LOOPBACK_HOSTS = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;
const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];

/**
 * Protects a server without keys from web pages that its user happens to visit. A foreign page may neither write (its
 * `Origin` gives it away), apart from what `maySend` lets it, nor, with `loopbackOnly`, reach us under a name of its own
 * that resolves to this machine (DNS rebinding; its `Host` gives it away). Throws `forbidden`.
 */
export function refuseForeignPages(options: {
  readonly loopbackOnly: boolean;
  readonly maySend: (origin: string, path: string) => boolean;
}): MiddlewareHandler {
  return async function refuseForeignPages(c, next) {
    if (options.loopbackOnly && !LOOPBACK_HOSTS.test(hostOf(c))) {
      throw new KonsilError("forbidden", "Without keys, this server answers to localhost only");
    }
    const origin = c.req.header("origin");
    const isHarmless = origin === undefined || SAFE_METHODS.includes(c.req.method) || comesFrom(c, origin);
    if (!isHarmless && !options.maySend(origin, c.req.path)) {
      throw new KonsilError(
        "forbidden",
        "Without keys, pages of other sites may send nothing here, apart from questions of those in KONSIL_WIDGET_ORIGINS",
      );
    }
    await next();
  };
}

/** True for an origin of this server itself. `null`, of sandboxed pages and files, is from elsewhere too. */
export function comesFrom(c: Context, origin: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === hostOf(c).toLowerCase();
}

function hostOf(c: Context): string {
  return c.req.header("host") ?? new URL(c.req.url).host;
}
