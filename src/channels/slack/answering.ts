import type { Asker, AskOptions } from "../../ask/ask.js";
import type { Answer } from "../../contracts/answer.js";
import { KonsilError } from "../../contracts/errors.js";
import type { AskEvent } from "../../contracts/events.js";
import { QUESTION_MAX_LENGTH, type Turn } from "../../contracts/question.js";
import type {
  SlackAnswer,
  SlackInbox,
  SlackPrivatePlace,
  SlackQuestion,
  SlackThreadPlace,
  UnfinishedQuestion,
} from "../../contracts/slack-inbox.js";
import type { Log } from "../../observe/log.js";
import { answerMessage, noteMessage, type SlackMessage } from "./answer-message.js";
import type { Clock } from "./clock.js";
import type { Identity } from "./incoming-message.js";
import type { Intake } from "./intake.js";
import { createPlaces } from "./places.js";
import { type Streaming, showAnswer } from "./shown-answer.js";
import { type SlackApi, SlackRefusal, sendFitting, type ThreadMessage, WRONG_TOKEN } from "./slack-api.js";
import { BILINGUAL, TEXTS } from "./texts.js";
import { historyOf, unknownAnswer } from "./thread-history.js";
import { createThreadQueue } from "./thread-queue.js";

/** Questions that are thought about at the same time; showing the answers waits for Slack, and holds up nobody. */
const AT_ONCE = 8;
/** A question that may have ended the process this often is given up, so that it does not do so for ever. */
const MOST_ATTEMPTS = 5;

export interface AnsweringParts {
  readonly asker: Pick<Asker, "ask">;
  readonly api: SlackApi;
  readonly inbox: SlackInbox;
  readonly identity: Identity;
  readonly intake: Pick<Intake, "quiet">;
  readonly clock: Clock;
  readonly log: Log;
  /** Stops answers that are being made; they are made anew after the next start. */
  readonly signal: AbortSignal;
}

export interface Answering {
  /** Answers when it is its turn in its thread. */
  add(question: UnfinishedQuestion): void;
  /** Resolves when nothing is left to answer. */
  idle(): Promise<void>;
}

/** What a question came to: an answer, or a sentence of ours. */
type Reply = { readonly answer: Answer } | { readonly note: string };

