import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../src/contracts/answer.js";
import { readable } from "../fakes/slack-server/blocks.js";
import { BOT } from "../fakes/slack-server/workspace.js";
import { answerText, CITATION, createQuickAsker } from "./quick-asker.js";
import { directMessage, envelope, mention, message } from "./sender.js";
import { type SlackTest, startSlackTest } from "./slack-test.js";

let test: SlackTest;
beforeEach(async () => {
  test = await startSlackTest({ asker: createQuickAsker() });
});
afterEach(() => test.close());

/** Somebody writes a message, and Slack tells of it. */
async function tell(event: object): Promise<number> {
  const response = await test.send.json(envelope(event));
  await test.bot.idle();
  return response.status;
}

function ours(threadTs?: string) {
  const all = test.slack.workspace.messages.filter(({ user }) => user === BOT.user);
  return threadTs === undefined ? all : all.filter((message) => message.threadTs === threadTs);
}

function write(text: string, channel = "C1", threadTs?: string, user = "U1") {
  const ts = test.slack.workspace.write({ channel, user, text, ...(threadTs === undefined ? {} : { threadTs }) });
  return { channel, ts, text, user, ...(threadTs === undefined ? {} : { threadTs }) };
}

describe("Konsil in Slack answers", () => {
  it("a mention, in a thread below it, with sources, further questions and buttons", async () => {
    const asked = write(`<@${BOT.user}> Seit wann arbeiten sie zusammen?`);
    expect(await tell(mention(asked))).toBe(200);
    const [answer, ...others] = ours(asked.ts);
    expect(others).toEqual([]);
    expect(answer?.text).toContain("Antwort auf „Seit wann arbeiten sie zusammen?“");
    const below = readable(answer?.blocks ?? []);
    expect(below).toContain(
      "*[1]* Klinikum Lindental · <https://example.org/lindental?a=1&amp;b=2|Klinikum Lindental und Aurora Medtech schließen Partnerschaft> · 3. März 2024",
    );
    expect(below).toContain("• Wie lange läuft der Vertrag?");
    expect(below).toContain("[Zitat zeigen]\n[Hilfreich]\n[Falsch]\n[Unvollständig]");
    expect(answer?.streaming).toBe(false);
    expect(answer?.unfurls).toBe(false);
  });

  it("a direct message, and says meanwhile that it is searching", async () => {
    const asked = write("Wer leitet das Institut?", "D1");
    await tell(directMessage(asked));
    expect(ours(asked.ts)).toHaveLength(1);
    expect(test.slack.workspace.statuses).toEqual([{ threadTs: asked.ts, status: "sucht in den Dokumenten …" }]);
  });

  it("what is written in a thread that it takes part in, with the thread as its history", async () => {
    const first = write(`<@${BOT.user}> Wer sind die Partner?`);
    await tell(mention(first));
    const second = write("Und seit wann?", "C1", first.ts, "U2");
    await tell(message(second));
    expect(test.asker.asked.at(-1)).toMatchObject({
      question: "Und seit wann?",
      history: [
        { role: "user", content: "Wer sind die Partner?" },
        { role: "assistant", content: answerText("Wer sind die Partner?") },
      ],
    });
    expect(ours(first.ts)).toHaveLength(2);
  });

  it("a mention in a thread of others, with what they said as its history, and without other bots", async () => {
    const opening = write("Lindental und Aurora haben etwas unterschrieben.");
    test.slack.workspace.write({ channel: "C1", user: "U9", text: "Build 7", threadTs: opening.ts, botId: "B9" });
    const asked = write(`Wann war das, <@${BOT.user}>?`, "C1", opening.ts);
    await tell(mention(asked));
    expect(test.asker.asked.at(-1)?.history).toEqual([
      { role: "user", content: "Lindental und Aurora haben etwas unterschrieben." },
    ]);
  });

  it("with a hint, where nothing was asked, or too much", async () => {
    const empty = write(`<@${BOT.user}>`);
    await tell(mention(empty));
    const long = write(`<@${BOT.user}> ${"Wer? ".repeat(500)}`);
    await tell(mention(long));
    expect(ours(empty.ts)[0]?.text).toContain("What would you like to know?");
    expect(ours(long.ts)[0]?.text).toContain("höchstens 2000 Zeichen");
    expect(test.asker.asked).toEqual([]);
  });
});

describe("Konsil in Slack takes for a question what a person writes", () => {
  const WAYS: readonly [string, object][] = [
    ["with a file", { subtype: "file_share", files: [{ id: "F1" }], upload: false }],
    ["with /me", { subtype: "me_message" }],
    ["to the channel as well", { subtype: "thread_broadcast", root: {} }],
    ["to an app of older days", { channel_type: "app_home" }],
    [
      "with fields that are empty",
      { subtype: null, thread_ts: null, bot_id: null, edited: null, parent_user_id: null },
    ],
  ];

  it.each(WAYS)("%s", async (_, more) => {
    const asked = write("Wer leitet das Institut?", "D1");
    await tell(directMessage(asked, more));
    expect(test.asker.asked.map(({ question }) => question)).toEqual(["Wer leitet das Institut?"]);
    expect(ours(asked.ts)).toHaveLength(1);
  });
});

