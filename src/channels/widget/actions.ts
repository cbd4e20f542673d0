import type { Chat } from "./chat.js";
import { answerAsText, copyText } from "./copy.js";
import { focusIn, hasTouchKeyboard, reveal, revealQuotation } from "./focus.js";
import { documentLink } from "./links.js";
import { type Actions, sourceId } from "./views/view.js";

const COPIED_FOR_MS = 4000;

/** What a reader can do in a conversation. */
export function createActions(chat: Chat): Actions {
  const { host, conversation, sources, announcer } = chat;
  /** The button that was used is gone: the focus goes to what comes next, without a keyboard in the way of it. */
  const goOn = () =>
    void host.drawn().then(() => focusIn(host.root(), hasTouchKeyboard() ? ".conversation" : "#question"));

  /** The link to the document needs a token that is still good when it is followed. */
  const expectLink = () =>
    void host
      .connection()
      .tokens.get()
      .catch(() => undefined);

  return {
    ask(question) {
      if (chat.ask(question)) goOn();
    },

    retry({ key, question }) {
      if (conversation.isBusy) return;
      conversation.takeBack(key);
      if (chat.ask(question)) goOn();
    },

    edit({ key }) {
      const question = conversation.takeBack(key);
      chat.type(chat.draft.trim() === "" ? question : `${question}\n${chat.draft}`);
      void host.drawn().then(() => focusIn(host.root(), "#question"));
    },

    toggleSource(exchange, source, opener) {
      const isOpen = sources.toggle(exchange, source, opener);
      host.changed();
      if (!isOpen) return;
      expectLink();
      const isMarker = opener.classList.contains("marker");
      void host.drawn().then(() => revealQuotation(host.root(), sourceId(exchange.key, source), isMarker));
    },

    expectLink,

    followLink(link, citation) {
      const { server, tokens } = host.connection();
      link.href = documentLink(server, citation, tokens.peek());
      // Only for this click: an address that is copied from the page shall not carry the token.
      setTimeout(() => {
        link.href = documentLink(server, citation, null);
      });
    },

    async copy(exchange, button) {
      if (exchange.answer === null) return;
      const isCopied = await copyText(answerAsText(exchange.question, exchange.answer, host.words()), button);
      announcer.say(isCopied ? host.words().copied : host.words().copyFailed);
      const copied = { key: exchange.key, how: isCopied ? "done" : "refused" } as const;
      chat.copied = copied;
      host.changed();
      setTimeout(() => {
        if (chat.copied === copied) chat.copied = null;
        host.changed();
      }, COPIED_FOR_MS);
    },

    beginJudgement({ key, judgement }, verdict) {
      conversation.beginJudgement(key, verdict);
      const field = `[data-key="${key}"] .comment textarea`;
      const button = `[data-key="${key}"] [data-verdict="${judgement?.verdict}"]`;
      void host.drawn().then(() => {
        focusIn(host.root(), verdict === null ? button : field);
        reveal(host.root(), `[data-key="${key}"] .comment`);
      });
    },

    judge({ key }, verdict, comment) {
      void conversation.judge(key, verdict, comment);
    },
  };
}
