import { html, type TemplateResult } from "lit";
import { questionsView } from "./questions-view.js";
import type { View } from "./view.js";

/** What stands there before the first question. */
export function welcomeView(examples: readonly string[], view: View): TemplateResult {
  const { words } = view;
  return html`<div class="welcome" part="welcome">
    <slot name="greeting">
      <p class="greeting">${words.greeting}</p>
      <p class="promise">${words.promise}</p>
    </slot>
    ${questionsView(words.examples, examples, view)}
  </div>`;
}
