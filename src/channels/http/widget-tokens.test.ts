import { describe, expect, it } from "vitest";
import { createWidgetTokens } from "./widget-tokens.js";

const SECRET = new Uint8Array(32).fill(7);
const ORIGIN = "https://intranet.example.org";

describe("tokens of the widget", () => {
  it("name the origin that they were given to, also for another process with the same secret", () => {
    const { token } = createWidgetTokens(SECRET).issue(ORIGIN);
    expect(createWidgetTokens(SECRET).originOf(token)).toBe(ORIGIN);
  });

  it("end after ten minutes, when they say so", () => {
    let now = Date.parse("2026-01-02T03:04:05Z");
    const tokens = createWidgetTokens(SECRET, () => now);
    const { token, expiresAt } = tokens.issue(ORIGIN);
    expect(expiresAt).toBe("2026-01-02T03:14:05.000Z");
    now = Date.parse(expiresAt) - 1;
    expect(tokens.originOf(token)).toBe(ORIGIN);
    now = Date.parse(expiresAt);
    expect(tokens.originOf(token)).toBeNull();
  });

  it("are refused when anything about them was changed, or another secret signed them", () => {
    const tokens = createWidgetTokens(SECRET);
    const { token } = tokens.issue(ORIGIN);
    const [payload = "", signature = ""] = token.split(".");
    const forged = Buffer.from(JSON.stringify({ origin: "https://evil.example", ends: 9e15 })).toString("base64url");
    const changed = [
      ...[`${forged}.${signature}`, `${payload}.`, payload, `.${signature}`, "", ".", `${token}.`, `${token}A`],
      ...[`${payload}.${"A".repeat(43)}`, `${payload}.${signature.slice(0, -1)}`, `${payload}A.${signature}`],
      createWidgetTokens(new Uint8Array(32)).issue(ORIGIN).token,
    ];
    for (const wrong of changed) expect(tokens.originOf(wrong), wrong).toBeNull();
  });
});
