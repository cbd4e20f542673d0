import { describe, expect, it } from "vitest";
import { createLog, type LogOptions } from "./log.js";

function listen(options: LogOptions) {
  const lines: string[] = [];
  const log = createLog({ ...options, stream: { write: (line: string) => lines.push(line) } });
  return { log, lines };
}

describe("createLog", () => {
  it("writes one JSON object a line, with time, level and fields", () => {
    const { log, lines } = listen({});
    log.info({ method: "GET", status: 200 }, "request");
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0] ?? "");
    expect(line).toMatchObject({ level: "info", method: "GET", status: 200, msg: "request" });
    expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(Object.keys(line).sort()).toEqual(["level", "method", "msg", "status", "time"]);
  });

  it("keeps still below its level, and altogether when silent", () => {
    const warn = listen({ level: "warn" });
    warn.log.debug({}, "a");
    warn.log.info({}, "b");
    warn.log.warn({}, "c");
    expect(warn.lines).toHaveLength(1);
    const silent = listen({ level: "silent" });
    silent.log.error({}, "d");
    expect(silent.lines).toEqual([]);
  });

  it("hides fields that carry secrets, one level down too", () => {
    const { log, lines } = listen({});
    log.info({ authorization: "Bearer s3cret", headers: { authorization: "Bearer s3cret" }, key: "s3cret" }, "x");
    expect(lines.join("")).not.toContain("s3cret");
  });

  it("reads as one plain line, quoting what holds spaces or line breaks", () => {
    const { log, lines } = listen({ format: "plain" });
    log.warn({ path: "/v1/documents/a", agent: "two words\nforged line" }, "slow");
    expect(lines[0]).toMatch(/^\S+Z WARN {2}slow path=\/v1\/documents\/a agent="two words\\nforged line"\n$/);
  });

  it("shows the stack of an error below its plain line", () => {
    const { log, lines } = listen({ format: "plain" });
    log.error({ err: new RangeError("too far") }, "request failed");
    expect(lines[0]).toContain("ERROR request failed\n  RangeError: too far\n");
  });
});
