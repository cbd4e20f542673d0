import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { serveAsset } from "./assets.js";

const serve = (load: () => Promise<string>) => {
  const app = new Hono();
  app.onError((_error, c) => c.body(null, 500));
  app.get("/asset", serveAsset({ contentType: "text/plain", load }));
  return (headers: Record<string, string> = {}) => app.request("/asset", { headers });
};

describe("an asset", () => {
  it("is not sent again to whoever has it, also where a proxy made its tag a weak one", async () => {
    const get = serve(async () => "one");
    const etag = (await get()).headers.get("etag") ?? "";
    for (const known of [etag, `W/${etag}`, `"other", W/${etag}`, "*"]) {
      const response = await get({ "if-none-match": known });
      expect([response.status, await response.text(), response.headers.get("etag")], known).toEqual([304, "", etag]);
    }
    for (const other of ['"other"', etag.slice(0, -2), "", `"${etag}"`]) {
      expect((await get({ "if-none-match": other })).status, other).toBe(200);
    }
  });

  it("is read once, and again only where reading it failed", async () => {
    let reads = 0;
    const get = serve(async () => {
      reads += 1;
      if (reads === 1) throw new Error("too many open files");
      return "one";
    });
    const all = [await get(), await get(), await get()];
    expect(all.map(({ status }) => status)).toEqual([500, 200, 200]);
    expect(reads).toBe(2);
  });
});
