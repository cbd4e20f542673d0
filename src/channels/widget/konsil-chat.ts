import { html, LitElement, nothing, type PropertyValues } from "lit";
import { createActions } from "./actions.js";
import { newestDate } from "./api.js";
import { Chat } from "./chat.js";
import { type Connection, createConnection } from "./connection.js";
import { showDate } from "./dates.js";
import { exampleQuestions } from "./examples.js";
import { focusIn, keepNewestInView } from "./focus.js";
import { Keeper } from "./keeper.js";
import { PageWords } from "./page-words.js";
import { readJson, serverAddress } from "./settings.js";
import { isTextList } from "./shapes.js";
import type { Kept } from "./storage.js";
import { STYLES } from "./styles/styles.js";
import { fill } from "./texts.js";
import { launcherView, type Panel, panelView } from "./views/panel-view.js";
import type { View } from "./views/view.js";

/** Where the panel fills the window; `styles/panel.ts` says the same. */
const SMALL_SCREEN = "(max-width: 480px), (max-height: 420px)";

/** What a page may hear while a question is typed. */
const KEYS_OF_PAGE = /^(Escape|Tab|F\d+)$/;

/** With one of these another server, or another way in, is meant. */
const CONNECTION_SETTINGS = ["authorize", "credentials", "server"];

/** `<konsil-chat>`. What it takes and gives stands in `attributes.ts`. */
export class KonsilChat extends LitElement {
  static override readonly styles = STYLES;
  static override readonly properties = {
    server: {},
    mode: {},
    open: { type: Boolean, reflect: true },
    position: {},
    theme: {},
    name: {},
    storage: {},
    examples: { converter: readJson },
    texts: { converter: readJson },
    credentials: {},
    authorize: { attribute: false },
  };

  // Declared only: a field would hide the accessor that Lit makes of each property.
  declare server: string | null | undefined;
  declare mode: string | null | undefined;
  declare open: boolean;
  declare position: string | null | undefined;
  declare theme: string | null | undefined;
  declare name: string | null | undefined;
  declare storage: string | null | undefined;
  declare examples: unknown;
  declare texts: unknown;
  declare credentials: string | null | undefined;
  declare authorize: (() => Promise<string | null>) | null | undefined;

