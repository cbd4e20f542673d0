import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Said } from "../announcer.js";
import type { Exchange } from "../exchange.js";
import { type Composer, composerView } from "./composer-view.js";
import { exchangeView } from "./exchange-view.js";
import { AGAIN, BUBBLE, CHEVRON, CLOSE } from "./icons.js";
import { questionsView } from "./questions-view.js";
import type { View } from "./view.js";
import { welcomeView } from "./welcome-view.js";

export interface Panel {
  readonly isInline: boolean;
  readonly isOpen: boolean;
  /** The panel fills a small screen: what is behind it cannot be reached until it is closed. */
  readonly isFull: boolean;
  readonly exchanges: readonly Exchange[];
  /** Older questions were there and are gone. */
  readonly isShortened: boolean;
  readonly examples: readonly string[];
  /** What is to be read out, oldest first. */
  readonly said: readonly Said[];
  readonly composer: Composer;
  readonly clear: () => void;
  readonly toggle: () => void;
  readonly close: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  /** The reader moves the conversation by hand. */
  readonly onMove: () => void;
  readonly focusQuestion: () => void;
  readonly focusFirst: () => void;
}

/** The floating button. */
export function launcherView({ isOpen, toggle }: Panel, { words }: View): TemplateResult {
  return html`<button
    type="button"
    class="launcher"
    part="launcher"
    aria-expanded=${isOpen}
    aria-controls="panel"
    aria-haspopup="dialog"
    @click=${toggle}
  >${isOpen ? CHEVRON : BUBBLE}<span>${words.launcher}</span></button>`;
}

/** Title, conversation and the field for the question. */
export function panelView(panel: Panel, view: View): TemplateResult {
  const { words } = view;
  const { isInline, isOpen, isFull } = panel;
  return html`<section
    id="panel"
    class="panel"
    part="panel"
    role=${isInline ? "region" : "dialog"}
    aria-labelledby="title"
    aria-modal=${isFull ? "true" : nothing}
    ?hidden=${!isInline && !isOpen}
    @keydown=${panel.onKey}
    @keypress=${panel.onKey}
    @keyup=${panel.onKey}
  >
    ${isFull ? html`<span tabindex="0" @focus=${panel.focusQuestion}></span>` : nothing}
    ${headerView(panel, view)}
    ${conversationView(panel, view)}
    <div class="unseen" role="log" aria-live="polite" aria-label=${words.title}>
      ${repeat(
        panel.said,
        ({ key }) => key,
        ({ text }) => html`<p>${text}</p>`,
      )}
    </div>
    <div class="foot">${composerView(panel.composer, view)}</div>
    ${isFull ? html`<span tabindex="0" @focus=${panel.focusFirst}></span>` : nothing}
  </section>`;
}

function headerView({ isInline, exchanges, clear, close }: Panel, { words }: View): TemplateResult {
  return html`<header class="header" part="header">
    <span class="brand">${BUBBLE}</span>
    <h2 id="title">${words.title}</h2>
    ${
      exchanges.length === 0
        ? nothing
        : html`<button type="button" class="round" aria-label=${words.again} title=${words.again} @click=${clear}>${AGAIN}</button>`
    }
    ${
      isInline
        ? nothing
        : html`<button type="button" class="round" aria-label=${words.close} title=${words.close} @click=${close}>${CLOSE}</button>`
    }
  </header>`;
}

function conversationView({ exchanges, isShortened, examples, onMove }: Panel, view: View): TemplateResult {
  const further = exchanges.at(-1)?.answer?.followUps ?? [];
  return html`<div
    class="conversation"
    role="group"
    tabindex="0"
    aria-label=${view.words.conversation}
    @wheel=${onMove}
    @touchmove=${onMove}
    @pointerdown=${onMove}
  >
    ${exchanges.length === 0 ? welcomeView(examples, view) : nothing}
    ${isShortened ? html`<p class="quiet shortened">${view.words.shortened}</p>` : nothing}
    ${repeat(
      exchanges,
      ({ key }) => key,
      (exchange) => exchangeView(exchange, view),
    )}
    ${questionsView(view.words.further, further, view)}
  </div>`;
}
