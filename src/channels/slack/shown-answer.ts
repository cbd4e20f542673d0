import type { Answer } from "../../contracts/answer.js";
import type { AskEvent } from "../../contracts/events.js";
import { answerMessage, belowAnswer, partialMessage, type SlackMessage } from "./answer-message.js";
import type { Clock } from "./clock.js";
import { escapeMarkdown, shortened } from "./escape.js";
import { MaybeSent, type SlackApi, SlackRefusal, sendFitting } from "./slack-api.js";

/** Slack takes an edit of a message, and more text of a stream, about once a second. */
const PACE_MS = 1000;
/** Of one piece of streamed text, escaped: https://docs.slack.dev/reference/methods/chat.appendStream */
const LONGEST_PIECE = 12_000;
/** A workspace without streaming is asked again after this time: it may have got it. */
const STREAMLESS_MS = 60 * 60 * 1000;
/** How Slack says that this workspace, or this app, has no streaming. */
const WITHOUT_STREAMING: readonly string[] = [
  "unknown_method",
  "not_allowed",
  "not_allowed_token_type",
  "missing_scope",
];
/** The message to edit is gone, or is not ours to edit. */
const GONE: readonly string[] = ["message_not_found", "cant_update_message", "edit_window_closed"];

/** Whether the workspace streams, as far as it has said so. */
export interface Streaming {
  absentUntil: number;
}

export interface ShownAnswerParts {
  readonly api: SlackApi;
  readonly clock: Clock;
  readonly streaming: Streaming;
  readonly channel: string;
  readonly threadTs: string;
  readonly recipient: { readonly user: string; readonly team: string | null };
  /** The message in which the answer was begun before a restart; null for none. */
  readonly begunIn: string | null;
  /** Hears of the message, durably, before anything is added to it. */
  readonly onBegun: (ts: string) => Promise<void>;
  /** Looks in the thread for a message of ours that nobody knows of. */
  readonly findUnknown: () => Promise<string | null>;
}

export interface ShownAnswer {
  hear(event: AskEvent): void;
  /** Shows the whole answer, in the one message that there is then; its timestamp. */
  finish(answer: Answer): Promise<string>;
  /** The same for a sentence of ours in place of an answer. */
  finishWith(message: SlackMessage): Promise<string>;
}

/** `found`: a message of ours from before, or one that broke. It may be a stream, and is replaced as a whole in the end. */
type Form = "none" | "stream" | "message" | "found";

/**
 * One answer in one message of a thread: streamed while it comes, where the workspace streams, else edited once a
 * second, and posted at once where it comes quickly. Whatever breaks in between, there is one message in the end.
 */
