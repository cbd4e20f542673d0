import { describe, expect, it } from "vitest";
import { ERRORS, type ErrorCode, KonsilError } from "../../contracts/errors.js";
import { askRequestSchema } from "../../contracts/question.js";
import { parseWith, refuse } from "./problem.js";

function refusedFields(value: unknown) {
  try {
    parseWith(askRequestSchema, value, "body");
  } catch (error) {
    if (error instanceof KonsilError) return error;
  }
  throw new Error("was not refused");
}

describe("refuse", () => {
  it("gives every code its status, its title and a type of its own", () => {
    for (const code of Object.keys(ERRORS) as ErrorCode[]) {
      const { problem } = refuse(new KonsilError(code, "Because."), "r1");
      expect(problem).toMatchObject({ code, status: ERRORS[code].status, title: ERRORS[code].title });
      expect(problem.type).toBe(`urn:konsil:problem:${code}`);
    }
  });

  it("tells the client why where the client can mend it, and the operator alone where not", () => {
    expect(refuse(new KonsilError("not_found", "No such document."), "r1")).toMatchObject({
      ours: false,
      problem: { detail: "No such document." },
    });
    for (const code of [
      "internal",
      "storage_unavailable",
      "storage_damaged",
      "data_in_use",
      "model_unavailable",
    ] as const) {
      const refusal = refuse(new KonsilError(code, "/srv/data is full", { cause: new Error("ENOSPC") }), "r1");
      expect(refusal.ours).toBe(true);
      expect(Object.keys(refusal.problem).sort()).toEqual(["code", "requestId", "status", "title", "type"]);
    }
  });

  it.each([new Error("/srv/secret"), "text", null, undefined, { message: "x" }, 7])(
    "makes %o an internal error",
    (thrown) => {
      expect(refuse(thrown, "r1").problem).toEqual({
        ...{ type: "urn:konsil:problem:internal", title: ERRORS.internal.title, status: 500, code: "internal" },
        requestId: "r1",
      });
    },
  );

  it("says when to come back, and how to authenticate", () => {
    expect(refuse(new KonsilError("index_not_ready", "Wait."), "r").headers["retry-after"]).toMatch(/^[1-9]\d*$/);
    expect(refuse(new KonsilError("rate_limited", "Wait."), "r").headers["retry-after"]).toMatch(/^[1-9]\d*$/);
    const inAMinute = new KonsilError("rate_limited", "Wait.", { retryAfter: 60 });
    expect(refuse(inAMinute, "r").headers["retry-after"]).toBe("60");
    expect(refuse(new KonsilError("unauthorized", "Key?"), "r").headers["www-authenticate"]).toMatch(/^Bearer/);
  });
});

describe("parseWith", () => {
  it("names each bad field by its path, and unknown ones by name", () => {
    const { fields } = refusedFields({
      question: "",
      history: [{ role: "robot", content: "x", extra: 1 }],
      filter: { publishers: ["a", 2], since: "2020" },
      colour: "red",
    });
    expect(fields.map(({ path }) => path).sort()).toEqual([
      "colour",
      "filter.publishers[1]",
      "filter.since",
      "history[0].extra",
      "history[0].role",
      "question",
    ]);
  });

  it("is 422 for wrong fields, and 400 for what is no object at all", () => {
    expect(refuse(refusedFields({ question: 1 }), "r").problem.status).toBe(422);
    for (const body of [[], "text", 1, null]) {
      expect(refuse(refusedFields(body), "r").problem).toMatchObject({ status: 400, code: "invalid_request" });
    }
  });

  it("bounds what it repeats of a hostile body", () => {
    const hostile = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`${"x".repeat(500)}${index}`, 1]));
    const { problem } = refuse(refusedFields(hostile), "r");
    expect(JSON.stringify(problem).length).toBeLessThan(10_000);
  });
});
