import { Announcer } from "./announcer.js";
import type { ChatHost } from "./chat-host.js";
import { Conversation } from "./conversation.js";
import { createListener } from "./listener.js";
import { OpenSources } from "./open-sources.js";

/** Everything that a chat knows, apart from how it looks. */
export class Chat {
  readonly host: ChatHost;
  readonly announcer: Announcer;
  readonly sources = new OpenSources();
  readonly conversation: Conversation;
  /** What is typed and not yet asked. */
  draft = "";
  /** The exchange whose answer was copied a moment ago, and whether the browser let us. */
  copied: { readonly key: number; readonly how: "done" | "refused" } | null = null;
  /** The newest answer is kept in view while it grows, until the reader moves the conversation by hand. */
  isFollowing = false;

  constructor(host: ChatHost) {
    this.host = host;
    this.announcer = new Announcer(() => host.changed());
    this.conversation = new Conversation(() => host.connection().api, createListener(host, this.announcer));
  }

  /** False for what cannot be asked, or not now. */
  ask(question: string): boolean {
    this.announcer.clear();
    this.announcer.say(this.host.words().waiting);
    this.isFollowing = this.conversation.ask(question);
    this.sources.keepOnly(this.conversation.exchanges);
    return this.isFollowing;
  }

  type(text: string): void {
    this.draft = text;
    this.host.changed();
  }

  sendDraft(): void {
    if (this.ask(this.draft)) this.type("");
  }

  /** What has come of an answer stays. */
  stop(): void {
    if (!this.conversation.isBusy) return;
    this.conversation.stop();
    this.announcer.say(this.host.words().stopped);
  }

  clear(): void {
    this.conversation.clear();
    this.sources.clear();
    this.announcer.clear();
  }
}
