import { html, nothing, type TemplateResult } from "lit";
import type { View } from "./view.js";

/** Questions to choose from, under a label. */
export function questionsView(
  label: string,
  questions: readonly string[],
  view: View,
): TemplateResult | typeof nothing {
  if (questions.length === 0) return nothing;
  return html`<section class="questions" aria-label=${label}>
    <p class="label" aria-hidden="true">${label}</p>
    <ul>
      ${questions.map(
        (question) =>
          html`<li>
            <button type="button" class="chip" ?disabled=${view.isBusy} @click=${() => view.act.ask(question)}>
              ${question}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}
