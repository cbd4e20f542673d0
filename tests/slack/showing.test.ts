import { afterEach, describe, expect, it } from "vitest";
import { readable } from "../fakes/slack-server/blocks.js";
import { BOT } from "../fakes/slack-server/workspace.js";
import type { Fault, SlackServerOptions } from "../fakes/slack-server.js";
import { CITATION, createQuickAsker } from "./quick-asker.js";
import { directMessage, envelope } from "./sender.js";
import { type SlackTest, startSlackTest } from "./slack-test.js";

const SENTENCES = ["Erstens [1].", " Zweitens [1].", " Drittens [1].", " Viertens [1]."];
const WHOLE = SENTENCES.join("");

const tests: SlackTest[] = [];
afterEach(async () => {
  for (const test of tests.splice(0)) await test.close();
});

/** An answer whose sentences each wait until the one before is shown; some seconds at most, where it never is. */
async function askSlowly(
  options: {
    readonly streams?: boolean;
    readonly documents?: number;
    readonly fault?: SlackServerOptions["fault"];
  } = {},
) {
  const isShown = (sentence: string) =>
    test.slack.workspace.messages.some(({ user, text }) => user === BOT.user && text.includes(sentence.slice(1, 6)));
  async function* pieces() {
    for (const sentence of SENTENCES) {
      yield sentence;
      for (let look = 0; look < 25 && !isShown(sentence); look += 1) await test.clock.wait(200);
    }
  }
  const { documents = 1 } = options;
  const citations = Array.from({ length: documents }, (_, at) => ({ ...CITATION, documentId: `document-${at}` }));
  const asker = createQuickAsker({ fields: () => ({ answer: WHOLE, citations }), pieces });
  const test = await startSlackTest({ asker, ...(options.fault === undefined ? {} : { fault: options.fault }) });
  tests.push(test);
  test.slack.workspace.streams = options.streams ?? true;
  const ts = test.slack.workspace.write({ channel: "D1", user: "U1", text: "Wie?" });
  await test.send.json(envelope(directMessage({ channel: "D1", ts, text: "Wie?" })));
  await test.bot.idle();
  const answers = test.slack.workspace.messages.filter(({ user }) => user === BOT.user);
  const [answer] = answers;
  if (answer === undefined) throw new Error("there is no answer");
  return { test, answers, answer, calls: (method: string) => test.slack.calls.get(method) ?? 0 };
}

function gaps(times: readonly number[]): number[] {
  return times.slice(1).map((time, at) => time - (times[at] ?? 0));
}

describe("an answer that takes its time", () => {
  it("is streamed sentence by sentence, and ends with its sources and buttons", async () => {
    const { answers, answer, calls } = await askSlowly();
    expect(answers).toHaveLength(1);
    expect(calls("chat.startStream")).toBe(1);
    expect(calls("chat.appendStream")).toBeGreaterThan(1);
    expect(answer.text.replaceAll("\\", "")).toBe(WHOLE);
    expect(answer.streaming).toBe(false);
    expect(readable(answer.blocks)).toContain("[Hilfreich]");
  });

  it("is edited at most once a second, where the workspace does not stream", async () => {
    const { answers, answer, calls } = await askSlowly({ streams: false });
    expect(answers).toHaveLength(1);
    expect(calls("chat.postMessage")).toBe(1);
    expect(calls("chat.update")).toBeGreaterThan(1);
    expect(Math.min(...gaps(answer.changedAt))).toBeGreaterThanOrEqual(1000);
    expect(answer.text).toBe(WHOLE);
  });

  it("asks for streaming once only, where there is none", async () => {
    const { test, calls } = await askSlowly({ streams: false });
    const ts = test.slack.workspace.write({ channel: "D1", user: "U1", text: "Und?" });
    await test.send.json(envelope(directMessage({ channel: "D1", ts, text: "Und?" })));
    await test.bot.idle();
    expect(calls("chat.startStream")).toBe(1);
  });

  it("is posted, where Slack limits streams just now, and later waits as long as Slack says", async () => {
    const { test, answers, calls } = await askSlowly({
      fault: (method, count) =>
        (method === "chat.startStream" || method === "chat.postMessage") && count === 1 ? { limitedFor: 3 } : null,
    });
    expect(answers).toHaveLength(1);
    expect(calls("chat.startStream")).toBe(1);
    expect(test.slack.impatient).toEqual([]);
  });

  const BROKEN: readonly [string, string, Fault][] = [
    ["the start of a stream", "chat.startStream", "cut after"],
    ["the start of a stream", "chat.startStream", "cut before"],
    ["a piece of a stream", "chat.appendStream", "cut after"],
    ["a piece of a stream", "chat.appendStream", "fails"],
    ["the end of a stream", "chat.stopStream", "cut after"],
    ["the end of a stream", "chat.stopStream", "cut before"],
  ];

  it.each(BROKEN)("is there once and whole when %s is lost (%s: %s)", async (_, broken, fate) => {
    const { answers, answer } = await askSlowly({
      fault: (method, count) => (method === broken && count === 1 ? fate : null),
    });
    expect(answers).toHaveLength(1);
    expect(answer.text.replaceAll("\\", "")).toBe(WHOLE);
    expect(answer.streaming).toBe(false);
  });

  it.each([true, false])("is there in its short form, where Slack finds it too long (streams: %s)", async (streams) => {
    const { answers, answer } = await askSlowly({
      streams,
      fault: (_method, _count, body) => {
        const blocks = new URLSearchParams(body).get("blocks") ?? "";
        return blocks.includes("Quellen") && !blocks.includes("weitere") ? { refuses: "msg_blocks_too_long" } : null;
      },
      documents: 3,
    });
    expect(answers).toHaveLength(1);
    expect(answer.text).toBe(WHOLE);
    expect(answer.streaming).toBe(false);
    const read = readable(answer.blocks);
    expect(read).toContain("und eine weitere Quelle");
    expect(read).toContain("[Hilfreich]");
  });

  it.each(["cut after", "cut before", "fails"] as const)(
    "is posted once when the connection is lost (%s)",
    async (fate) => {
      const { answers, answer } = await askSlowly({
        streams: false,
        fault: (method, count) => (method === "chat.postMessage" && count === 1 ? fate : null),
      });
      expect(answers).toHaveLength(1);
      expect(answer.text).toBe(WHOLE);
    },
  );
});
