import { html, nothing, type TemplateResult } from "lit";
import type { Exchange } from "../exchange.js";
import { answerView, saidView } from "./answer-view.js";
import { failureView, retryButtons } from "./failure-view.js";
import { DOTS } from "./icons.js";
import type { View } from "./view.js";

/** A question and what became of it. */
export function exchangeView(exchange: Exchange, view: View): TemplateResult {
  return html`<article class="exchange" data-key=${exchange.key} data-state=${exchange.state}>
    <h3 class="question" part="question"><span class="unseen">${view.words.youAsked}</span> ${exchange.question}</h3>
    ${replyView(exchange, view)}
  </article>`;
}

function replyView(exchange: Exchange, view: View): TemplateResult {
  if (exchange.answer !== null) return answerView(exchange, exchange.answer, view);
  if (exchange.failure !== null) return failureView(exchange, exchange.failure, view);
  return exchange.state === "stopped" ? stoppedView(exchange, view) : comingView(exchange, view);
}

function comingView(exchange: Exchange, view: View): TemplateResult {
  const { words } = view;
  const isSilent = exchange.parts.length === 0;
  return html`<div class="reply coming" part="answer" aria-busy="true">
    ${isSilent ? nothing : saidView(exchange, view)}
    <p class="waiting">
      ${DOTS}
      ${exchange.slow ? words.slow : isSilent ? words.waiting : nothing}
    </p>
  </div>`;
}

function stoppedView(exchange: Exchange, view: View): TemplateResult {
  return html`<div class="reply stopped" part="answer">
    ${exchange.parts.length > 0 ? saidView(exchange, view) : nothing}
    <p class="quiet">${view.words.stopped}</p>
    ${retryButtons(exchange, view, null)}
  </div>`;
}
