import { html, nothing, type TemplateResult } from "lit";
import type { Exchange } from "../exchange.js";
import { FAILURES, type Failure } from "../failure.js";
import { fill, type Texts } from "../texts.js";
import { ALERT, DOTS } from "./icons.js";
import type { View } from "./view.js";

/** What went wrong; it stands below what had come of the answer by then. */
export function failureView(exchange: Exchange, failure: Failure, view: View): TemplateResult {
  const { words } = view;
  const wait = secondsUntil(exchange.retryAt);
  const asksByItself = exchange.state === "asking";
  const title = asksByItself ? words.soon : exchange.parts.length > 0 ? words.cut : words.failed;
  return html`<p class="badge">${asksByItself ? DOTS : ALERT}<strong>${title}</strong></p>
    <p class="reason">${failureText(failure, words, view.origin, asksByItself ? wait : 0)}</p>
    ${asksByItself ? nothing : retryButtons(exchange, view, wait)}`;
}

/** What is said of a failure; `seconds` until it is asked again by itself, 0 where it is not. */
export function failureText(failure: Failure, words: Texts, origin: string, seconds = 0): string {
  if (failure.kind === "internal" && failure.requestId !== null) {
    return fill(words.failureInternalId, { id: failure.requestId });
  }
  if (failure.kind === "notReady" && seconds > 0) return fill(words.failureNotReadyIn, { seconds });
  return fill(words[FAILURES[failure.kind]], { origin });
}

/** `wait`: seconds until the server takes the question again; null or 0: now. */
export function retryButtons(exchange: Exchange, view: View, wait: number | null): TemplateResult {
  const { words, act, isBusy } = view;
  const mustWait = wait !== null && wait > 0;
  return html`<div class="actions">
    <button type="button" class="plain strong" ?disabled=${isBusy || mustWait} @click=${() => act.retry(exchange)}>
      ${mustWait ? fill(words.retryIn, { seconds: wait }) : words.retry}
    </button>
    <button type="button" class="plain" @click=${() => act.edit(exchange)}>${words.edit}</button>
  </div>`;
}

function secondsUntil(moment: number | null): number {
  return moment === null ? 0 : Math.max(0, Math.ceil((moment - Date.now()) / 1000));
}
