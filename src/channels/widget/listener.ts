import type { Announcer } from "./announcer.js";
import type { ChatHost } from "./chat-host.js";
import type { ConversationListener } from "./conversation.js";
import { focusIn } from "./focus.js";
import { spoken } from "./marked-text.js";
import { fill } from "./texts.js";
import { badgeText } from "./views/answer-view.js";
import { failureText } from "./views/failure-view.js";

/** Tells the page and whoever listens to a screen reader what happens in a conversation. */
export function createListener(host: ChatHost, announcer: Announcer): ConversationListener {
  /** What of the answer that is coming was read out. */
  let told = "";
  const say = (text: string) => announcer.say(text);

  return {
    changed: () => host.changed(),

    told(_exchange, text) {
      told += text;
      say(spoken(text));
    },

    slow: () => say(host.words().slow),

    answered(_exchange, answer) {
      const words = host.words();
      if (answer.status !== "answered") say(badgeText(answer, words));
      if (told !== answer.answer) say(spoken(answer.answer));
      const count = answer.citations.length;
      if (count === 1) say(words.answerReadyOne);
      if (count > 1) say(fill(words.answerReady, { count }));
      told = "";
      host.emit("konsil-answer", structuredClone(answer));
    },

    failed({ parts }, failure) {
      const words = host.words();
      told = "";
      say(`${parts.length > 0 ? words.cut : words.failed}. ${failureText(failure, words, location.origin)}`);
    },

    judged({ key }, answer, verdict, comment) {
      say(host.words().thanks);
      host.emit("konsil-feedback", { answerId: answer.id, verdict, comment });
      void host.drawn().then(() => focusIn(host.root(), `[data-key="${key}"] .thanks`));
    },

    judgementFailed: () => say(host.words().feedbackFailed),
  };
}
