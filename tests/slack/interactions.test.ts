import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { BOT } from "../fakes/slack-server/workspace.js";
import { answerText, CITATION, createQuickAsker } from "./quick-asker.js";
import { directMessage, envelope } from "./sender.js";
import { type SlackTest, startSlackTest } from "./slack-test.js";

let test: SlackTest;
beforeEach(async () => {
  test = await startSlackTest({ asker: createQuickAsker() });
});
afterEach(() => test.close());

const WHO = { user: { id: "U1", team_id: BOT.team }, team: { id: BOT.team }, channel: { id: "C1" } };

async function command(text: string, triggerId = "T-1"): Promise<Response> {
  const response = await test.send.form(
    {
      ...{ command: "/konsil", text, team_id: BOT.team, channel_id: "C1", user_id: "U1", trigger_id: triggerId },
      response_url: test.slack.responseUrl(triggerId),
    },
    { path: "/slack/commands" },
  );
  await test.bot.idle();
  return response;
}

function press(action: string, value: string, triggerId = "P-1", more: object = {}): Promise<Response> {
  return test.send.interaction({
    ...more,
    ...{ type: "block_actions", trigger_id: triggerId, response_url: test.slack.responseUrl(triggerId), ...WHO },
    actions: [{ type: "button", action_id: action, block_id: "b1", value }],
  });
}

/** What was sent to the asker alone, or to the channel, for this trigger. */
function responsesTo(triggerId: string) {
  return test.slack.responses.filter(({ to }) => to === triggerId).map(({ body }) => body);
}

const buttonsSchema = z.object({
  type: z.literal("actions"),
  elements: z.array(z.object({ action_id: z.string(), value: z.string() })),
});

/** What the button below an answer carries. */
function buttonValue(action: string, blocks: readonly unknown[]): string {
  const buttons = blocks.flatMap((block) => buttonsSchema.safeParse(block).data?.elements ?? []);
  return buttons.find(({ action_id }) => action_id === action)?.value ?? "";
}

async function answeredByMessage(): Promise<void> {
  const ts = test.slack.workspace.write({ channel: "D1", user: "U1", text: "Wer?" });
  await test.send.json(envelope(directMessage({ channel: "D1", ts, text: "Wer?" })));
  await test.bot.idle();
}

describe("/konsil", () => {
  it("is acknowledged without a word, and answered for the asker alone, with a button to share", async () => {
    const response = await command("Seit wann?");
    expect([response.status, await response.text()]).toEqual([200, ""]);
    const [answer, ...others] = responsesTo("T-1");
    expect(others).toEqual([]);
    expect(answer).toMatchObject({ response_type: "ephemeral", text: answerText("Seit wann?") });
    expect(buttonValue("konsil_share", answer?.blocks ?? [])).toBe("ans_1");
    expect(test.slack.workspace.messages).toEqual([]);
  });

  it("that Slack delivers twice is answered once", async () => {
    await command("Seit wann?");
    await command("Seit wann?");
    expect(responsesTo("T-1")).toHaveLength(1);
  });

  it("without a question says what to do", async () => {
    await command("   ");
    expect(responsesTo("T-1")[0]?.text).toContain("Ask me a question");
  });

  it("is shared once, however often the button is pressed", async () => {
    await command("Seit wann &lt;genau&gt;?");
    await Promise.all([press("konsil_share", "ans_1", "P-1"), press("konsil_share", "ans_1", "P-2")]);
    await expect.poll(() => test.slack.responses.length).toBe(4);
    const shared = test.slack.responses.filter(({ body }) => body.response_type === "in_channel");
    expect(shared).toHaveLength(1);
    expect(JSON.stringify(shared[0]?.body.blocks)).toContain("Frage von <@U1>: Seit wann &lt;genau&gt;?");
    expect(buttonValue("konsil_share", shared[0]?.body.blocks ?? [])).toBe("");
    const told = test.slack.responses.slice(1).map(({ body }) => body.text);
    expect(told).toContain("Die Antwort steht jetzt im Kanal.");
    expect(told).toContain("Diese Antwort wurde schon geteilt.");
  });
});

