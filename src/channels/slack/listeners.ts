import type { App } from "@slack/bolt";
import { z } from "zod";
import { KonsilError } from "../../contracts/errors.js";
import type { SlackInbox, SlackQuestion } from "../../contracts/slack-inbox.js";
import type { Log } from "../../observe/log.js";
import { ACTIONS } from "./answer-message.js";
import { messageText } from "./block-text.js";
import { COMMENT_BLOCK, FEEDBACK_VIEW, submittedVerdict, thanksView } from "./feedback-view.js";
import { type Identity, questionIn } from "./incoming-message.js";
import { createInteractions, type InteractionParts, type Pressed, pressedIn } from "./interactions.js";
import { plainText } from "./message-text.js";
import type { SlackApi } from "./slack-api.js";
import type { SuggestedPrompts } from "./suggested-prompts.js";
import { BILINGUAL, TEXTS } from "./texts.js";

export const SHORTCUT = "ask_konsil";

export interface ListenerParts extends InteractionParts {
  readonly identity: Identity;
  readonly api: SlackApi;
  readonly inbox: SlackInbox;
  readonly prompts: SuggestedPrompts;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Gets every question that was taken in, once. */
  readonly onTaken: (question: SlackQuestion) => void;
}

const envelopeSchema = z.object({ event_id: z.string().nullish(), team_id: z.string().nullish() });

const paneSchema = z.object({ assistant_thread: z.object({ channel_id: z.string(), thread_ts: z.string() }) });

const commandSchema = z.object({
  text: z.string().nullish(),
  team_id: z.string().nullish(),
  channel_id: z.string(),
  user_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string(),
});

const shortcutSchema = z.object({
  trigger_id: z.string(),
  response_url: z.string(),
  user: z.object({ id: z.string() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }),
  message: z.object({
    ts: z.string(),
    thread_ts: z.string().nullish(),
    text: z.string().nullish(),
    blocks: z.array(z.unknown()).nullish(),
    attachments: z.array(z.unknown()).nullish(),
  }),
});

/**
 * Everything that the app listens to. A question is written down before Slack is told that it came; the answer follows
 * in its own time.
 */
export function addListeners(app: App, parts: ListenerParts): void {
  addQuestionListeners(app, parts);
  addPaneListener(app, parts);
  addButtonListeners(app, parts);
  addFeedbackListener(app, parts);
  // Whoever handed it in hears of it: Slack sends an event again that was not acknowledged.
  app.error(async (error) => {
    throw error;
  });
}

function addQuestionListeners(app: App, { identity, inbox, onTaken }: ListenerParts): void {
  const knowsThread = (channel: string, threadTs: string) => inbox.knowsThread(channel, threadTs);

  async function take(question: SlackQuestion, eventId: string | null): Promise<void> {
    if (await inbox.take(question, eventId)) onTaken(question);
  }

  async function takeMessage({ event, body }: { readonly event: unknown; readonly body: unknown }): Promise<void> {
    const { event_id: eventId, team_id: team } = envelopeSchema.parse(body);
    const question = await questionIn(event, identity, knowsThread);
    if (question !== null) await take({ ...question, team: question.team ?? team ?? null }, eventId ?? null);
  }

  app.event("app_mention", takeMessage);
  app.event("message", takeMessage);

  // Whatever the workspace calls the command.
  app.command(/^\//, async ({ body, ack }) => {
    const command = commandSchema.parse(body);
    const place = { channel: command.channel_id, responseUrl: command.response_url, threadTs: null };
    await take(
      {
        key: `command ${command.trigger_id}`,
        team: command.team_id ?? null,
        user: command.user_id,
        text: plainText(command.text ?? "", identity.botUser),
        place: { kind: "private", ...place },
      },
      null,
    );
    await ack();
  });

  app.shortcut({ callback_id: SHORTCUT, type: "message_action" }, async ({ body, ack }) => {
    const shortcut = shortcutSchema.parse(body);
    const { message } = shortcut;
    const { text, blocks, attachments } = message;
    const threadTs = message.thread_ts ?? message.ts;
    const place = { channel: shortcut.channel.id, responseUrl: shortcut.response_url, threadTs };
    await take(
      {
        key: `shortcut ${shortcut.trigger_id}`,
        team: shortcut.team?.id ?? null,
        user: shortcut.user.id,
        text: messageText({ text: text ?? "", blocks: blocks ?? [], attachments: attachments ?? [] }, identity.botUser),
        place: { kind: "private", ...place },
      },
      null,
    );
    await ack();
  });
}

/** Suggests questions when somebody opens the assistant's pane; nobody waits for that. */
function addPaneListener(app: App, { api, prompts, log, signal }: ListenerParts): void {
  async function suggest(channel: string, threadTs: string): Promise<void> {
    const questions = await prompts.get(signal);
    if (questions.length === 0) return;
    const suggested = questions.map((question) => ({ title: question, message: question }));
    await api.suggest({ channel, threadTs }, BILINGUAL.suggestions, suggested);
  }

  app.event("assistant_thread_started", async ({ event }) => {
    const { channel_id: channel, thread_ts: threadTs } = paneSchema.parse(event).assistant_thread;
    void suggest(channel, threadTs).catch((error: unknown) => {
      const isExpected = error instanceof KonsilError && ["index_not_ready", "cancelled"].includes(error.code);
      if (!isExpected) log.warn({ err: error }, "no questions could be suggested in Slack");
    });
  });
}

function addButtonListeners(app: App, parts: ListenerParts): void {
  const does = createInteractions(parts);
  const on = (action: string, work: (pressed: Pressed) => Promise<void>) =>
    app.action(action, async ({ body, ack }) => {
      await ack();
      const pressed = pressedIn(body);
      if (pressed !== null) await work(pressed).catch(does.failed);
    });

  on(ACTIONS.quotations, does.showQuotations);
  on(ACTIONS.helpful, does.noteHelpful);
  on(ACTIONS.wrong, (pressed) => does.askWhy(pressed, "wrong"));
  on(ACTIONS.incomplete, (pressed) => does.askWhy(pressed, "incomplete"));
  on(ACTIONS.share, does.share);
}

function addFeedbackListener(app: App, parts: ListenerParts): void {
  const { noteVerdict, failed } = createInteractions(parts);

  app.view(FEEDBACK_VIEW, async ({ view, ack }) => {
    const submitted = submittedVerdict(view);
    if (submitted === null) return ack();
    try {
      const language = await noteVerdict(submitted);
      if (language !== null) return await ack({ response_action: "update", view: thanksView(language) });
      await ack({ response_action: "errors", errors: { [COMMENT_BLOCK]: BILINGUAL.tooOld } });
    } catch (error) {
      failed(error);
      const errors = { [COMMENT_BLOCK]: `${TEXTS.de.notKept}\n${TEXTS.en.notKept}` };
      await ack({ response_action: "errors", errors });
    }
  });
}
