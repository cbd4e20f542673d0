import { describe, expect, it } from "vitest";
import { createTokenSource } from "./token.js";

const MINUTE = 60_000;

/** Tokens by number, each good for so long. */
function makeSource(lastsMs: number | null) {
  let made = 0;
  const source = createTokenSource(async () => {
    made += 1;
    return { token: `token-${made}`, endsAt: lastsMs === null ? null : Date.now() + lastsMs };
  });
  return source;
}

describe("a source of tokens", () => {
  it("keeps a token as long as it is good", async () => {
    for (const lastsMs of [10 * MINUTE, null]) {
      const source = makeSource(lastsMs);
      expect(source.peek()).toBeNull();
      expect([await source.get(), await source.get(), source.peek()]).toEqual(["token-1", "token-1", "token-1"]);
    }
  });

  it("renews a token before it ends, and one that was refused", async () => {
    const ending = makeSource(10_000);
    expect([await ending.get(), await ending.get()]).toEqual(["token-1", "token-2"]);
    const refused = makeSource(null);
    await refused.get();
    refused.forget();
    expect(await refused.get()).toBe("token-2");
  });

  it("asks once for all who wait, and again after a failure", async () => {
    const source = makeSource(10 * MINUTE);
    expect(await Promise.all([source.get(), source.get()])).toEqual(["token-1", "token-1"]);
    let isBroken = true;
    const failing = createTokenSource(async () => {
      if (isBroken) throw new Error("gone");
      return { token: null, endsAt: null };
    });
    await expect(failing.get()).rejects.toThrow("gone");
    isBroken = false;
    expect(await failing.get()).toBeNull();
  });
});
