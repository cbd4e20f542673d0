import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BOT } from "../fakes/slack-server/workspace.js";
import { TOKENS } from "../fakes/slack-server.js";
import { createQuickAsker } from "./quick-asker.js";
import { directMessage, envelope, type SendOptions } from "./sender.js";
import { type SlackTest, startSlackTest } from "./slack-test.js";

let test: SlackTest;
beforeEach(async () => {
  test = await startSlackTest({ asker: createQuickAsker() });
});
afterEach(() => test.close());

const QUESTION = envelope(directMessage({ channel: "D1", ts: "1790000000.000001", text: "Wer?" }));
const seconds = () => Math.floor(test.clock.now() / 1000);

describe("the address for Slack's requests", () => {
  it("answers the challenge with which Slack checks it", async () => {
    const response = await test.send.json({ type: "url_verification", token: "t", challenge: "3eZbrw1a" });
    expect([response.status, await response.json()]).toEqual([200, { challenge: "3eZbrw1a" }]);
  });

  const FORGED: readonly [string, () => SendOptions][] = [
    ["signed with another secret", () => ({ secret: "another" })],
    ["with a signature of nothing", () => ({ signature: "v0=" })],
    ["with a signature of another length", () => ({ signature: `v0=${"0".repeat(63)}` })],
    ["with a signature of the right length", () => ({ signature: `v0=${"0".repeat(64)}` })],
    ["of another version", () => ({ signature: `v1=${"0".repeat(64)}` })],
    ["signed more than five minutes ago", () => ({ timestamp: seconds() - 320 })],
    ["signed more than five minutes ahead", () => ({ timestamp: seconds() + 400 })],
    ["with a time that is none", () => ({ timestamp: Number.NaN })],
  ];

  it.each(FORGED)("takes nothing %s", async (_, options) => {
    for (const path of ["/slack/events", "/slack/interactions", "/slack/commands", "/slack/options"]) {
      const response = await test.send.json(QUESTION, { ...options(), path });
      expect([response.status, await response.json()]).toEqual([401, { error: "invalid_signature" }]);
    }
    await test.bot.idle();
    expect(await test.inbox.unfinished()).toEqual([]);
    expect(test.slack.calls.get("chat.startStream")).toBeUndefined();
  });

  it("takes what was signed a few minutes ago, as a retry may be", async () => {
    const response = await test.send.json(QUESTION, { timestamp: seconds() - 200, retry: 2 });
    await test.bot.idle();
    expect(response.status).toBe(200);
    expect(test.slack.workspace.messages.filter(({ user }) => user === BOT.user)).toHaveLength(1);
  });

  it("checks the bytes as they came, not as they read", async () => {
    const body = `{ "type":"url_verification",\r\n "challenge":"\\u00e4 ä" }`;
    const response = await test.send.json(JSON.parse(body));
    expect(response.status).toBe(200);
    const forged = await test.send.json(JSON.parse(body), { signature: "v0=abc" });
    expect(forged.status).toBe(401);
  });

  it("refuses what is no payload, and what is too large", async () => {
    expect((await test.send.form({ payload: "{" })).status).toBe(400);
    expect((await test.send.form({ payload: "[1]" })).status).toBe(400);
    expect((await test.send.json({ filler: "x".repeat(1024 * 1024) })).status).toBe(413);
  });

  it("acknowledges what it has no use for", async () => {
    expect((await test.send.form({ ssl_check: "1", token: "t" })).status).toBe(200);
    expect((await test.send.json(envelope({ type: "reaction_added", user: "U1", item: {} }))).status).toBe(200);
  });

  it("acknowledges a question before it is answered, however long that takes", async () => {
    await test.close();
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    async function* pieces(answer: string) {
      await released;
      yield answer;
    }
    test = await startSlackTest({ asker: createQuickAsker({ pieces }) });
    const response = await test.send.json(QUESTION);
    expect(response.status).toBe(200);
    expect(test.slack.workspace.messages).toEqual([]);
    release();
    await test.bot.idle();
    expect(test.slack.workspace.messages).toHaveLength(1);
  });

  it("takes all questions of a burst in before it thinks about the first", async () => {
    const questions = Array.from({ length: 60 }, (_, number) =>
      envelope(directMessage({ channel: `D${number}`, ts: `1790000000.0001${number}`, text: "Wer?" })),
    );
    const askedByThen = await Promise.all(
      questions.map(async (question) => {
        const { status } = await test.send.json(question);
        return { status, asked: test.asker.asked.length };
      }),
    );
    expect(askedByThen).toEqual(questions.map(() => ({ status: 200, asked: 0 })));
    await test.bot.idle();
    expect(test.asker.asked).toHaveLength(60);
  });

  it("asks Slack to come again when the question cannot be written down", async () => {
    await test.inbox.close();
    expect((await test.send.json(QUESTION)).status).toBe(500);
    const command = { command: "/konsil", text: "Wer?", team_id: "T1", channel_id: "C1", user_id: "U1" };
    const unanswered = await test.send.form({ ...command, trigger_id: "T-1", response_url: "http://127.0.0.1:1/" });
    expect(unanswered.status).toBe(500);
  });
});

describe("the tokens", () => {
  it("that Slack refuses are named by their variable", async () => {
    const { createSlackBot } = await import("../../src/channels/slack/bot.js");
    const { createLog } = await import("../../src/observe/log.js");
    const { makeLibrary } = await import("../fakes/http-parts.js");
    const parts = { url: test.slack.url, asker: test.asker, library: makeLibrary(new Map()), inbox: test.inbox };
    const rest = { feedback: { give: () => Promise.reject(new Error("unused")) }, log: createLog({ level: "silent" }) };
    const http = { kind: "http", signingSecret: TOKENS.signingSecret } as const;
    const wrongBot = createSlackBot({ ...parts, ...rest, botToken: "xoxb-wrong", way: http });
    await expect(wrongBot.connect()).rejects.toMatchObject({
      code: "invalid_configuration",
      message: expect.stringContaining("KONSIL_SLACK_BOT_TOKEN: invalid_auth"),
    });
    const socket = { kind: "socket", appToken: "xapp-wrong" } as const;
    const wrongApp = createSlackBot({ ...parts, ...rest, botToken: TOKENS.bot, way: socket });
    await expect(wrongApp.connect()).rejects.toMatchObject({
      code: "invalid_configuration",
      message: expect.stringContaining("KONSIL_SLACK_APP_TOKEN: invalid_auth"),
    });
  });
});
