import { afterEach, describe, expect, it } from "vitest";
import { seededRandom } from "../contract/synthetic-documents.js";
import { BOT } from "../fakes/slack-server/workspace.js";
import type { Fault } from "../fakes/slack-server.js";
import { answerText, createQuickAsker } from "./quick-asker.js";
import { directMessage, envelope, mention, message, type SendOptions } from "./sender.js";
import { type SlackTest, startSlackTest } from "./slack-test.js";

/** Of each way of connecting; with copies and second events, nearly twice as many deliveries. */
const QUESTIONS = 600;
const THREADS = 120;

let test: SlackTest;
afterEach(() => test.close());

interface Delivery {
  readonly event: object;
  readonly eventId: string;
}

/** Questions in channels and direct messages, some told of as mention and message both, many delivered several times. */
function makeStorm(random: () => number): readonly Delivery[] {
  const threads: { readonly channel: string; readonly ts: string }[] = [];
  const deliveries: Delivery[] = [];
  for (let number = 0; number < QUESTIONS; number += 1) {
    const isDirect = random() < 0.5;
    const open = random() < 0.5 ? threads[Math.floor(random() * threads.length)] : undefined;
    const inThread = open?.channel.startsWith(isDirect ? "D" : "C") ? open : undefined;
    const channel = inThread?.channel ?? `${isDirect ? "D" : "C"}${number % 20}`;
    const text = isDirect ? `Frage ${number}?` : `<@${BOT.user}> Frage ${number}?`;
    const thread = inThread === undefined ? {} : { threadTs: inThread.ts };
    const ts = test.slack.workspace.write({ channel, user: "U1", text, ...thread });
    if (inThread === undefined && threads.length < THREADS) threads.push({ channel, ts });
    const written = { channel, ts, text, ...thread };
    const events = isDirect
      ? [directMessage(written)]
      : [mention(written), ...(random() < 0.5 ? [message(written)] : [])];
    for (const event of events) {
      const eventId = `Ev${deliveries.length}`;
      const copies = random() < 0.3 ? 2 + Math.floor(random() * 2) : 1;
      for (let copy = 0; copy < copies; copy += 1) deliveries.push({ event, eventId });
    }
  }
  return shuffled(deliveries, random);
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

/** One call in eight goes wrong. */
function mishaps(random: () => number): (method: string) => Fault | null {
  return (method) => {
    const chance = random();
    if (method === "auth.test" || chance > 0.125) return null;
    if (chance < 0.08) return { limitedFor: 1 + Math.floor(random() * 3) };
    return chance < 0.095 ? "fails" : chance < 0.11 ? "cut before" : "cut after";
  };
}

/** The questions that our messages answer, each as often as it is answered. */
function answeredQuestions(): string[] {
  return test.slack.workspace.messages
    .filter(({ user }) => user === BOT.user)
    .map(({ text }) => /Frage \d+\?/.exec(text)?.[0] ?? `not an answer: ${text}`)
    .sort();
}

const everyQuestion = () => Array.from({ length: QUESTIONS }, (_, number) => `Frage ${number}?`).sort();

function expectOneAnswerEach(): void {
  expect(answeredQuestions()).toEqual(everyQuestion());
  const ours = test.slack.workspace.messages.filter(({ user }) => user === BOT.user);
  expect(ours.filter(({ streaming, blocks }) => streaming || blocks.length === 0)).toEqual([]);
  for (const { text, threadTs, channel } of ours) {
    const question = /Frage \d+\?/.exec(text)?.[0] ?? "";
    expect(text.replaceAll(/\\|\u200b/g, "")).toBe(answerText(question));
    const asked = test.slack.workspace.messages.find(
      (it) => it.user === "U1" && it.text.endsWith(` ${question.slice(6)}`),
    );
    expect([channel, threadTs]).toEqual([asked?.channel, asked?.threadTs]);
  }
}

describe("a storm of events", () => {
  it("over HTTP, forged ones among them, is answered once each, and no forged one", { timeout: 120_000 }, async () => {
    const random = seededRandom(7);
    test = await startSlackTest({ asker: createQuickAsker(), fault: mishaps(random) });
    const storm = makeStorm(random);
    expect(storm.length).toBeGreaterThan(1000);
    const forgeries: readonly SendOptions[] = [
      { secret: "guessed" },
      { timestamp: Math.floor(test.clock.now() / 1000) - 4000 },
      { signature: `v0=${"a".repeat(64)}` },
    ];
    const statuses = new Map<string, number>();
    const send = async ({ event, eventId }: Delivery, retry: number) => {
      if (random() < 0.1) {
        const ts = test.slack.workspace.newTs();
        const forged = envelope(directMessage({ channel: "D1", ts, text: "Frage 999999?" }));
        const response = await test.send.json(forged, forgeries[Math.floor(random() * 3)]);
        statuses.set(`forged ${response.status}`, (statuses.get(`forged ${response.status}`) ?? 0) + 1);
      }
      const response = await test.send.json(envelope(event, eventId), retry === 0 ? {} : { retry });
      statuses.set(`real ${response.status}`, (statuses.get(`real ${response.status}`) ?? 0) + 1);
    };
    for (const delivery of storm) await send(delivery, Math.floor(random() * 3));
    await test.bot.idle();
    expect([...statuses.keys()].sort()).toEqual(["forged 401", "real 200"]);
    expect(statuses.get("forged 401")).toBeGreaterThan(50);
    expectOneAnswerEach();
  });

  it("over a WebSocket that breaks again and again is answered once each", { timeout: 120_000 }, async () => {
    const random = seededRandom(11);
    test = await startSlackTest({ asker: createQuickAsker(), fault: mishaps(random), way: "socket" });
    const storm = makeStorm(random);
    expect(storm.length).toBeGreaterThan(1000);
    const { sockets } = test.slack;
    let unacknowledged = 0;
    /** Slack sends an event again until it is acknowledged. */
    const send = async ({ event, eventId }: Delivery) => {
      for (let retry = 0; (await sockets.send("events_api", envelope(event, eventId), retry)) === null; retry += 1) {
        unacknowledged += 1;
      }
    };
    for (let at = 0; at < storm.length; at += 100) {
      const sent = storm.slice(at, at + 100).map(send);
      if (random() < 0.5) sockets.refresh();
      else sockets.cut();
      await Promise.all(sent);
    }
    await test.bot.idle();
    expect(sockets.connections()).toBeGreaterThan(5);
    expect(unacknowledged).toBeGreaterThan(10);
    expectOneAnswerEach();
  });
});
