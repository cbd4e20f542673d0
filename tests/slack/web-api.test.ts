import { webApi } from "@slack/bolt";
import { afterEach, describe, expect, it } from "vitest";
import type { Clock } from "../../src/channels/slack/clock.js";
import { clientOptions, createWebApi } from "../../src/channels/slack/web-api.js";
import { createLog } from "../../src/observe/log.js";
import { type SlackServer, type SlackServerOptions, startSlackServer, TOKENS } from "../fakes/slack-server.js";

let slack: SlackServer;
afterEach(() => slack.close());

const MINUTE_MS = 60_000;

/** On a clock that stands still but for waiting. */
async function createApi(fault: SlackServerOptions["fault"] = () => null) {
  let now = 0;
  const clock: Clock = {
    now: () => now,
    async wait(ms) {
      now += Math.max(0, ms);
    },
  };
  slack = await startSlackServer({ fault, now: clock.now });
  const client = new webApi.WebClient(TOKENS.bot, clientOptions(slack.url));
  const log = createLog({ level: "silent" });
  return { api: createWebApi({ client, clock, signal: new AbortController().signal, log }), clock };
}

const SAID = { text: "Ja.", visibleTo: "asker" } as const;

describe("a thread", () => {
  it("is read to its end, however long it is", async () => {
    const { api } = await createApi();
    const first = slack.workspace.write({ channel: "C1", user: "U1", text: "0" });
    for (let number = 1; number < 2500; number += 1) {
      slack.workspace.write({ channel: "C1", user: "U1", text: String(number), threadTs: first });
    }
    const messages = await api.thread({ channel: "C1", threadTs: first });
    expect(messages.map(({ text }) => Number(text))).toEqual(Array.from({ length: 2500 }, (_, number) => number));
  });
});

describe("a response URL", () => {
  it("is tried for the half hour that Slack takes something there", async () => {
    const { api, clock } = await createApi(() => "fails");
    const refused = { reason: "expired_url" };
    await expect(api.respond(slack.responseUrl("T"), SAID)).rejects.toMatchObject(refused);
    expect(clock.now()).toBeGreaterThanOrEqual(30 * MINUTE_MS);
    expect(clock.now()).toBeLessThan(31 * MINUTE_MS);
  });

  it("that refuses is not tried again, whatever the status", async () => {
    const { api, clock } = await createApi(() => ({ refuses: "used_url" }));
    await expect(api.respond(slack.responseUrl("T"), SAID)).rejects.toMatchObject({ reason: "used_url" });
    expect(clock.now()).toBe(0);
  });

  it("is tried again as late as Slack says", async () => {
    const { api, clock } = await createApi((_, count) => (count === 1 ? { limitedFor: 40 } : null));
    await api.respond(slack.responseUrl("T"), SAID);
    expect(clock.now()).toBe(40_000);
    expect(slack.impatient).toEqual([]);
  });
});
