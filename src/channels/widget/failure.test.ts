import { describe, expect, it } from "vitest";
import { ERRORS } from "../../contracts/errors.js";
import { COMMENT_MAX_LENGTH } from "../../contracts/feedback.js";
import { QUESTION_MAX_LENGTH } from "../../contracts/question.js";
import { failureOf, failureOfCode } from "./failure.js";
import * as limits from "./limits.js";

const refused = async (status: number, body: string, headers: Record<string, string> = {}) =>
  (await failureOf(new Response(body, { status, headers }))).failure;

describe("what a refusal means", () => {
  it("is known for everything that the server refuses a question for", () => {
    const others = [
      "not_found",
      "method_not_allowed",
      "duplicate_document",
      "unsupported_media_type",
      "unreadable_document",
      "idempotency_key_reused",
    ];
    const never = ["cancelled", "port_in_use", "invalid_configuration"];
    for (const code of Object.keys(ERRORS)) {
      const isOther = failureOfCode(code, undefined).failure.kind === "other";
      expect(isOther, code).toBe([...others, ...never].includes(code));
    }
  });

  it("is told from the status where a proxy answers in the server's place", async () => {
    const kinds = await Promise.all(
      [401, 403, 429, 500, 502, 504, 404].map(async (status) => (await refused(status, "<html>")).kind),
    );
    expect(kinds).toEqual(["unauthorized", "origin", "rateLimited", "internal", "internal", "internal", "other"]);
  });

  it("is nothing special for a code that no server of ours has, whatever its name", () => {
    for (const code of ["__proto__", "constructor", "toString", "<b>", ""]) {
      expect(failureOfCode(code, undefined).failure.kind, code).toBe("other");
    }
  });

  it("comes with the time to wait, in seconds or as a date, within reason", async () => {
    const wait = async (value: string) => (await refused(429, "", { "retry-after": value })).retryAfter;
    expect(await wait("7")).toBe(7);
    expect(await wait("0")).toBe(1);
    expect(await wait("soon")).toBe(10);
    expect(await wait("999999")).toBe(3600);
    expect(await wait(new Date(Date.now() + 60_000).toUTCString())).toBeGreaterThan(50);
    expect((await refused(500, "", { "retry-after": "7" })).retryAfter).toBeNull();
  });

  it("names the request by what the body or the header says", async () => {
    expect((await refused(500, '{"code":"internal","requestId":"a-1"}')).requestId).toBe("a-1");
    expect((await refused(502, "", { "x-request-id": "b-2" })).requestId).toBe("b-2");
  });
});

describe("the limits of the widget", () => {
  it("are those of the server", () => {
    expect({ ...limits }).toEqual({ QUESTION_MAX_LENGTH, COMMENT_MAX_LENGTH });
  });
});
