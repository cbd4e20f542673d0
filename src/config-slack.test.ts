import { describe, expect, it } from "vitest";
import { readConfig } from "./config.js";

const BOT = { KONSIL_SLACK_BOT_TOKEN: "xoxb-1" };

describe("the configuration of Slack", () => {
  it("is none where no token is given", () => {
    expect(readConfig({}).slack).toBeNull();
  });

  it("reads both ways of connecting", () => {
    const { slack } = readConfig({ ...BOT, KONSIL_SLACK_APP_TOKEN: "xapp-1", KONSIL_SLACK_SIGNING_SECRET: "8f74" });
    expect(slack).toEqual({
      botToken: "xoxb-1",
      appToken: "xapp-1",
      signingSecret: "8f74",
      url: "https://slack.com/api/",
    });
  });

  it("takes the address of another Slack, with or without a slash at its end", () => {
    const at = (url: string) =>
      readConfig({ ...BOT, KONSIL_SLACK_APP_TOKEN: "xapp-1", KONSIL_SLACK_URL: url }).slack?.url;
    expect([at("http://127.0.0.1:1/api"), at("http://127.0.0.1:1/api/")]).toEqual(
      Array(2).fill("http://127.0.0.1:1/api/"),
    );
  });

  const MISTAKES: readonly [string, Record<string, string>, RegExp][] = [
    ["a bot token alone", BOT, /KONSIL_SLACK_BOT_TOKEN is alone; expected KONSIL_SLACK_APP_TOKEN/],
    [
      "an app-level token alone",
      { KONSIL_SLACK_APP_TOKEN: "xapp-1" },
      /KONSIL_SLACK_BOT_TOKEN is missing; with KONSIL_SLACK_APP_TOKEN/,
    ],
    [
      "a signing secret alone",
      { KONSIL_SLACK_SIGNING_SECRET: "8f74" },
      /KONSIL_SLACK_BOT_TOKEN is missing; with KONSIL_SLACK_SIGNING/,
    ],
    [
      "a token for the signing secret",
      { ...BOT, KONSIL_SLACK_SIGNING_SECRET: "xoxb-1" },
      /SIGNING_SECRET .*is no token/,
    ],
    [
      "an address with a password",
      { ...BOT, KONSIL_SLACK_APP_TOKEN: "xapp-1", KONSIL_SLACK_URL: "http://a:b@c/" },
      /without user and password/,
    ],
  ];

  it.each(MISTAKES)("refuses %s", (_, variables, message) => {
    expect(() => readConfig(variables)).toThrow(message);
  });

  it("names swapped tokens both at once, and repeats none of them", () => {
    const swapped = { KONSIL_SLACK_BOT_TOKEN: "xapp-secret", KONSIL_SLACK_APP_TOKEN: "xoxb-secret" };
    expect(() => readConfig(swapped)).toThrow(
      /^2 mistakes(?!.*secret)[\s\S]*begins with xoxb-[\s\S]*begins with xapp-/,
    );
    expect(() => readConfig(swapped)).not.toThrow(/-secret/);
  });

  it("warns of an address without a token", () => {
    expect(readConfig({ KONSIL_SLACK_URL: "http://127.0.0.1:1/" }).warnings).toEqual([
      "KONSIL_SLACK_URL has no effect without KONSIL_SLACK_BOT_TOKEN",
    ]);
  });
});
