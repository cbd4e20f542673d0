import { html, nothing, type TemplateResult } from "lit";
import type { Exchange } from "../exchange.js";
import { footView, headView, saidView } from "./answer-view.js";
import { failureView, retryButtons } from "./failure-view.js";
import { DOTS } from "./icons.js";
import { sourcesView } from "./source-view.js";
import type { View } from "./view.js";

/** A question and what became of it. */
export function exchangeView(exchange: Exchange, view: View): TemplateResult {
  return html`<article class="exchange" data-key=${exchange.key} data-state=${exchange.state}>
    <h3 class="question" part="question"><span class="unseen">${view.words.youAsked}</span> <bdi>${exchange.question}</bdi></h3>
    ${replyView(exchange, view)}
  </article>`;
}

/**
 * One template for every state: what stands on the screen, and may have the focus, is not drawn anew when the rest comes.
 * What was said can be checked from its first sentence on, also where the answer was stopped or cut.
 */
function replyView(exchange: Exchange, view: View): TemplateResult {
  const { words } = view;
  const { answer, parts } = exchange;
  const disagree = answer?.warnings.includes("documents_disagree") === true;
  return html`<div class="reply ${lookOf(exchange)}" part="answer" aria-busy=${exchange.state === "asking"}>
    ${answer === null ? nothing : headView(answer, words)}
    ${parts.length === 0 ? nothing : saidView(exchange, view)}
    ${disagree ? html`<p class="hint">${words.disagree}</p>` : nothing}
    ${sourcesView(exchange, view)}
    ${answer === null ? unfinishedView(exchange, view) : footView(exchange, answer, view)}
  </div>`;
}

function lookOf({ answer, failure, state }: Exchange): string {
  if (answer !== null) return answer.status;
  if (failure !== null) return state === "asking" ? "pending" : "failed";
  return state === "stopped" ? "stopped" : "coming";
}

/** What stands below an answer that is not complete, or has not begun. */
function unfinishedView(exchange: Exchange, view: View): TemplateResult {
  const { words } = view;
  const { failure, state, parts, slow } = exchange;
  if (failure !== null) return failureView(exchange, failure, view);
  if (state !== "stopped") {
    return html`<p class="waiting">${DOTS} ${slow ? words.slow : parts.length === 0 ? words.waiting : nothing}</p>`;
  }
  return html`<p class="quiet">${words.stopped}</p>
    ${retryButtons(exchange, view, null)}`;
}
