import { html, nothing, type TemplateResult } from "lit";
import { QUESTION_MAX_LENGTH } from "../limits.js";
import { fill } from "../texts.js";
import { SEND, STOP } from "./icons.js";
import type { View } from "./view.js";

export interface Composer {
  readonly draft: string;
  /** "Answers come from documents as of …" */
  readonly notice: string;
  readonly type: (text: string) => void;
  readonly send: () => void;
  readonly stop: () => void;
}

/** The field for the question; what is typed stays until it was asked, however long it is. */
export function composerView({ draft, notice, type, send, stop }: Composer, view: View): TemplateResult {
  const { words, isBusy } = view;
  const length = draft.trim().length;
  const isTooLong = length > QUESTION_MAX_LENGTH;
  const submit = (event: Event) => {
    event.preventDefault();
    send();
  };
  const onKey = (event: KeyboardEvent) => {
    // While an input method composes a character, Enter belongs to it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  const onInput = (event: Event) => {
    if (event.currentTarget instanceof HTMLTextAreaElement) type(event.currentTarget.value);
  };
  return html`<form class="composer" part="composer" @submit=${submit}>
      <label class="unseen" for="question">${words.question}</label>
      <textarea
        id="question"
        rows="1"
        dir="auto"
        autocomplete="off"
        placeholder=${words.placeholder}
        aria-invalid=${isTooLong ? "true" : nothing}
        aria-describedby=${isTooLong ? "too-long" : nothing}
        .value=${draft}
        @input=${onInput}
        @keydown=${onKey}
      ></textarea>
      ${
        isBusy
          ? html`<button type="button" class="send" aria-label=${words.stop} title=${words.stop} @click=${stop}>${STOP}</button>`
          : html`<button type="submit" class="send" aria-label=${words.send} title=${words.send} ?disabled=${length === 0 || isTooLong}>
              ${SEND}
            </button>`
      }
    </form>
    ${
      isTooLong
        ? html`<p class="problem" id="too-long">${fill(words.tooLong, { length, most: QUESTION_MAX_LENGTH })}</p>`
        : nothing
    }
    <p class="notice" part="notice">${notice}</p>
    <slot name="notice"></slot>`;
}
