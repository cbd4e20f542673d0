import { createHash } from "node:crypto";
import type { Context, Handler } from "hono";

export interface Asset {
  readonly contentType: string;
  /** Read once, on the first request. */
  readonly load: () => Promise<string | Uint8Array<ArrayBuffer>>;
  /** For pages: what the browser may do with it. */
  readonly policy?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Serves something that stays the same while the server runs; browsers ask whether it has changed, by its hash. */
export function serveAsset(asset: Asset): Handler {
  let loaded: Promise<{ readonly body: string | Uint8Array<ArrayBuffer>; readonly etag: string }> | null = null;
  const load = async () => {
    const body = await asset.load();
    return { body, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` };
  };
  return async (c: Context) => {
    loaded ??= load().catch((error: unknown) => {
      // The next request tries again.
      loaded = null;
      throw error;
    });
    const { body, etag } = await loaded;
    const headers: Record<string, string> = {
      "content-type": asset.contentType,
      "cache-control": "no-cache",
      etag,
      ...(asset.policy === undefined ? {} : { "content-security-policy": asset.policy }),
      ...asset.headers,
    };
    if (knows(c.req.header("if-none-match") ?? "", etag)) return c.body(null, 304, headers);
    return c.body(body, 200, headers);
  };
}

/** Compared weakly, as RFC 9110, 13.1.2 says: a proxy that compresses what we send makes our tag a weak one. */
function knows(ifNoneMatch: string, etag: string): boolean {
  return ifNoneMatch.split(",").some((known) => ["*", etag].includes(known.trim().replace(/^W\//, "")));
}
