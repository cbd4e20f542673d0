import { describe, expect, it } from "vitest";
import { readConfig } from "./config.js";
import { KonsilError } from "./contracts/errors.js";

const read = (env: Record<string, string>) => readConfig(env, "/somewhere");

/** The mistakes that are found, by variable. */
function mistakesOf(env: Record<string, string>): Record<string, string> {
  try {
    read(env);
  } catch (error) {
    if (!(error instanceof KonsilError)) throw error;
    return Object.fromEntries(error.fields.map((field) => [field.path, field.message]));
  }
  return {};
}

describe("the writer of the configuration", () => {
  it("is none with extract, which is the default", () => {
    expect(read({}).writer).toBeNull();
    expect(read({ KONSIL_WRITER: "extract" }).writer).toBeNull();
  });

  it("has the address of its provider, and times that fit it", () => {
    const openai = { KONSIL_WRITER: "openai", KONSIL_WRITER_MODEL: "some-model", KONSIL_WRITER_KEY: "k" };
    expect(read(openai).writer).toEqual({
      provider: "openai",
      model: "some-model",
      url: "https://api.openai.com/v1",
      key: "k",
      timeoutMs: 30_000,
      calls: 4,
    });
    const anthropic = { KONSIL_WRITER: "anthropic", KONSIL_WRITER_MODEL: "some-model", KONSIL_WRITER_KEY: "k" };
    expect(read(anthropic).writer).toMatchObject({ url: "https://api.anthropic.com", timeoutMs: 30_000 });
    const ollama = { KONSIL_WRITER: "ollama", KONSIL_WRITER_MODEL: "some-model" };
    expect(read(ollama).writer).toMatchObject({ url: "http://127.0.0.1:11434", key: null, timeoutMs: 120_000 });
  });

  it("takes another address, time and number of calls", () => {
    const given = { KONSIL_WRITER_URL: "http://gpu:8000", KONSIL_WRITER_TIMEOUT: "7", KONSIL_WRITER_CALLS: "2" };
    const config = read({ KONSIL_WRITER: "openai", KONSIL_WRITER_MODEL: "some-model", ...given });
    expect(config.writer).toMatchObject({ url: "http://gpu:8000", key: null, timeoutMs: 7000, calls: 2 });
  });

  it("means the file of llamacpp from the working directory, and lets it do one thing at a time", () => {
    const config = read({ KONSIL_WRITER: "llamacpp", KONSIL_WRITER_MODEL: "some/model.gguf" });
    expect(config.writer).toEqual({
      provider: "llamacpp",
      model: "/somewhere/some/model.gguf",
      timeoutMs: 300_000,
      calls: 1,
    });
  });

  it.each([
    ["openai", "as its server has it"],
    ["anthropic", "Anthropic"],
    ["ollama", "`ollama list`"],
    ["llamacpp", "GGUF"],
  ])("needs a model for %s, and says which", (provider, hint) => {
    expect(mistakesOf({ KONSIL_WRITER: provider, KONSIL_WRITER_KEY: "k" }).KONSIL_WRITER_MODEL).toContain(hint);
  });

  it("needs a key where the provider wants one", () => {
    const missing = (env: Record<string, string>) =>
      mistakesOf({ KONSIL_WRITER_MODEL: "some-model", ...env }).KONSIL_WRITER_KEY;
    expect(missing({ KONSIL_WRITER: "openai" })).toContain("api.openai.com wants a key, or KONSIL_WRITER_URL");
    expect(missing({ KONSIL_WRITER: "openai", KONSIL_WRITER_URL: "https://api.openai.com" })).toContain("wants a key");
    expect(missing({ KONSIL_WRITER: "openai", KONSIL_WRITER_URL: "http://gpu:8000" })).toBeUndefined();
    expect(missing({ KONSIL_WRITER: "anthropic" })).toContain("wants a key");
    expect(missing({ KONSIL_WRITER: "ollama" })).toBeUndefined();
  });

  it("has every mistake named at once, and repeats neither key nor password", () => {
    const mistakes = mistakesOf({
      KONSIL_WRITER: "openai",
      KONSIL_WRITER_URL: "https://me:hush@gpu.example",
      KONSIL_WRITER_KEY: "hush hush",
      KONSIL_WRITER_TIMEOUT: "0",
      KONSIL_WRITER_CALLS: "1e2",
      KONSIL_PORT: "x",
    });
    expect(Object.keys(mistakes).sort()).toEqual([
      "KONSIL_PORT",
      "KONSIL_WRITER_CALLS",
      "KONSIL_WRITER_KEY",
      "KONSIL_WRITER_MODEL",
      "KONSIL_WRITER_TIMEOUT",
      "KONSIL_WRITER_URL",
    ]);
    expect(mistakes.KONSIL_WRITER_URL).toContain("KONSIL_WRITER_KEY");
    expect(JSON.stringify(mistakes)).not.toContain("hush");
    expect(mistakesOf({ KONSIL_WRITER: "gpt" }).KONSIL_WRITER).toContain("one of extract, openai");
  });

  it("warns of variables that change nothing", () => {
    expect(read({ KONSIL_WRITER_MODEL: "some-model", KONSIL_WRITER_TIMEOUT: "9" }).warnings).toEqual([
      "KONSIL_WRITER_MODEL has no effect with KONSIL_WRITER=extract",
      "KONSIL_WRITER_TIMEOUT has no effect with KONSIL_WRITER=extract",
    ]);
    const local = { KONSIL_WRITER: "llamacpp", KONSIL_WRITER_MODEL: "m.gguf", KONSIL_WRITER_URL: "http://a.example" };
    expect(read(local).warnings).toEqual(["KONSIL_WRITER_URL has no effect with KONSIL_WRITER=llamacpp"]);
  });
});