describe("“Ask Konsil about this”", () => {
  it("reads the blocks of a message that has nothing else, and its attachments", async () => {
    const rich = [
      { type: "text", text: "Wer leitet " },
      { type: "text", text: "Q&A", style: { bold: true } },
      { type: "link", url: "https://example.org/a" },
      { type: "text", text: "?" },
    ];
    const messages = [
      { blocks: [{ type: "rich_text", elements: [{ type: "rich_text_section", elements: rich }] }] },
      {
        blocks: [
          { type: "header", text: { type: "plain_text", text: "Wer?" } },
          { type: "divider" },
          { type: "section", fields: [{ type: "mrkdwn", text: "Aurora &amp; <https://example.org|Optimed>" }] },
          { type: "actions", elements: [{ type: "button", text: { type: "plain_text", text: "Los" } }] },
        ],
      },
      { text: null, attachments: [{ fallback: "nicht dies", title: "Seit wann?", text: "Aurora" }] },
      { text: "", blocks: [{ type: "image" }], attachments: null },
    ];
    for (const [at, message] of messages.entries()) {
      const response = await test.send.interaction({
        ...{ type: "message_action", callback_id: "ask_konsil", trigger_id: `S-${at}`, ...WHO },
        message: { type: "message", subtype: "bot_message", ts: `1790000000.00005${at}`, ...message },
        response_url: test.slack.responseUrl(`S-${at}`),
      });
      expect(response.status).toBe(200);
      await test.bot.idle();
    }
    const asked = test.asker.asked.map(({ question }) => question);
    expect(asked).toEqual(["Wer leitet Q&Ahttps://example.org/a?", "Wer?\nAurora & Optimed", "Seit wann?\nAurora"]);
    expect(responsesTo("S-3")[0]?.text).toContain("Ask me a question");
  });

  it("takes the message for the question, and shares the answer into its thread", async () => {
    const response = await test.send.interaction({
      ...{
        type: "message_action",
        callback_id: "ask_konsil",
        trigger_id: "S-1",
        message_ts: "1790000000.000042",
        ...WHO,
      },
      message: { type: "message", user: "U2", ts: "1790000000.000042", text: "Was macht <@U3|aurora>?" },
      response_url: test.slack.responseUrl("S-1"),
    });
    await test.bot.idle();
    expect(response.status).toBe(200);
    expect(test.asker.asked[0]?.question).toBe("Was macht @aurora?");
    const value = buttonValue("konsil_share", responsesTo("S-1")[0]?.blocks ?? []);
    await press("konsil_share", value, "P-1");
    await expect.poll(() => responsesTo("P-1").length).toBe(2);
    expect(responsesTo("P-1")[0]).toMatchObject({ response_type: "in_channel", thread_ts: "1790000000.000042" });
  });
});

describe("the buttons below an answer", () => {
  it("show the quotations word by word, with their sources", async () => {
    await answeredByMessage();
    expect((await press("konsil_quotations", "ans_1")).status).toBe(200);
    await expect.poll(() => test.slack.workspace.views.length).toBe(1);
    expect(JSON.stringify(test.slack.workspace.views[0]?.view)).toContain(`> ${CITATION.quote}`);
  });

  it("keep “helpful” with question and answer, and say thanks", async () => {
    await answeredByMessage();
    await press("konsil_helpful", "ans_1");
    await expect.poll(() => responsesTo("P-1").length).toBe(1);
    expect(responsesTo("P-1")[0]).toMatchObject({ text: expect.stringContaining("Danke"), replace_original: false });
    const { feedback } = await test.book.read();
    expect(feedback).toMatchObject([
      { answerId: "ans_1", verdict: "helpful", question: "Wer?", answer: { id: "ans_1" } },
    ]);
  });

  it.each(["wrong", "incomplete"] as const)("ask why an answer is %s, and keep the comment", async (verdict) => {
    await answeredByMessage();
    await press(`konsil_${verdict}`, "ans_1");
    await expect.poll(() => test.slack.workspace.views.length).toBe(1);
    expect((await test.book.read()).feedback).toEqual([]);
    const view = test.slack.workspace.views[0]?.view;
    const response = await test.send.interaction({
      ...{ type: "view_submission", trigger_id: "V-1", user: WHO.user, team: WHO.team },
      view: {
        ...{ id: "V1", type: "modal", callback_id: view?.callback_id, private_metadata: view?.private_metadata },
        state: { values: { comment: { text: { type: "plain_text_input", value: " Es war 2023. " } } } },
      },
    });
    expect(await response.json()).toMatchObject({ response_action: "update", view: { type: "modal" } });
    expect((await test.book.read()).feedback).toMatchObject([{ verdict, comment: "Es war 2023.", question: "Wer?" }]);
  });

  it("say thanks in the thread where they stand", async () => {
    await answeredByMessage();
    const container = { type: "message", message_ts: "1790000000.000002", thread_ts: "1790000000.000001" };
    await press("konsil_helpful", "ans_1", "P-1", { container });
    await expect.poll(() => responsesTo("P-1").length).toBe(1);
    expect(responsesTo("P-1")[0]).toMatchObject({ response_type: "ephemeral", thread_ts: "1790000000.000001" });
  });

  it("of an answer that is forgotten say so", async () => {
    await press("konsil_helpful", "ans_99");
    await expect.poll(() => responsesTo("P-1").length).toBe(1);
    expect(responsesTo("P-1")[0]?.text).toContain("too old");
  });
});

describe("the assistant's pane", () => {
  it("opens with questions that the documents answer", async () => {
    await test.send.json(
      envelope({
        type: "assistant_thread_started",
        assistant_thread: { user_id: "U1", context: {}, channel_id: "D1", thread_ts: "1790000000.000001" },
        event_ts: "1790000000.000001",
      }),
    );
    await expect.poll(() => test.slack.workspace.prompts.length).toBe(1);
    expect(test.slack.workspace.prompts[0]?.messages).toEqual([
      "Worum geht es bei der Zusammenarbeit von Klinikum Lindental und Optimed?",
    ]);
  });
});
