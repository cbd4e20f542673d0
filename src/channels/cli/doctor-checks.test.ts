import { describe, expect, it } from "vitest";
import { readConfig } from "../../config.js";
import { checkAccess, checkCorpus, checkNode } from "./doctor-checks.js";

describe("checkNode", () => {
  it.each([
    ["v20.19.0", "ok"],
    ["v22.12.0", "ok"],
    ["v24.0.0", "ok"],
    ["v26.1.0", "warning"],
    ["v18.20.0", "failed"],
    ["v20.18.3", "failed"],
    ["v22.11.0", "failed"],
    ["v23.5.0", "failed"],
  ])("finds %s %s", (version, state) => {
    expect(checkNode(version).state).toBe(state);
  });
});

describe("checkAccess", () => {
  const stateOf = (env: Record<string, string>) => checkAccess(readConfig(env, "/x")).state;

  it("is content with loopback, and with long keys elsewhere", () => {
    expect(stateOf({})).toBe("ok");
    expect(stateOf({ KONSIL_HOST: "0.0.0.0", KONSIL_API_KEYS: "k".repeat(32) })).toBe("ok");
  });

  it("warns of keys that can be guessed without repeating them, and of an open door", () => {
    const short = checkAccess(readConfig({ KONSIL_API_KEYS: "hunter2" }, "/x"));
    expect(short.state).toBe("warning");
    expect(JSON.stringify(short)).not.toContain("hunter2");
    expect(stateOf({ KONSIL_HOST: "0.0.0.0", KONSIL_ALLOW_ANONYMOUS: "1" })).toBe("warning");
  });
});

describe("checkCorpus", () => {
  it("fails for a folder that is not there, and takes none for an answer", () => {
    expect(checkCorpus(readConfig({ KONSIL_CORPUS: "/not/there" }, "/x")).state).toBe("failed");
    expect(checkCorpus(readConfig({ KONSIL_CORPUS: "" }, "/x")).state).toBe("ok");
  });
});