describe("Konsil in Slack leaves alone", () => {
  const BY: readonly [string, object][] = [
    ["other bots", { bot_id: "B7" }],
    ["its own messages", { user: BOT.user, bot_id: BOT.bot }],
    ["what Slack itself writes", { user: "USLACKBOT" }],
    ["edits", { subtype: "message_changed", message: { text: "neu" } }],
    ["mentions in edited messages", { edited: { user: "U1", ts: "1790000000.000009" } }],
    ["deletions", { subtype: "message_deleted" }],
    ["people who join", { subtype: "channel_join" }],
    ["messages without anybody", { user: undefined }],
  ];

  it.each(BY)("%s", async (_, more) => {
    const asked = write("Wer leitet das Institut?", "D1");
    expect(await tell(directMessage(asked, more))).toBe(200);
    expect(ours()).toEqual([]);
  });

  it("channels and threads in which it was not asked", async () => {
    const opening = write("Guten Morgen!");
    await tell(message(opening));
    await tell(message(write("Und seit wann?", "C1", opening.ts)));
    expect(ours()).toEqual([]);
  });

  it("files without a word in its threads", async () => {
    const first = write(`<@${BOT.user}> Wer sind die Partner?`);
    await tell(mention(first));
    await tell(message(write("", "C1", first.ts), { subtype: "file_share", files: [{ id: "F1" }] }));
    expect(ours(first.ts)).toHaveLength(1);
  });

  it("what people ask one another in its threads", async () => {
    const first = write(`<@${BOT.user}> Wer sind die Partner?`);
    await tell(mention(first));
    await tell(message(write("<@U2> weißt du das?", "C1", first.ts)));
    expect(ours(first.ts)).toHaveLength(1);
  });
});

describe("a message", () => {
  it("that Slack tells of as a mention and as a message is answered once, whichever comes first", async () => {
    for (const order of [0, 1]) {
      const asked = write(`<@${BOT.user}> Frage ${order}?`);
      const events = [mention(asked), message(asked)];
      await tell(events[order] ?? {});
      await tell(events[1 - order] ?? {});
      expect(ours(asked.ts)).toHaveLength(1);
    }
  });

  it("in the same thread waits for the answer before it", async () => {
    const first = write("Erstens?", "D1");
    const second = write("Zweitens?", "D1", first.ts);
    await Promise.all([tell(directMessage(first)), tell(directMessage(second))]);
    expect(ours(first.ts).map(({ text }) => /„(.*)“/.exec(text)?.[1])).toEqual(["Erstens?", "Zweitens?"]);
    expect(test.asker.asked.at(-1)?.history).toContainEqual({ role: "assistant", content: answerText("Erstens?") });
  });
});

describe("an abstention", () => {
  it("shows the closest passages, and no button for quotations", async () => {
    await test.close();
    const message = "Die Dokumente sagen nicht, wer das Institut leitet.";
    const abstention: Answer["abstention"] = { reason: "no_evidence", message, closest: [CITATION] };
    const fields: Partial<Answer> = { status: "abstained", answer: message, citations: [], abstention, followUps: [] };
    test = await startSlackTest({ asker: createQuickAsker({ fields: () => fields }) });
    const asked = write("Wer leitet das Institut?", "D1");
    await tell(directMessage(asked));
    const [shown] = ours(asked.ts);
    expect(shown?.text).toBe(message);
    const read = readable(shown?.blocks ?? []);
    expect(read).toContain("Am nächsten kommt:");
    expect(read).toContain(`> ${CITATION.quote}\nKlinikum Lindental · <https://example.org/`);
    expect(read).not.toContain("zeigen]");
  });
});

describe("what stands in documents", () => {
  const HOSTILE =
    "<!here> <!channel> <@U1> <#C1|allgemein> @channel @here <https://evil.example|klick> & *fett* :tada: \u202e";

  it("pings nobody, links nothing and keeps to the limits of Slack, streamed or not", async () => {
    await test.close();
    const citations = Array.from({ length: 60 }, (_, at) => ({
      ...CITATION,
      marker: at + 1,
      documentId: `doc-${at}`,
      title: `${HOSTILE} ${"&<>".repeat(400)}`,
      publisher: HOSTILE.repeat(20),
      url: at % 2 === 0 ? "javascript:alert(1)" : `https://example.org/|<x>?${"&a".repeat(2000)}`,
      quote: `${HOSTILE} ${"&".repeat(9000)}`,
    }));
    const answer = `${HOSTILE} ${"<&> Wort ".repeat(1000)}[1]`;
    const fields = { answer, citations, followUps: [HOSTILE, HOSTILE, HOSTILE], warnings: ["documents_disagree"] };
    test = await startSlackTest({ asker: createQuickAsker({ fields: () => fields }) });
    for (const streams of [true, false]) {
      test.slack.workspace.streams = streams;
      const asked = write(`Frage ${streams}?`, "D1");
      await tell(directMessage(asked));
      const [shown] = ours(asked.ts);
      const all = `${shown?.text}\n${readable(shown?.blocks ?? [])}`;
      expect(shown?.blocks.length).toBeGreaterThan(0);
      expect(all.length).toBeGreaterThan(1000);
      expect(all).not.toMatch(/<[!@#]|[@#](?:channel|here|everyone|C1)|javascript:|:tada:|\u202e/);
      // What is left in angle brackets are links of ours.
      expect(all.match(/<(?!https:\/\/example\.org\/)/g)).toBeNull();
      await test.send.interaction({
        ...{ type: "block_actions", trigger_id: `t${streams}`, response_url: test.slack.responseUrl("q") },
        ...{ user: { id: "U1", team_id: BOT.team }, team: { id: BOT.team }, channel: { id: "D1" } },
        actions: [{ type: "button", action_id: "konsil_quotations", block_id: "b", value: `ans_${streams ? 1 : 2}` }],
      });
    }
    await expect.poll(() => test.slack.workspace.views.length).toBe(2);
  });
});
