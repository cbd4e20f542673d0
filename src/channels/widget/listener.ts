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
  /** What of an answer was read out while it came. */
  let told = { key: -1, text: "" };
  const say = (text: string) => announcer.say(text);

  return {
    changed: () => host.changed(),

    told({ key, parts }, text) {
      told = { key, text: parts.join("") };
      say(spoken(text));
    },

    slow: () => say(host.words().slow),

    answered({ key }, answer) {
      const words = host.words();
      if (answer.status !== "answered") say(badgeText(answer, words));
      if (told.key !== key || told.text !== answer.answer) say(spoken(answer.answer));
      const count = answer.citations.length;
      if (count === 1) say(words.answerReadyOne);
      if (count > 1) say(fill(words.answerReady, { count }));
      host.emit("konsil-answer", structuredClone(answer));
    },

    failed({ parts }, failure) {
      const words = host.words();
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