  #connection: Connection | null = null;
  /** What gets the focus once it is drawn. */
  #focusNext: string | null = null;
  readonly #small = matchMedia(SMALL_SCREEN);
  readonly #redraw = () => this.requestUpdate();
  readonly #words = new PageWords(this, () => this.texts, this.#redraw);
  readonly #keeper = new Keeper({
    current: () => {
      const { conversation, draft } = this.#chat;
      const { exchanges, isShortened } = conversation;
      return { exchanges, isShortened, draft, open: this.open };
    },
    isBusy: () => this.#chat.conversation.isBusy,
    takeOver: (kept) => this.#takeOver(kept),
  });
  readonly #chat = new Chat({
    words: () => this.#words.texts,
    connection: () => this.#connectionNow(),
    drawn: () => this.updateComplete,
    root: () => this.renderRoot,
    changed: this.#redraw,
    emit: (name, detail) => this.#emit(name, detail),
  });
  readonly #actions = createActions(this.#chat);

  constructor() {
    super();
    this.open = false;
  }

  /** Opens the panel and puts the cursor into the question. */
  show(): void {
    this.open = true;
    this.#focusNext = "#question";
    this.requestUpdate();
  }

  /** Closes the panel. */
  hide(): void {
    if (this.open) this.#focusNext = ".launcher";
    this.open = false;
  }

  /** Asks as if the reader had typed it; not while an answer is coming. */
  ask(question: string): void {
    if (!this.#isInline) this.open = true;
    this.#restore();
    this.#chat.ask(question);
  }

  /** Starts a new conversation. */
  clear(): void {
    this.#chat.clear();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#words.connect();
    this.#keeper.connect();
    this.#small.addEventListener("change", this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#keeper.disconnect();
    // A page that moves the element takes it out and puts it in again in one go: the answer goes on coming.
    queueMicrotask(() => {
      if (!this.isConnected) this.#chat.conversation.stop();
    });
    this.#words.disconnect();
    this.#small.removeEventListener("change", this.#redraw);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("texts")) this.#words.forget();
    if (CONNECTION_SETTINGS.some((name) => changed.has(name))) this.#connection = null;
    this.#restore();
    if (this.open || this.#isInline) void this.#learn();
  }

  protected override updated(changed: PropertyValues): void {
    const { conversation } = this.#chat;
    if ((changed.get("open") ?? false) !== this.open && changed.has("open")) {
      this.#emit(this.open ? "konsil-open" : "konsil-close");
      if (this.open) keepNewestInView(this.renderRoot);
    }
    if (this.#chat.isFollowing) keepNewestInView(this.renderRoot);
    this.#chat.isFollowing &&= conversation.isBusy;
    if (this.#focusNext !== null) focusIn(this.renderRoot, this.#focusNext);
    this.#focusNext = null;
    this.#keeper.changed();
  }

  protected override render(): unknown {
    const view = this.#view();
    const panel = this.#panel(view);
    return html`<div class="root" data-theme=${this.theme ?? "auto"} data-position=${this.position ?? "right"} lang=${view.language} dir=${directionOf(view.words.title)}>
      ${panelView(panel, view)} ${this.#isInline ? nothing : launcherView(panel, view)}
    </div>`;
  }

  #view(): View {
    const chat = this.#chat;
    return {
      words: this.#words.texts,
      language: this.#words.language,
      server: this.#connectionNow().server,
      origin: location.origin,
      isBusy: chat.conversation.isBusy,
      openSource: (exchange) => chat.sources.of(exchange),
      copying: ({ key }) => (chat.copied?.key === key ? chat.copied.how : null),
      act: this.#actions,
    };
  }

  #panel({ words, language }: View): Panel {
    const chat = this.#chat;
    const { documents } = this.#connectionNow();
    const date = showDate(newestDate(documents), language);
    const notice = date === null ? words.notice : fill(words.noticeAsOf, { date });
    return {
      isInline: this.#isInline,
      isOpen: this.open,
      isFull: !this.#isInline && this.open && this.#small.matches,
      exchanges: chat.conversation.exchanges,
      isShortened: chat.conversation.isShortened,
      examples: isTextList(this.examples) ? this.examples : exampleQuestions(documents, words),
      said: chat.announcer.said,
      composer: {
        draft: chat.draft,
        notice,
        type: (text) => chat.type(text),
        send: () => chat.sendDraft(),
        stop: () => {
          chat.stop();
          focusIn(this.renderRoot, "#question");
        },
      },
      clear: () => {
        chat.clear();
        focusIn(this.renderRoot, "#question");
      },
      toggle: () => (this.open ? this.hide() : this.show()),
      close: () => this.hide(),
      onKey: (event) => this.#onKey(event),
      onMove: () => {
        chat.isFollowing = false;
      },
      focusQuestion: () => focusIn(this.renderRoot, "#question"),
      focusFirst: () => focusIn(this.renderRoot, ".header button"),
    };
  }

  /** Escape closes the innermost thing that is open. What is typed is no shortcut of the page's. */
  #onKey(event: KeyboardEvent): void {
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    if (event.target instanceof HTMLTextAreaElement && !hasModifier && !KEYS_OF_PAGE.test(event.key)) {
      event.stopPropagation();
    }
    if (event.type !== "keydown" || event.key !== "Escape" || event.isComposing || !(event.target instanceof Element))
      return;
    const opener = this.#chat.sources.closeAround(event.target);
    if (opener === null && this.#isInline) return;
    event.stopPropagation();
    if (opener === null) this.hide();
    else opener.focus();
    this.requestUpdate();
  }

  #restore(): void {
    this.#keeper.use(this.#connectionNow().server, this.name ?? "", this.storage ?? "session");
  }

  #takeOver(kept: Kept | null): void {
    this.#chat.clear();
    this.#chat.conversation.restore(kept?.exchanges ?? [], kept?.isShortened === true);
    this.#chat.draft = kept?.draft ?? "";
    if (kept?.open === true && !this.#isInline) this.open = true;
  }

  async #learn(): Promise<void> {
    const connection = this.#connectionNow();
    if (connection.documents.length > 0) return;
    await connection.learn();
    if (connection.documents.length > 0) this.requestUpdate();
  }

  #connectionNow(): Connection {
    this.#connection ??= createConnection({
      server: serverAddress(this.server),
      credentials: isCredentials(this.credentials) ? this.credentials : "omit",
      authorize: this.authorize ?? null,
    });
    return this.#connection;
  }

  get #isInline(): boolean {
    return this.mode === "inline";
  }

  #emit(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** Of what the widget itself says, whatever the direction of the page: which may have replaced all its texts. */
function directionOf(title: string): "ltr" | "rtl" {
  return /^\P{L}*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(title) ? "rtl" : "ltr";
}

function isCredentials(value: unknown): value is RequestCredentials {
  return value === "omit" || value === "same-origin" || value === "include";
}
