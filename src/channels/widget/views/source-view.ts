import { html, nothing, type TemplateResult } from "lit";
import type { Citation } from "../../../contracts/answer.js";
import { showDate } from "../dates.js";
import { type Exchange, shownSources } from "../exchange.js";
import { documentLink, originalLink } from "../links.js";
import { fill } from "../texts.js";
import { CHEVRON, OUTWARD } from "./icons.js";
import { sourceId, type View } from "./view.js";

/** What an answer is backed by, or what comes closest: one line each, which opens its quotation. */
export function sourcesView(exchange: Exchange, view: View): TemplateResult | typeof nothing {
  const sources = shownSources(exchange);
  if (sources.length === 0) return nothing;
  const title = isAbstained(exchange) ? view.words.closest : view.words.sources;
  return html`<section class="sources" aria-label=${title}>
    <h4 class="label">${title}</h4>
    <ol>
      ${sources.map((citation, at) => sourceView(exchange, citation, at, view))}
    </ol>
  </section>`;
}

function isAbstained({ answer }: Exchange): boolean {
  return answer !== null && answer.abstention !== null;
}

function sourceView(exchange: Exchange, citation: Citation, at: number, view: View): TemplateResult {
  const { words, act, language } = view;
  const id = sourceId(exchange.key, at);
  const isOpen = view.openSource(exchange) === at;
  const isNumbered = !isAbstained(exchange);
  const title = citation.title ?? citation.publisher ?? words.untitled;
  const facts = [citation.title === null ? null : citation.publisher, showDate(citation.publishedAt, language)];
  const toggle = (event: Event) => {
    if (event.currentTarget instanceof HTMLElement) act.toggleSource(exchange, at, event.currentTarget);
  };
  return html`<li class="source ${isOpen ? "open" : ""}" part="source">
    <button type="button" class="line" aria-expanded=${isOpen} aria-controls=${id} @click=${toggle}>
      ${isNumbered ? html`<span class="number">${citation.marker}</span>` : nothing}
      <span class="about">
        <span class="title" lang=${citation.language ?? nothing}>${title}</span>
        <span class="facts">${facts.filter(Boolean).map((fact, at) => html`${at > 0 ? " · " : nothing}<bdi>${fact}</bdi>`)}</span>
        ${isNumbered || isOpen ? nothing : html`<span class="preview" lang=${citation.language ?? nothing}>${citation.quote}</span>`}
      </span>
      ${CHEVRON}
    </button>
    <div
      id=${id}
      class="quotation"
      role="group"
      tabindex="-1"
      ?hidden=${!isOpen}
      aria-label=${isNumbered ? fill(words.quote, { number: citation.marker }) : fill(words.quoteClosest, { title })}
    >
      ${isOpen ? quotationView(citation, view) : nothing}
    </div>
  </li>`;
}

function quotationView(citation: Citation, view: View): TemplateResult {
  const { words, server, act } = view;
  const original = originalLink(citation);
  const follow = (event: Event) => {
    if (event.currentTarget instanceof HTMLAnchorElement) act.followLink(event.currentTarget, citation);
  };
  return html`<blockquote part="quote" lang=${citation.language ?? nothing}>${citation.quote}</blockquote>
    <p class="links">
      <a
        href=${documentLink(server, citation, null)}
        target="_blank"
        rel="noopener noreferrer"
        @pointerenter=${act.expectLink}
        @focus=${act.expectLink}
        @click=${follow}
        @auxclick=${follow}
        >${words.read}${OUTWARD}<span class="unseen">(${words.newTab})</span></a
      >
      ${
        original === null
          ? nothing
          : html`<a href=${original} target="_blank" rel="noopener noreferrer"
              >${words.original}${OUTWARD}<span class="unseen">(${words.newTab})</span></a
            >`
      }
    </p>`;
}
