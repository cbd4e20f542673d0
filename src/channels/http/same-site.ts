import type { Context, MiddlewareHandler } from "hono";
import { KonsilError } from "../../contracts/errors.js";

const LOOPBACK_HOSTS = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;
const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];

/**
 * Protects a server without keys from web pages that its user happens to visit. A foreign page may neither write (its
 * `Origin` gives it away) nor, with `loopbackOnly`, reach us under a name of its own that resolves to this machine (DNS
 * rebinding; its `Host` gives it away). Throws `forbidden`.
 */
export function refuseForeignPages(options: { readonly loopbackOnly: boolean }): MiddlewareHandler {
  return async function refuseForeignPages(c, next) {
    const host = hostOf(c);
    if (options.loopbackOnly && !LOOPBACK_HOSTS.test(host)) {
      throw new KonsilError("forbidden", "Without keys, this server answers to localhost only");
    }
    const origin = c.req.header("origin");
    if (origin !== undefined && !SAFE_METHODS.includes(c.req.method) && !isFrom(origin, host)) {
      throw new KonsilError("forbidden", "Without keys, pages of other sites may not send anything here");
    }
    await next();
  };
}

function hostOf(c: Context): string {
  return c.req.header("host") ?? new URL(c.req.url).host;
}

/** `Origin: null`, of sandboxed pages and files, is from elsewhere too. */
function isFrom(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