/** Answers what was taken in, each question once, one at a time in a thread. */
export function createAnswering(parts: AnsweringParts): Answering {
  const { asker, api, inbox, identity, intake, log, signal } = parts;
  const queue = createThreadQueue();
  const places = createPlaces(AT_ONCE);
  const streaming: Streaming = { absentUntil: 0 };

  async function answerOne({ question, answerTs }: UnfinishedQuestion): Promise<void> {
    await intake.quiet();
    if (signal.aborted) return;
    const attempt = await inbox.attempt(question.key);
    const { place } = question;
    if (place.kind === "private") await answerPrivately(question, place, attempt);
    else await answerInThread(question, place, { attempt, answerTs });
  }

  async function answerInThread(
    question: SlackQuestion,
    place: SlackThreadPlace,
    { attempt, answerTs }: { readonly attempt: number; readonly answerTs: string | null },
  ): Promise<void> {
    const isResumed = attempt > 1;
    const messages = place.threadTs !== place.messageTs || isResumed ? await messagesIn(place) : [];
    const lost = isResumed && answerTs === null ? await unknownAnswer(place, messages, identity, inbox) : null;
    const shown = showAnswer({
      ...parts,
      streaming,
      channel: place.channel,
      threadTs: place.threadTs,
      recipient: question,
      begunIn: answerTs ?? lost,
      onBegun: (ts) => inbox.begin(question.key, ts),
      findUnknown: async () => unknownAnswer(place, await messagesIn(place), identity, inbox),
    });
    const history = await historyOf(place, messages, identity, inbox);
    let status = Promise.resolve();
    const emit = (event: AskEvent) => {
      if (event.type === "answer.started" && place.direct) status = showStatus(place, TEXTS[event.language].searching);
      shown.hear(event);
    };
    const reply = await replyTo(question, { history, attempt, emit });
    // Slack takes a status away with the message that follows it, and none that comes later.
    await status;
    const isAnswer = "answer" in reply;
    const shownIn = await (isAnswer ? shown.finish(reply.answer) : shown.finishWith(noteMessage(reply.note)));
    await inbox.finish(question.key, { answerTs: shownIn, kept: keptOf(question, history, reply) });
  }

  async function answerPrivately(question: SlackQuestion, place: SlackPrivatePlace, attempt: number): Promise<void> {
    const reply = await replyTo(question, { history: [], attempt });
    const respond = (message: SlackMessage) => api.respond(place.responseUrl, { ...message, visibleTo: "asker" });
    if ("answer" in reply) {
      const messageOf = (short: boolean) => answerMessage(reply.answer, { share: place, short });
      await sendFitting(messageOf(false), () => messageOf(true), respond);
    } else {
      await respond(noteMessage(reply.note));
    }
    await inbox.finish(question.key, { answerTs: null, kept: keptOf(question, [], reply) });
  }

  /** What we say to a question. Throws `cancelled`: what is stopped is no failure, and goes on after the next start. */
  async function replyTo(
    { key, text }: SlackQuestion,
    { history, attempt, emit }: Pick<AskOptions, "emit"> & { history: readonly Turn[]; attempt: number },
  ): Promise<Reply> {
    if (text === "") return { note: BILINGUAL.nothingAsked };
    if (text.length > QUESTION_MAX_LENGTH) return { note: BILINGUAL.tooLong(QUESTION_MAX_LENGTH) };
    if (attempt > MOST_ATTEMPTS) return { note: BILINGUAL.failed };
    try {
      const request = { question: text, history: [...history] };
      const options = { signal, ...(emit === undefined ? {} : { emit }) };
      return { answer: await places.take(() => asker.ask(request, options)) };
    } catch (error) {
      if (signal.aborted) throw error;
      if (error instanceof KonsilError && error.code === "index_not_ready") return { note: BILINGUAL.noDocuments };
      log.error({ key, err: error }, "a question from Slack could not be answered");
      return { note: BILINGUAL.failed };
    }
  }

  /** Below the name of the app, where the workspace shows that; nothing that an answer depends on. */
  async function showStatus({ channel, threadTs }: SlackThreadPlace, status: string): Promise<void> {
    try {
      await api.setStatus({ channel, threadTs }, status);
    } catch (error) {
      log.debug({ err: error }, "Slack shows no status");
    }
  }

  /** Without the right to read a thread, questions are answered as if nothing had been said before. */
  async function messagesIn({ channel, threadTs }: SlackThreadPlace): Promise<readonly ThreadMessage[]> {
    try {
      return await api.thread({ channel, threadTs });
    } catch (error) {
      if (!(error instanceof SlackRefusal)) throw error;
      log.warn({ channel, reason: error.reason }, "a thread cannot be read");
      return [];
    }
  }

  /**
   * What Slack refuses for good, such as a channel that is archived, cannot be answered; the rest is tried again later,
   * and so is what is refused for a token that can be mended.
   */
  async function giveUp({ question }: UnfinishedQuestion, error: unknown): Promise<void> {
    if (signal.aborted) return;
    const { key } = question;
    if (!(error instanceof SlackRefusal) || WRONG_TOKEN.includes(error.reason)) {
      log.error({ key, err: error }, "an answer could not be given; it is tried again after the next start");
      return;
    }
    log.error({ key, reason: error.reason, err: error }, "Slack does not take an answer");
    await inbox.finish(key, { answerTs: null, kept: null });
  }

  return {
    add(unfinished) {
      const { place, key } = unfinished.question;
      const thread = place.kind === "thread" ? `${place.channel} ${place.threadTs}` : key;
      queue.add(thread, async () => {
        try {
          await answerOne(unfinished).catch((error: unknown) => giveUp(unfinished, error));
        } catch (error) {
          log.error({ key, err: error }, "the Slack inbox cannot be written");
        }
      });
    },

    idle: () => queue.idle(),
  };
}

function keptOf({ text }: SlackQuestion, history: readonly Turn[], reply: Reply): SlackAnswer | null {
  return "answer" in reply ? { question: text, history: [...history], answer: reply.answer } : null;
}
