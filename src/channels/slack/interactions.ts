import { z } from "zod";
import type { FeedbackRequest } from "../../contracts/feedback.js";
import type { SlackAnswer, SlackInbox } from "../../contracts/slack-inbox.js";
import type { Feedback } from "../../observe/feedback.js";
import type { Log } from "../../observe/log.js";
import { answerMessage, sharedWith } from "./answer-message.js";
import { LIMITS } from "./blocks.js";
import { shortened } from "./escape.js";
import { type CarriedVerdict, feedbackView } from "./feedback-view.js";
import { quotationsView } from "./quotations-view.js";
import { type SlackApi, SlackRefusal, sendFitting } from "./slack-api.js";
import { BILINGUAL, TEXTS } from "./texts.js";

export interface InteractionParts {
  readonly api: SlackApi;
  readonly inbox: SlackInbox;
  readonly feedback: Pick<Feedback, "give">;
  readonly log: Log;
}

/** What of a pressed button matters. */
const pressedSchema = z.object({
  trigger_id: z.string(),
  response_url: z.string(),
  user: z.object({ id: z.string() }),
  /** The thread in which the button stands. */
  container: z.object({ thread_ts: z.string().nullish() }).nullish(),
  actions: z.array(z.object({ value: z.string() })).min(1),
});
export type Pressed = z.infer<typeof pressedSchema>;

export function pressedIn(body: unknown): Pressed | null {
  return pressedSchema.safeParse(body).data ?? null;
}

/** What the buttons below an answer do. */
export function createInteractions({ api, inbox, feedback, log }: InteractionParts) {
  /** The answer of a pressed button; whoever pressed one of an answer that is forgotten is told so. */
  async function answerOf(pressed: Pressed): Promise<SlackAnswer | null> {
    const kept = await inbox.answerById(sharedWith(pressed.actions[0]?.value ?? "").answerId);
    if (kept === null) await say(pressed, BILINGUAL.tooOld);
    return kept;
  }

  /** To whoever pressed the button, alone, where they read. */
  async function say({ response_url, container }: Pressed, text: string): Promise<void> {
    await api.respond(response_url, { text, visibleTo: "asker", threadTs: container?.thread_ts ?? null });
  }

  /** Keeps a verdict together with what it is about. Throws what `Feedback.give` throws. */
  async function give({ question, history, answer }: SlackAnswer, said: Pick<FeedbackRequest, "verdict" | "comment">) {
    await feedback.give({ answerId: answer.id, ...said, question, history });
  }

  return {
    async showQuotations(pressed: Pressed): Promise<void> {
      const kept = await answerOf(pressed);
      if (kept !== null) await api.openView(pressed.trigger_id, quotationsView(kept.answer));
    },

    async noteHelpful(pressed: Pressed): Promise<void> {
      const kept = await answerOf(pressed);
      if (kept === null) return;
      const texts = TEXTS[kept.answer.language];
      try {
        await give(kept, { verdict: "helpful" });
      } catch (error) {
        log.error({ err: error }, "feedback from Slack could not be kept");
        return say(pressed, texts.notKept);
      }
      await say(pressed, texts.thanks);
    },

    async askWhy(pressed: Pressed, verdict: CarriedVerdict["verdict"]): Promise<void> {
      const kept = await answerOf(pressed);
      if (kept === null) return;
      const { id: answerId, language } = kept.answer;
      await api.openView(pressed.trigger_id, feedbackView({ answerId, verdict }, language));
    },

    /** Keeps what was written about an answer; null where the answer is forgotten. Throws what `Feedback.give` throws. */
    async noteVerdict({ answerId, verdict, comment }: CarriedVerdict & { readonly comment: string }) {
      const kept = await inbox.answerById(answerId);
      if (kept === null) return null;
      await give(kept, { verdict, ...(comment === "" ? {} : { comment }) });
      return kept.answer.language;
    },

    /** Shows to the channel what the asker alone has seen; once, however often the button is pressed. */
    async share(pressed: Pressed): Promise<void> {
      const kept = await answerOf(pressed);
      if (kept === null) return;
      const { threadTs } = sharedWith(pressed.actions[0]?.value ?? "");
      const { answer, question } = kept;
      const texts = TEXTS[answer.language];
      const name = `share ${answer.id}`;
      if (!(await inbox.claim(name))) return say(pressed, texts.alreadyShared);
      const heading = `${texts.sharedBy(`<@${pressed.user.id}>`)}: ${shortened(question, LIMITS.section - 200)}`;
      try {
        const messageOf = (short: boolean) => answerMessage(answer, { heading, short });
        await sendFitting(
          messageOf(false),
          () => messageOf(true),
          (message) => api.respond(pressed.response_url, { ...message, visibleTo: "channel", threadTs }),
        );
      } catch (error) {
        await inbox.release(name);
        throw error;
      }
      await api.respond(pressed.response_url, { text: texts.shared, visibleTo: "asker", replaceOriginal: true });
    },

    /** What goes wrong after a button was acknowledged; Slack's refusals, such as of a press long ago, are no failures of ours. */
    failed(error: unknown): void {
      if (error instanceof SlackRefusal) log.warn({ reason: error.reason }, "Slack refused what a button does");
      else log.error({ err: error }, "a button in Slack could not do what it should");
    },
  };
}
