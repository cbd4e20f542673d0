import { afterEach, describe, expect, it } from "vitest";
import { BOT } from "../fakes/slack-server/workspace.js";
import type { Fault } from "../fakes/slack-server.js";
import { answerText, createQuickAsker } from "./quick-asker.js";
import { directMessage, envelope, mention } from "./sender.js";
import { type SlackTest, startSlackTest } from "./slack-test.js";

let test: SlackTest;
afterEach(() => test.close());

async function start(fault: (method: string, count: number) => Fault | null): Promise<void> {
  test = await startSlackTest({ asker: createQuickAsker(), fault });
}

function write(text: string, channel: string) {
  return { channel, text, ts: test.slack.workspace.write({ channel, user: "U1", text }) };
}

function command(number: number): Promise<Response> {
  const fields = { command: "/konsil", text: `Frage ${number}?`, team_id: BOT.team, channel_id: "C1", user_id: "U1" };
  return test.send.form({
    ...fields,
    trigger_id: `T-${number}`,
    response_url: test.slack.responseUrl(`T-${number}`),
  });
}

const answers = () => test.slack.workspace.messages.filter(({ user, streaming }) => user === BOT.user && !streaming);

describe("an answer", () => {
  const FAULTS: readonly Fault[] = [{ limitedFor: 100_000 }, "fails", "cut before", "cut after"];

  it.each(FAULTS)("does not wait until Slack shows a status (%s)", async (fate) => {
    await start((method) => (method === "assistant.threads.setStatus" ? fate : null));
    const asked = write("Wer?", "D1");
    await test.send.json(envelope(directMessage(asked)));
    await test.bot.idle();
    expect(answers().map(({ text }) => text.replaceAll("\\", ""))).toEqual([answerText("Wer?")]);
    expect(test.slack.calls.get("assistant.threads.setStatus")).toBe(1);
  });

  it("waits for none that cannot be sent, however many these are", async () => {
    await start((method) => (method === "response_url" ? "cut before" : null));
    for (let number = 0; number < 20; number += 1) expect((await command(number)).status).toBe(200);
    const asked = write(`<@${BOT.user}> Wer?`, "C1");
    await test.send.json(envelope(mention(asked)));
    await expect.poll(answers, { timeout: 20_000 }).toHaveLength(1);
    const unfinished = async () => (await test.inbox.unfinished()).map(({ question }) => question.place.kind);
    await expect.poll(unfinished).toEqual(Array(20).fill("private"));
  });

  it("is kept for the next start where Slack does not take the token any more", async () => {
    await start((method) => (method.startsWith("chat.") ? { refuses: "token_revoked" } : null));
    await test.send.json(envelope(directMessage(write("Wer?", "D1"))));
    await test.bot.idle();
    expect(await test.inbox.unfinished()).toMatchObject([{ question: { text: "Wer?" } }]);
  });

  it("is given up where Slack takes none in a channel", async () => {
    await start((method) => (method.startsWith("chat.") ? { refuses: "is_archived" } : null));
    await test.send.json(envelope(directMessage(write("Wer?", "D1"))));
    await test.bot.idle();
    expect(await test.inbox.unfinished()).toEqual([]);
  });
});

describe("the connection over a WebSocket", () => {
  it("outlives what is no message, and a warning that it ends", async () => {
    test = await startSlackTest({ asker: createQuickAsker(), way: "socket" });
    const { sockets } = test.slack;
    const rateLimited = { type: "app_rate_limited", team_id: BOT.team, minute_rate_limited: 1 };
    const odd = [
      "null",
      "{}",
      "no JSON",
      JSON.stringify({ type: "events_api", envelope_id: "E", payload: rateLimited }),
    ];
    for (const text of odd) sockets.sendRaw(text);
    sockets.refresh("warning");
    await expect.poll(() => sockets.connections()).toBe(2);
    expect(await sockets.send("events_api", envelope(directMessage(write("Wer?", "D1"))))).not.toBeNull();
    await test.bot.idle();
    expect(answers()).toHaveLength(1);
  });

  it("is asked for again when Slack says so, and not before", async () => {
    test = await startSlackTest({
      asker: createQuickAsker(),
      way: "socket",
      fault: (method, count) => (method === "apps.connections.open" && count === 1 ? { limitedFor: 90 } : null),
    });
    expect(test.slack.calls.get("apps.connections.open")).toBe(2);
    expect(test.slack.impatient).toEqual([]);
  });
});