export function showAnswer(parts: ShownAnswerParts): ShownAnswer {
  const { api, clock, streaming, channel, threadTs, recipient, onBegun, findUnknown, begunIn } = parts;
  const thread = { channel, threadTs };
  const finishing = new AbortController();
  /** `length`: of the text that it shows. */
  const shown: { ts: string | null; form: Form; length: number } = {
    ts: begunIn,
    form: begunIn === null ? "none" : "found",
    length: 0,
  };
  let text = "";
  let nextEditAt = clock.now() + PACE_MS;
  let showing: Promise<void> | null = null;
  /** What ended the progress, where the end of the answer cannot mend it. */
  let failure: unknown = null;

  async function begin(ts: string, form: Form): Promise<void> {
    Object.assign(shown, { ts, form });
    nextEditAt = clock.now() + PACE_MS;
    await onBegun(ts);
  }

  /** Sends what makes the message; where nobody knows whether it got there, it is looked for before it is sent again. */
  async function create(form: Form, send: () => Promise<string>): Promise<void> {
    for (;;) {
      try {
        return await begin(await send(), form);
      } catch (error) {
        if (!(error instanceof MaybeSent)) throw error;
        await clock.wait(PACE_MS);
        const found = await findUnknown();
        if (found !== null) return begin(found, "found");
      }
    }
  }

  async function startStream(): Promise<void> {
    const piece = text;
    try {
      await create("stream", () => api.startStream(thread, recipient, markdown(piece)));
      shown.length = piece.length;
    } catch (error) {
      if (!(error instanceof SlackRefusal)) throw error;
      if (WITHOUT_STREAMING.includes(error.reason)) streaming.absentUntil = clock.now() + STREAMLESS_MS;
    }
  }

  /** Shows what has come, until all of it is shown or the answer is finished. */
  async function showProgress(): Promise<void> {
    if (shown.form === "none" && clock.now() >= streaming.absentUntil) await startStream();
    while (shown.length < text.length && shown.form !== "found") {
      await clock.wait(nextEditAt - clock.now(), finishing.signal);
      if (finishing.signal.aborted) return;
      const from = shown.length;
      shown.length = text.length;
      if (shown.ts === null) await create("message", () => api.post(thread, partialMessage(text)));
      else if (shown.form === "stream") await api.appendStream(channel, shown.ts, markdown(text.slice(from)));
      else await api.update(channel, shown.ts, partialMessage(text));
      nextEditAt = clock.now() + PACE_MS;
    }
  }

  async function progress(): Promise<void> {
    try {
      await showProgress();
    } catch (error) {
      // A stream that broke is replaced as a whole; what Slack refuses otherwise, it is asked once more in the end.
      if (!isOfSlack(error)) failure = error;
      else if (shown.form === "stream") shown.form = "found";
    }
    showing = null;
  }

  async function endProgress(): Promise<void> {
    finishing.abort();
    await showing;
    if (failure !== null) throw failure;
  }

  /** False where the stream is no more: it ends by itself after some minutes. */
  async function endStream(end?: Parameters<SlackApi["stopStream"]>[2]): Promise<boolean> {
    if (shown.ts === null) return false;
    try {
      await api.stopStream(channel, shown.ts, end);
      return true;
    } catch (error) {
      if (isOfSlack(error)) return false;
      throw error;
    }
  }

  /** Makes the message what it has to be, from whatever it is. */
  async function replaceBy(message: SlackMessage): Promise<string> {
    const { ts, form } = shown;
    // A message that still streams takes no edits.
    if (form === "stream" || form === "found") await endStream();
    else if (ts !== null) await clock.wait(nextEditAt - clock.now());
    if (ts !== null && (await edit(ts, message))) return ts;
    await create("message", () => api.post(thread, message));
    const created = known(shown.ts);
    if (shown.form === "found") await edit(created, message);
    return created;
  }

  /** False where the message is gone. */
  async function edit(ts: string, message: SlackMessage): Promise<boolean> {
    try {
      await api.update(channel, ts, message);
      return true;
    } catch (error) {
      if (error instanceof SlackRefusal && GONE.includes(error.reason)) return false;
      throw error;
    }
  }

  return {
    hear(event) {
      if (event.type !== "text.delta" || shown.form === "found") return;
      text += event.text;
      showing ??= progress();
    },

    async finish(answer) {
      await endProgress();
      const { answer: whole } = answer;
      const streamed = text.slice(0, shown.length);
      const isWhatCame = whole.startsWith(streamed) || whole === streamed.trimEnd();
      if (shown.form === "stream" && isWhatCame) {
        const end = { markdown: markdown(whole.slice(shown.length)), blocks: belowAnswer(answer) };
        if (await endStream(end)) return known(shown.ts);
      }
      return sendFitting(answerMessage(answer), () => answerMessage(answer, { short: true }), replaceBy);
    },

    async finishWith(message) {
      await endProgress();
      return replaceBy(message);
    },
  };
}

function isOfSlack(error: unknown): boolean {
  return error instanceof SlackRefusal || error instanceof MaybeSent;
}

function markdown(text: string): string {
  return shortened(text, LONGEST_PIECE, escapeMarkdown);
}

function known(ts: string | null): string {
  if (ts === null) throw new TypeError("a message that was created has a timestamp");
  return ts;
}
