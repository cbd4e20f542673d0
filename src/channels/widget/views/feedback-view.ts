import { html, nothing, type TemplateResult } from "lit";
import type { Exchange, Judgement, Verdict } from "../exchange.js";
import { COMMENT_MAX_LENGTH } from "../limits.js";
import { CHECK, COPY, HELPFUL, INCOMPLETE, WRONG } from "./icons.js";
import type { View } from "./view.js";

const VERDICTS = [
  { verdict: "helpful", icon: HELPFUL },
  { verdict: "wrong", icon: WRONG },
  { verdict: "incomplete", icon: INCOMPLETE },
] as const;

/** Copying an answer and judging it. */
export function feedbackView(exchange: Exchange, view: View): TemplateResult {
  const { words, act } = view;
  const { judgement } = exchange;
  const copying = view.copying(exchange);
  const copy = (event: Event) => {
    if (event.currentTarget instanceof HTMLElement) act.copy(exchange, event.currentTarget);
  };
  return html`<div class="tools">
      <button type="button" class="tool copy" @click=${copy}>${copying === "done" ? CHECK : COPY}${words.copy}</button>
      ${
        judgement?.state === "sent"
          ? html`<p class="thanks" tabindex="-1">${CHECK}${words.thanks}</p>`
          : html`<div class="verdicts" role="group" aria-label=${words.judge}>
              ${VERDICTS.map(({ verdict, icon }) => verdictButton(exchange, verdict, icon, view))}
            </div>`
      }
    </div>
    ${copying === "refused" ? html`<p class="problem">${words.copyFailed}</p>` : nothing}
    ${judgement !== null && hasForm(judgement) ? commentForm(exchange, judgement, view) : nothing}`;
}

/** "Helpful" is sent at once; of what is wrong or missing the reader may say more first. */
function verdictButton(exchange: Exchange, verdict: Verdict, icon: TemplateResult, view: View): TemplateResult {
  const { words, act } = view;
  const isChosen = exchange.judgement?.verdict === verdict;
  const choose = () => {
    if (verdict === "helpful") act.judge(exchange, verdict, "");
    else act.beginJudgement(exchange, isChosen ? null : verdict);
  };
  return html`<button
    type="button"
    class="tool"
    data-verdict=${verdict}
    aria-pressed=${isChosen}
    ?disabled=${exchange.judgement?.state === "sending"}
    @click=${choose}
  >${icon}${words[verdict]}</button>`;
}

/** "Helpful" needs no words; its form is there to send it once more when it did not arrive. */
function hasForm({ verdict, state }: Judgement): boolean {
  return state === "failed" || (state !== "sent" && verdict !== "helpful");
}

function commentForm(exchange: Exchange, { verdict, comment, state }: Judgement, view: View): TemplateResult {
  const { words, act } = view;
  const id = `comment-${exchange.key}`;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const field = event.currentTarget instanceof HTMLFormElement ? event.currentTarget.querySelector("textarea") : null;
    act.judge(exchange, verdict, field?.value ?? "");
  };
  return html`<form class="comment" @submit=${send}>
    ${
      verdict === "helpful"
        ? nothing
        : html`<label for=${id}>${words.comment}</label>
            <textarea id=${id} rows="3" maxlength=${COMMENT_MAX_LENGTH} ?readonly=${state === "sending"} .value=${comment}></textarea>`
    }
    ${state === "failed" ? html`<p class="problem">${words.feedbackFailed}</p>` : nothing}
    <div class="actions">
      <button type="submit" class="plain strong" ?disabled=${state === "sending"}>
        ${state === "sending" ? words.sending : words.sendComment}
      </button>
      <button type="button" class="plain" @click=${() => act.beginJudgement(exchange, null)}>${words.cancel}</button>
    </div>
  </form>`;
}
