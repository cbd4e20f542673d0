import { isIP } from "node:net";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/**
 * Where a request comes from: the address at the other end of the connection, or, with `trustedProxies`, the one that
 * the outermost of them saw. What stands further left in `X-Forwarded-For` anybody can make up. An IPv6 address is cut
 * to its network of 64 bits, which is what one customer gets. "unknown" where there is no connection.
 */
export function clientAddress(c: Context, trustedProxies: number): string {
  const env: Partial<HttpBindings> | undefined = c.env;
  const peer = env?.incoming?.socket.remoteAddress;
  const forwarded = trustedProxies === 0 ? [] : (c.req.header("x-forwarded-for") ?? "").split(",");
  const hops = [...forwarded.map(plainAddress), plainAddress(peer ?? "")];
  const seen = hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? null;
  return networkOf(seen ?? hops.at(-1) ?? "unknown");
}

/**
 * Where the reader's browser finds this server: `https` where a proxy ends TLS in front of us, the outermost where each
 * of several has added how it was reached.
 */
export function originOf(c: Context): string {
  const { protocol, host } = new URL(c.req.url);
  const [outermost] = (c.req.header("x-forwarded-proto") ?? "").split(",");
  return `${outermost?.trim() === "https" ? "https:" : protocol}//${host}`;
}

/** `192.0.2.1`, `192.0.2.1:4711`, `[2001:db8::1]:4711` without port and brackets; null for what is no address. */
function plainAddress(text: string): string | null {
  const trimmed = text.trim().replace(/%.*$/, "");
  const [, bracketed] = /^\[(.*)\](?::\d+)?$/.exec(trimmed) ?? [];
  const address = bracketed ?? (/^[^:]*:\d+$/.test(trimmed) ? trimmed.replace(/:\d+$/, "") : trimmed);
  return isIP(address) === 0 ? null : address;
}

function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped !== undefined) return mapped;
  // The URL parser writes an IPv6 address in its one canonical form.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = "", tail] = canonical.split("::");
  const [before, after] = [head, tail ?? ""].map((part) => (part === "" ? [] : part.split(":")));
  const zeros = tail === undefined ? [] : Array<string>(8 - (before?.length ?? 0) - (after?.length ?? 0)).fill("0");
  const groups = [...(before ?? []), ...zeros, ...(after ?? [])];
  return `${groups.slice(0, 4).join(":")}::/64`;
}
